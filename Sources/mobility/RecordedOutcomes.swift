import MobilityModel
import MobilityReport

/// The projection of a plan as `outcomes.json` has it.
struct RecordedOutcomes: RecordedFile {
    static let name = OutcomeFile.document.rawValue

    struct Estimate: Decodable {
        var mean: Double
        var low: Double
        var high: Double
        var parameter_share: Double?
        var standard_error: Double?
        var defined: Int?
    }
    struct Group: Decodable {
        var group: String
        var people: Int
        var figures: [String: Estimate?]
    }
    var behaviour: String?
    /// As the user named it then.
    var scenario: String?
    /// `nil` in what is for publication.
    var digest: String?
    var seed: UInt64
    var replicates: Int
    var replicates_asked: Int
    var groups: [Group]

    var projection: Projection {
        Projection(
            seed: seed, requested: replicates_asked, replicates: replicates,
            groups: groups.map { group in
                let parts = group.group.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                return GroupOutcome(
                    dimension: parts.first ?? "", value: parts.count > 1 ? parts[1] : "", people: group.people,
                    figures: OutcomeFigure.allCases.map { figure in
                        (group.figures[figure.rawValue] ?? nil).map { entry in
                            FigureEstimate(
                                mean: entry.mean, low: entry.low, high: entry.high, parameterShare: entry.parameter_share ?? 0,
                                standardError: entry.standard_error ?? 0, defined: entry.defined ?? replicates)
                        }
                    })
            })
    }
}
