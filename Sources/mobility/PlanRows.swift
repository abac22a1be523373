import MobilityChecking
import MobilityIngest
import MobilityModel

/// The rows of a `plan.csv`, to be found again from what the checker says of the plan read from them.
///
/// Setting up is linear in the rows; finding the rows of a violation, in those rows.
struct PlanRows {
    /// By the number that the checker gives an itinerary: from 1, in the order in which the file first mentions them.
    private let byItinerary: [[PlanRow]]
    private var byCandidate: [String: [PlanRow]] = [:]
    private var byRequest: [String: [PlanRow]] = [:]
    private var bySession: [String: [PlanRow]] = [:]
    private var byConsulate: [String: [PlanRow]] = [:]
    /// By line, with the rows of all lines that are part of it.
    private var byQuota: [String: [PlanRow]] = [:]

    init(_ rows: [PlanRow], scenario: Scenario) {
        let parents = Dictionary(scenario.quotas.map { ($0.id, $0.within) }, uniquingKeysWith: { a, _ in a })
        byItinerary = rows.byItinerary
        for row in rows {
            byCandidate[row.candidate.text, default: []].append(row)
            byRequest[row.request.text, default: []].append(row)
            for session in Set(row.sessions) { bySession[session.text, default: []].append(row) }
            if let consulate = row.consulate { byConsulate[consulate.text, default: []].append(row) }
            var line = row.quota
            var seen: Set<QuotaLine.ID> = []
            while let id = line, seen.insert(id).inserted {
                byQuota[id.text, default: []].append(row)
                line = parents[id] ?? nil
            }
        }
    }

    /// The lines of the file that a violation is about, in order; empty where it is about the plan as a whole.
    func lines(of violation: Violation) -> [Int] {
        rows(of: violation).map(\.line).sorted()
    }

    private func rows(of violation: Violation) -> [PlanRow] {
        let subjects = violation.subjects
        guard let first = subjects.first else { return [] }
        let second = subjects.dropFirst().first
        if violation.message.hasPrefix("itinerary \(first),"), let number = Int(first), byItinerary.indices.contains(number - 1) {
            let own = byItinerary[number - 1]
            let cycles = subjects.count > 2 ? own.filter { $0.request.text == subjects[2] } : own
            return cycles.isEmpty ? own : cycles
        }
        return switch violation.rule {
        case "V3": bySession[first] ?? []
        case "V4": (byConsulate[first] ?? []).filter { second == nil || $0.visaDate?.month.description == second }
        case "V5": byRequest[first] ?? []
        case "V8": byQuota[first] ?? []
        case "V11": byCandidate[first] ?? []
        case "V12": (byCandidate[first] ?? []).filter { $0.request.text == second }
        default: []
        }
    }
}
