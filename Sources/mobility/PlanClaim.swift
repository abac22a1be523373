import MobilityModel
import MobilityReport

/// What a `summary.json`, ours or somebody else's, says of the plan beside it; whatever it leaves out is `nil`.
struct PlanClaim: RecordedFile {
    static let name = PlanFile.summary.rawValue

    struct Term: Decodable {
        var term: String
        var value: Int64
        var bound: Int64?
        var gap: Double?
    }
    struct Options: Decodable {
        var gap: Double?
        var pins: String?
    }
    var scenario: String?
    var status: String?
    var digest: String?
    /// Of the rows of `plan.csv`, as they were written.
    var plan_digest: String?
    var terms: [Term]?
    /// People with an itinerary, their cycles, and places taken.
    var placed: Int?
    var placements: Int?
    var filled: Int?
    var options: Options?

    /// Whether these are the cycles that it speaks of. Totals say nothing of who does what; where it has no digest, they must do.
    func isOf(_ plan: Plan) -> Bool { plan_digest.map { $0 == PlanFingerprint.of(plan) } ?? true }
}
