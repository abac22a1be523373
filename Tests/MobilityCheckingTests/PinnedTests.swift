import MobilityModel
import Testing

@Suite struct PinnedTests {
    /// All that the plan does is pinned.
    private var pinned: HandSolved {
        var fixture = HandSolved.plentiful
        var pins = fixture.plan
        for itinerary in pins.itineraries.indices {
            for cycle in pins.itineraries[itinerary].cycles.indices { pins.itineraries[itinerary].cycles[cycle].pinned = true }
        }
        fixture.pins = pins
        return fixture
    }

    @Test func thePlanItselfKeepsItsPins() {
        #expect(pinned.report.violations == [])
    }

    @Test func whatIsNotMarkedIsFree() {
        var fixture = HandSolved()
        fixture.pins = fixture.plan
        fixture.plan = Plan()
        #expect(fixture.report.violations == [])
    }

    static let changes: [Change] = [
        Change("gone", breaks: ["V12"]) { $0.plan.itineraries.remove(at: 1) },
        Change("one of two left", breaks: ["V12"], saying: "on olives (quota line mali, consulate bamako, visa date 2026-09-10) was followed by 2, now by 1") {
            $0.plan.itineraries[0].count = 1
        },
        Change("split over itineraries") {
            $0.plan.itineraries[0].count = 1
            $0.plan.itineraries.append($0.plan.itineraries[0])
        },
        Change("more people follow") {
            $0.plan.itineraries[1].count = 5
            $0.scenario.candidates[1].count = 5
        },
        Change("another line", breaks: ["V12"]) { $0.second.quota = "returners" },
        Change("another visa date", breaks: ["V12"]) { $0.second.visaDate = "2026-09-11".day },
        Change("another number in the itinerary") { fixture in
            fixture.scenario.requests.append(fixture.market)
            fixture.scenario.requests[3].id = "early"
            fixture.scenario.requests[3].start = "2026-01-05".day
            fixture.scenario.requests[3].end = "2026-01-06".day
            fixture.plan.itineraries[1].cycles.insert(Cycle(request: "early"), at: 0)
        },
        Change("sessions in another order") { fixture in
            fixture.pins?.itineraries[0].cycles[0].sessions = ["farming", "italian"]
            fixture.first.sessions = ["italian", "farming"]
            fixture.harvest.certificates = ["agroecology"]
            fixture.farming.start = "2026-04-01".day
        },
        Change("another session", breaks: ["V12"]) { $0.pins?.itineraries[0].cycles[0].sessions = ["farming"] },
        Change("a candidate that is gone", breaks: ["V12"]) { $0.pins?.itineraries[1].candidate = "gone" },
    ]

    @Test(arguments: changes) func pins(_ change: Change) { change.verify(on: pinned) }
}
