import MobilityModel
import Testing

@Suite struct PlanFingerprintTests {
    private func cycle(_ request: String, on day: String? = nil, pinned: Bool = false) -> Cycle {
        Cycle(request: Request.ID(request), visaDate: day.flatMap { Day($0) }, pinned: pinned)
    }

    private func of(_ itineraries: [(String, Int, [Cycle])]) -> String {
        PlanFingerprint.of(Plan(itineraries: itineraries.map { Itinerary(candidate: Candidate.ID($0.0), count: $0.1, cycles: $0.2) }))
    }

    @Test func isOfWhoDoesWhat() {
        let a = cycle("a"), b = cycle("b"), c = cycle("c"), d = cycle("d")
        let plan = of([("pool", 1, [a, c]), ("pool", 1, [b, d]), ("awa", 1, [a])])
        #expect(plan.count == 16)
        // The same cycles, row by row and in every total, but of other people.
        #expect(plan != of([("pool", 1, [a, d]), ("pool", 1, [b, c]), ("awa", 1, [a])]))
        #expect(plan != of([("pool", 1, [a, c]), ("pool", 1, [b, d]), ("oumar", 1, [a])]))
        #expect(plan != of([("pool", 1, [a, c]), ("pool", 2, [b, d]), ("awa", 1, [a])]))
        #expect(plan == of([("awa", 1, [a]), ("pool", 1, [b, d]), ("pool", 1, [a, c])]))
        #expect(of([("pool", 3, [a])]) == of([("pool", 2, [a]), ("pool", 1, [cycle("a", pinned: true)])]))
        #expect(of([("pool", 3, [cycle("a", on: "2026-05-04")])]) != of([("pool", 3, [cycle("a", on: "2026-05-05")])]))
    }

    @Test func ofPinsIsOfPinnedCyclesAlone() {
        let pinned = cycle("a", pinned: true)
        let one = Plan(itineraries: [Itinerary(candidate: "awa", count: 1, cycles: [pinned, cycle("b")])])
        let other = Plan(itineraries: [Itinerary(candidate: "awa", count: 1, cycles: [pinned, cycle("c")])])
        #expect(PlanFingerprint.ofPins(one) == PlanFingerprint.ofPins(other))
        #expect(PlanFingerprint.ofPins(one) != PlanFingerprint.ofPins(Plan(itineraries: [])))
    }
}
