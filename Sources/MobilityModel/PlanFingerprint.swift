/// Short names for what a plan says: 64-bit FNV-1a in 16 hexadecimal digits, the same whatever the order of its rows. They tell edits and
/// accidents, not forgery.
public enum PlanFingerprint {
    /// Of the pinned cycles, each by itself: it tells `--resume` whether the same was pinned before.
    public static func ofPins(_ plan: Plan) -> String {
        fingerprint(plan.itineraries.flatMap { itinerary in
            itinerary.cycles.filter(\.pinned).map { line([itinerary.candidate.text, String(itinerary.count)] + fields(of: $0)) }
        })
    }

    /// Of who does what: how many people of each candidate row follow which cycles. What is pinned, and whether alike people stand in one
    /// itinerary or in several, make no difference.
    public static func of(_ plan: Plan) -> String {
        var people: [String: Int] = [:]
        for itinerary in plan.itineraries {
            people[line([itinerary.candidate.text] + itinerary.cycles.flatMap(fields)), default: 0] &+= itinerary.count
        }
        return fingerprint(people.map { line([$0.key, String($0.value)]) })
    }

    private static func fields(of cycle: Cycle) -> [String] {
        [
            cycle.request.text, cycle.quota?.text ?? "", cycle.sessions.map(\.text).sorted().joined(separator: "|"),
            cycle.consulate?.text ?? "", cycle.visaDate?.description ?? "",
        ]
    }

    private static func line(_ fields: [String]) -> String { fields.joined(separator: "\u{1F}") }

    private static func fingerprint(_ lines: [String]) -> String {
        let digits = String(FNV1a.hash(lines.sorted().joined(separator: "\u{1E}")), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
