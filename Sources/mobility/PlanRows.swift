import MobilityChecking
import MobilityIngest
import MobilityModel

/// The rows of a `plan.csv`, to be found again from what the checker says of the plan read from them.
struct PlanRows {
    private let rows: [PlanRow]
    /// By the number that the checker gives an itinerary: from 1, in the order in which the file first mentions them.
    private var byItinerary: [[PlanRow]] = []
    /// The line and all that it is part of.
    private let quotaChains: [QuotaLine.ID: Set<String>]

    init(_ rows: [PlanRow], scenario: Scenario) {
        self.rows = rows
        var position: [String: Int] = [:]
        for row in rows {
            let number = position[row.itinerary] ?? byItinerary.count
            if number == byItinerary.count {
                position[row.itinerary] = number
                byItinerary.append([])
            }
            byItinerary[number].append(row)
        }
        let parents = Dictionary(scenario.quotas.map { ($0.id, $0.within) }, uniquingKeysWith: { a, _ in a })
        quotaChains = parents.reduce(into: [:]) { chains, entry in
            var chain: Set<String> = []
            var line: QuotaLine.ID? = entry.key
            while let id = line, chain.insert(id.text).inserted { line = parents[id] ?? nil }
            chains[entry.key] = chain
        }
    }

    /// The lines of the file that a violation is about, in order; empty where it is about the plan as a whole.
    func lines(of violation: Violation) -> [Int] {
        let subjects = violation.subjects
        guard let first = subjects.first else { return [] }
        if violation.message.hasPrefix("itinerary \(first),"), let number = Int(first), byItinerary.indices.contains(number - 1) {
            let own = byItinerary[number - 1]
            let cycles = subjects.count > 2 ? own.filter { $0.request.text == subjects[2] } : own
            return (cycles.isEmpty ? own : cycles).map(\.line).sorted()
        }
        return rows.filter { concerns($0, violation.rule, first, subjects.dropFirst().first) }.map(\.line).sorted()
    }

    private func concerns(_ row: PlanRow, _ rule: String, _ first: String, _ second: String?) -> Bool {
        switch rule {
        case "V3": row.sessions.contains { $0.text == first }
        case "V4": row.consulate?.text == first && (second == nil || row.visaDate?.month.description == second)
        case "V5": row.request.text == first
        case "V8": row.quota.map { quotaChains[$0]?.contains(first) ?? false } ?? false
        case "V11": row.candidate.text == first
        case "V12": row.candidate.text == first && row.request.text == second
        default: false
        }
    }
}
