import MobilityModel
import MobilityReport

/// What a `summary.json`, ours or somebody else's, says of the plan beside it; whatever it leaves out is `nil`.
struct RecordedSummary: RecordedFile {
    static let name = PlanFile.summary.rawValue

    struct Term: Decodable {
        var term: String
        var value: Int64
        var bound: Int64?
        var gap: Double?
    }
    struct Options: Decodable, Equatable {
        var gap: Double?
        var time_limit: Double?
        var pins: String?
        var policy: String?
        var lottery_seed: UInt64?
        var rule_prices: Bool?
        var start: String?
        var memory: Double?
    }
    struct Marginal: Decodable {
        var term: String
        var kind: String
        var id: String
        var value: Double
    }
    struct Near: Decodable {
        var moved: Int
        var fewest_moved: Int
        var changed: Int
        var fewest_changed: Int
    }
    /// `nil` where somebody else means something else by the key, which says nothing of the rest.
    struct Lenient<Value: Decodable>: Decodable {
        var value: Value?

        init(from decoder: any Decoder) { value = try? Value(from: decoder) }
    }
    var scenario: String?
    var status: String?
    var digest: String?
    /// Of the rows of `plan.csv`, as they were written.
    var plan_digest: String?
    var version: String?
    var options: Options?
    var terms: [Term]?
    /// People of the scenario, those with an itinerary, their cycles, places and those taken.
    var people: Int?
    var placed: Int?
    var placements: Int?
    var places: Int?
    var filled: Int?
    var marginal_values: Lenient<[Marginal]>?
    var fairness: Lenient<Fairness>?
    /// To the plan that the search began with.
    var nearness: Lenient<Near>?

    /// Whether these are the cycles that it speaks of. Totals say nothing of who does what; where it has no digest, they must do.
    func isOf(_ plan: Plan) -> Bool { plan_digest.map { $0 == PlanFingerprint.of(plan) } ?? true }

    /// Where ``isOf(_:)`` says no.
    static let isOfAnother = "plan.csv is not the plan that summary.json speaks of"

    /// With their bounds; terms that this program does not know are left out.
    var termResults: [TermResult] {
        (terms ?? []).compactMap { entry in
            guard let term = ObjectiveTerm(rawValue: entry.term), let bound = entry.bound else { return nil }
            return TermResult(term: term, value: entry.value, bound: bound)
        }
    }

    /// How near it is to a plan, where the search began with that one.
    func nearness(to plan: Plan) -> Nearness? {
        guard let near = nearness?.value, options?.start?.hasPrefix(PlanFingerprint.of(plan)) ?? false else { return nil }
        return Nearness(
            moved: near.moved, fewestMoved: near.fewest_moved, changed: near.changed, fewestChanged: near.fewest_changed)
    }

    var marginalValues: [MarginalValue] {
        (marginal_values?.value ?? []).compactMap { entry in
            ObjectiveTerm(rawValue: entry.term).map { MarginalValue(term: $0, kind: entry.kind, id: entry.id, value: entry.value) }
        }
    }
}
