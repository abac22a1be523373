import Foundation
import MobilityModel
import MobilityReport

/// What `summary.json` records that only the planner knows: proven bounds, and what one more of something would bring.
struct RecordedSummary: Decodable {
    struct Term: Decodable {
        var term: String
        var value: Int64
        var bound: Int64
    }
    struct Marginal: Decodable {
        var term: String
        var kind: String
        var id: String
        var value: Double
    }
    var status: String
    var terms: [Term]
    var marginal_values: [Marginal]?

    /// `nil` where the directory holds no such file or somebody else's.
    init?(directory: String) {
        guard let data = FileManager.default.contents(atPath: "\(directory)/\(PlanFile.summary.rawValue)"),
            let summary = try? JSONDecoder().decode(RecordedSummary.self, from: data)
        else { return nil }
        self = summary
    }

    /// Terms that this program does not know are left out.
    var termResults: [TermResult] {
        terms.compactMap { entry in
            ObjectiveTerm(rawValue: entry.term).map { TermResult(term: $0, value: entry.value, bound: entry.bound) }
        }
    }

    var marginalValues: [MarginalValue] {
        (marginal_values ?? []).compactMap { entry in
            ObjectiveTerm(rawValue: entry.term).map { MarginalValue(term: $0, kind: entry.kind, id: entry.id, value: entry.value) }
        }
    }
}
