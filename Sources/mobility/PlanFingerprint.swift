import MobilityModel

/// A short name for cycles of a plan, the same whatever the order of its rows: it tells `--resume` whether the same was pinned, or
/// begun with, before.
enum PlanFingerprint {
    /// Of the pinned cycles.
    static func ofPins(_ plan: Plan) -> String { of(plan) { $0.pinned } }

    /// 64-bit FNV-1a of the cycles that count, in hexadecimal.
    static func of(_ plan: Plan, counts: (Cycle) -> Bool = { _ in true }) -> String {
        var lines: [String] = []
        for itinerary in plan.itineraries {
            for cycle in itinerary.cycles where counts(cycle) {
                lines.append(
                    [
                        itinerary.candidate.text, String(itinerary.count), cycle.request.text, cycle.quota?.text ?? "",
                        cycle.sessions.map(\.text).joined(separator: "|"), cycle.consulate?.text ?? "",
                        cycle.visaDate?.description ?? "",
                    ].joined(separator: "\u{1F}"))
            }
        }
        let digits = String(FNV1a.hash(lines.sorted().joined(separator: "\u{1E}")), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
