import MobilityModel

/// A short name for the pinned cycles of a plan, the same whatever the order of its rows: it tells `--resume` whether the
/// same was pinned before.
enum PinFingerprint {
    /// 64-bit FNV-1a, in hexadecimal.
    static func of(_ plan: Plan) -> String {
        var pinned: [String] = []
        for itinerary in plan.itineraries {
            for cycle in itinerary.cycles where cycle.pinned {
                pinned.append(
                    [
                        itinerary.candidate.text, String(itinerary.count), cycle.request.text, cycle.quota?.text ?? "",
                        cycle.sessions.map(\.text).joined(separator: "|"), cycle.consulate?.text ?? "",
                        cycle.visaDate?.description ?? "",
                    ].joined(separator: "\u{1F}"))
            }
        }
        let digits = String(FNV1a.hash(pinned.sorted().joined(separator: "\u{1E}")), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
