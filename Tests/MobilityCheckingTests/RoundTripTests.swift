import MobilityModel
import Testing

@Suite struct RoundTripTests {
    static let changes: [Change] = [
        Change("63 days of rest") { $0.scenario.cycle.restDays = 63 },
        Change("64 days of rest", breaks: ["V6"]) { $0.scenario.cycle.restDays = 64 },
        Change("rest before the first cycle") { $0.awa.lastStayUntil = "2026-02-28".day; $0.scenario.cycle.restDays = 63 },
        Change("rest before the first cycle, too short", breaks: ["V6"], saying: "which ends on 2026-02-28") {
            $0.awa.lastStayUntil = "2026-02-28".day
            $0.scenario.cycle.restDays = 93
            $0.plan.itineraries[0].cycles.removeLast()
        },
        Change("rest before the first cycle, just enough") {
            $0.awa.lastStayUntil = "2026-02-28".day
            $0.scenario.cycle.restDays = 92
            $0.plan.itineraries[0].cycles.removeLast()
        },
        Change("no rest: the next day") { $0.backToBack("2026-08-30") },
        Change("no rest: the same day", breaks: ["V6"], saying: "not after the previous one, which ends on 2026-08-29") { $0.backToBack("2026-08-29") },
        Change("in the wrong order", breaks: ["V2", "V4", "V6"]) { $0.plan.itineraries[0].cycles.reverse() },
        Change("the same cycle twice", breaks: ["V3", "V4", "V6"]) { $0.second = $0.first },
        Change("a session on the last day of the previous stay", breaks: ["V6", "V3"]) {
            $0.olives.certificates = ["agroecology"]
            $0.second.sessions = ["farming"]
            $0.farming.start = "2026-08-29".day
            $0.farming.end = "2026-08-30".day
        },
        Change("a session on the last day of the last stay before the plan", breaks: ["V6"], saying: "session italian starts on 2026-03-01, not after") {
            $0.awa.lastStayUntil = "2026-03-01".day
        },
        Change("two cycles of two", breaks: ["V6"], saying: "2 cycles, at most 1 are allowed") { $0.scenario.cycle.maxCycles = 1 },
        Change("any number of cycles") { $0.scenario.cycle.maxCycles = nil },
    ]

    @Test(arguments: changes) func roundTrips(_ change: Change) { change.verify(on: .plentiful) }
}

extension HandSolved {
    /// The olives begin on `start` and need no visa, without any rest.
    fileprivate mutating func backToBack(_ start: String) {
        scenario.cycle.restDays = 0
        scenario.visaFree = [VisaFree(origin: "ML", countries: ["IT"])]
        first.consulate = nil
        first.visaDate = nil
        second.consulate = nil
        second.visaDate = nil
        olives.start = start.day
        olives.end = olives.start + 29
    }
}
