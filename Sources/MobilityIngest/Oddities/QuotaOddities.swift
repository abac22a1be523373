import MobilityModel

/// Quota lines that no placement can take.
struct QuotaOddities {
    let scenario: Scenario
    let tables: ScenarioTables
    let leaves: QuotaLeaves
    let log: FindingLog

    func run() {
        var used = Set<Int>()
        for request in scenario.requests where scenario.channels[request.channel]?.quota == true {
            used.formUnion(leaves.matching(request))
        }
        let origins = Set(scenario.candidates.map(\.origin))
        for index in leaves.leaves {
            let line = scenario.quotas[index]
            let place = tables.quotas.place(index)
            if !used.contains(index) {
                log.warning("unused_quota", at: place, "no request can use quota line \(Excerpt.name(line.id.text)): \(reason(line))")
            } else if !line.origins.isEmpty, !scenario.candidates.isEmpty, line.origins.allSatisfy({ !origins.contains($0) }) {
                log.warning(
                    "unused_quota", at: place,
                    "nobody can use quota line \(Excerpt.name(line.id.text)): no candidate is from \(Excerpt.names(line.origins.map(\.description)))")
            }
        }
        checkSectors()
        checkParents()
    }

    /// Places that the line around it does not have can never be taken.
    private func checkParents() {
        let places = Dictionary(scenario.quotas.map { ($0.id, $0.places) }, uniquingKeysWith: { first, _ in first })
        for (index, line) in scenario.quotas.enumerated() {
            guard let parent = line.within, let most = places[parent], line.places > most else { continue }
            log.warning(
                "quota_above_parent", at: tables.quotas.place(index),
                "quota line \(Excerpt.name(line.id.text)) has \(line.places) places, the line \(Excerpt.name(parent.text)) that it is within only \(most)")
        }
    }

    /// The first filter, in the order of the columns, that leaves no request.
    private func reason(_ line: QuotaLine) -> String {
        var left = scenario.requests.filter { scenario.channels[$0.channel]?.quota == true }
        if left.isEmpty { return "no request is in a channel with a quota" }
        left = left.filter { line.channels.isEmpty || line.channels.contains($0.channel) }
        if left.isEmpty { return "no request is in channel \(Excerpt.names(line.channels))" }
        left = left.filter { line.sectors.isEmpty || line.sectors.contains($0.sector) }
        if left.isEmpty { return "no request is in sector \(Excerpt.names(line.sectors))" }
        left = left.filter { line.countries.isEmpty || line.countries.contains($0.country) }
        if left.isEmpty { return "no request is in \(Excerpt.names(line.countries.map(\.description)))" }
        left = left.filter { (line.from...line.until).contains($0.start) }
        if left.isEmpty { return "no request that fits starts from \(line.from) to \(line.until)" }
        left = left.filter { request in
            line.origins.isEmpty || request.origins.isEmpty || line.origins.contains(where: request.origins.contains)
        }
        if left.isEmpty { return "no request that fits takes people from \(Excerpt.names(line.origins.map(\.description)))" }
        guard let opens = line.opens else { return "none fits all of it" }
        return "every request that fits is filed before the line opens on \(opens)"
    }

    private func checkSectors() {
        let known = Array(Set(scenario.requests.map(\.sector)))
        let set = Set(known)
        for (index, line) in scenario.quotas.enumerated() {
            for sector in line.sectors where !set.contains(sector) {
                // Without a near name it is a sector nobody asks for, which `unused_quota` says where it matters.
                guard let near = NearestName.find(sector, among: known) else { continue }
                log.warning(
                    "unknown_name", at: tables.quotaMentions.sectorPlaces[index],
                    "`sectors`: no request is in sector \(Excerpt.name(sector)); did you mean `\(near)`?")
            }
        }
    }
}
