import MobilityModel

extension PlanChecker {
    /// **V8 Quota**, what concerns one person.
    func checkQuota(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        let candidate = itinerary.candidate
        for cycle in itinerary.cycles {
            let request = cycle.request
            func refuse(_ message: String) {
                violations.append(itinerary.violation("V8", cycle, naming: cycle.cycle.quota.map { [$0.text] } ?? [], message))
            }
            if !cycle.channel.quota {
                if let quota = cycle.cycle.quota { refuse("channel \(request.channel) has no quota, yet line \(quota) is given") }
                continue
            }
            if cycle.cycle.quota == nil { refuse("channel \(request.channel) takes a place of a quota line, none is given") }
            guard let index = cycle.quotaIndex else { continue }
            let line = scenario.quotas[index]
            if !self.index.isLeaf[index] { refuse("line \(line.id) has lines within it; a place is taken of one of those") }
            if !line.channels.isEmpty, !line.channels.contains(request.channel) {
                refuse("line \(line.id) is for channels \(line.channels.joined(separator: ", ")), not for \(request.channel)")
            }
            if !line.sectors.isEmpty, !line.sectors.contains(request.sector) {
                refuse("line \(line.id) is for sectors \(line.sectors.joined(separator: ", ")), not for \(request.sector)")
            }
            if !line.origins.isEmpty, !line.origins.contains(candidate.origin) {
                refuse("line \(line.id) is for people from \(names(line.origins)), not from \(candidate.origin)")
            }
            if !line.countries.isEmpty, !line.countries.contains(request.country) {
                refuse("line \(line.id) is for stays in \(names(line.countries)), not in \(request.country)")
            }
            if line.audience == .returning, !cycle.isReturning {
                refuse("line \(line.id) is for people who have completed a cycle, this is the first")
            }
            if request.start < line.from || request.start > line.until {
                refuse("line \(line.id) counts entries from \(line.from) to \(line.until), the stay starts on \(request.start)")
            }
            if let opens = line.opens, let filed = request.filed, filed < opens {
                refuse("line \(line.id) opens on \(opens), the request was filed on \(filed)")
            }
        }
    }

    /// **V8 Quota**, what concerns a line: its places, those taken of the lines within it included.
    func checkQuotaPlaces(_ tally: Tally, _ violations: inout [Violation]) {
        for (index, line) in scenario.quotas.enumerated() where tally.quotas[index] > line.places {
            violations.append(
                Violation(
                    rule: "V8", subjects: [line.id.text],
                    message: "quota line \(line.id) has \(counted(line.places, "place")), \(tally.quotas[index]) are taken"))
        }
    }
}
