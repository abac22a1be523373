import MobilityModel

/// Requests that nobody can fill, whoever they are.
struct RequestOddities {
    let scenario: Scenario
    let tables: ScenarioTables
    let leaves: QuotaLeaves
    let log: FindingLog

    /// Reports them; the indices of the others.
    func run() -> [Int] {
        var open: [Int] = []
        for (index, request) in scenario.requests.enumerated() {
            let reasons = reasons(request)
            for (code, reason) in reasons {
                log.warning(code, at: tables.requests.place(index), "nobody can fill request \(Excerpt.name(request.id.text)): \(reason)")
            }
            if reasons.isEmpty, request.places > 0 { open.append(index) }
        }
        return open
    }

    private func reasons(_ request: Request) -> [(String, String)] {
        var reasons: [(String, String)] = []
        if !scenario.horizon.contains(request.start) {
            reasons.append(("outside_horizon", "it starts on \(request.start), the horizon is from \(scenario.horizon.lowerBound) to \(scenario.horizon.upperBound)"))
        }
        if scenario.cycle.requireFiled, request.filed == nil {
            reasons.append(("not_filed", "it has no `filed` date, and `require_filed` asks for one"))
        }
        if request.minPlaces > request.places {
            reasons.append(("min_places", "`min_places` is \(request.minPlaces), `places` only \(request.places)"))
        }
        guard let channel = scenario.channels[request.channel] else { return reasons }
        let name = Excerpt.name(channel.name)
        if !channel.sectors.isEmpty, !channel.sectors.contains(request.sector) {
            reasons.append(("wrong_sector", "channel \(name) is for \(Excerpt.names(channel.sectors)), not \(Excerpt.name(request.sector))"))
        }
        if let stay = channel.stay, min(request.stayDays, stay.window) > stay.days {
            reasons.append(("stay_too_long", "the stay has \(request.stayDays) days, channel \(name) allows \(stay.days) in \(stay.window)"))
        }
        if channel.quota, leaves.matching(request).isEmpty {
            reasons.append(("no_quota_line", closedLine(request) ?? "no quota line counts channel \(name), sector \(Excerpt.name(request.sector)), \(request.country) and a start on \(request.start)" + (request.filed.map { ", filed on \($0)" } ?? "")))
        }
        return reasons
    }

    /// The click day that the request missed; `nil` where no line would count it then either.
    private func closedLine(_ request: Request) -> String? {
        guard let line = leaves.notYetOpen(request), let opens = line.opens, let filed = request.filed else { return nil }
        return "quota line \(Excerpt.name(line.id.text)) opens on \(opens), the request is filed on \(filed); file on the opening day or after"
    }
}
