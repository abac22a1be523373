@testable import MobilityChecking
import MobilityModel
import Testing

@Suite struct StayLimitTests {
    /// The harvest lasts 90 days up to 29 August, the olives 30 from 1 November, 63 days later.
    static let changes: [Change] = [
        Change("120 of 120") { $0.seasonal.stay = StayLimit(days: 120, window: 365) },
        Change("120 of 119", breaks: ["V7"]) { $0.seasonal.stay = StayLimit(days: 119, window: 365) },
        Change("a window of 183 days holds both but for nothing", breaks: ["V7"]) { $0.seasonal.stay = StayLimit(days: 119, window: 183) },
        Change("a window of 182 days misses one") { $0.seasonal.stay = StayLimit(days: 119, window: 182) },
        Change("a stay longer than the limit", breaks: ["V7"], saying: "89 days of stay in channel seasonal in the 89 days from 2026-06-01") {
            $0.seasonal.stay = StayLimit(days: 88, window: 89)
        },
        Change("a window that no stay fills") { $0.seasonal.stay = StayLimit(days: 60, window: 60) },
        Change("no limit in the other channel") { $0.seasonal.stay = nil; $0.scenario.channels["local"]?.stay = StayLimit(days: 31, window: 365) },
        Change("at home too", breaks: ["V7"]) { $0.scenario.channels["local"]?.stay = StayLimit(days: 30, window: 365) },
        Change("other channels do not count") {
            $0.scenario.channels["other"] = Channel(name: "other", quota: true)
            $0.mali.channels = []
            $0.olives.channel = "other"
            $0.seasonal.stay = StayLimit(days: 90, window: 365)
        },
        Change("days of every country count") {
            $0.seasonal.stay = StayLimit(days: 120, window: 365)
            $0.mali.countries = []
            $0.olives.country = "ES"
            $0.scenario.consulates.append(Consulate(id: "spain", origin: "ML", country: "ES", monthlyCapacity: 9, processingDays: 1))
            $0.second.consulate = "spain"
        },
        Change("days of every country count, one too many", breaks: ["V7"]) {
            $0.seasonal.stay = StayLimit(days: 119, window: 365)
            $0.mali.countries = []
            $0.olives.country = "ES"
            $0.scenario.consulates.append(Consulate(id: "spain", origin: "ML", country: "ES", monthlyCapacity: 9, processingDays: 1))
            $0.second.consulate = "spain"
        },
        // The window of 365 days from 1 December 2025 ends with the olives, the one from 30 August 2025 with the harvest.
        Change("the stay before the plan counts in every channel", breaks: ["V7"], saying: "121 days of stay") {
            $0.history("2025-11-01", "2025-12-01")
        },
        Change("the stay before the plan is out of the window") { $0.history("2025-11-01", "2025-11-30"); $0.seasonal.stay?.days = 120 },
        Change("the stay before the plan within the harvest's window", breaks: ["V7"], saying: "121 days of stay in channel seasonal in the 365 days from 2025-08-01") {
            $0.history("2025-08-01", "2025-09-29")
        },
        Change("a stay before the plan that is too long by itself, away from any planned day") {
            $0.history("2024-01-01", "2024-12-31")
        },
        Change("the planned day meets the tail of a stay before the plan", breaks: ["V7"], saying: "days of stay in channel local") {
            $0.scenario.candidates[1].lastStayFrom = "2025-01-01".day
            $0.scenario.candidates[1].lastStayUntil = "2026-01-01".day
            $0.scenario.channels["local"]?.stay = StayLimit(days: 245, window: 365)
        },
        Change("just not") {
            $0.scenario.candidates[1].lastStayFrom = "2025-01-01".day
            $0.scenario.candidates[1].lastStayUntil = "2026-01-01".day
            $0.scenario.channels["local"]?.stay = StayLimit(days: 246, window: 365)
        },
        Change("without a first day the last stay does not count") {
            $0.awa.lastStayUntil = "2026-01-20".day
        },
    ]

    @Test(arguments: changes) func stayLimits(_ change: Change) { change.verify(on: .plentiful) }

    /// Against counting every day of every window.
    @Test func theFullestWindowIsTheFullestOfAll() {
        var state: UInt64 = 7
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let checker = PlanChecker(scenario: HandSolved().scenario)
        for _ in 0..<400 {
            func ranges(_ count: Int) -> [DayRange] {
                (0..<count).map { _ in let first = random(60); return DayRange(first: first, last: first + random(12)) }
            }
            let planned = ranges(1 + random(3))
            let history = ranges(random(2))
            let window = 1 + random(40)
            let days = Set((planned + history).flatMap { Array($0.first...$0.last) })
            let plannedDays = Set(planned.flatMap { Array($0.first...$0.last) })
            let most = (-60...90).filter { first in plannedDays.contains { $0 >= first && $0 < first + window } }
                .map { first in days.filter { $0 >= first && $0 < first + window }.count }.max()
            let found = checker.fullestWindow(of: window, planned: planned, history: history)
            #expect(found?.days == most)
        }
    }
}

extension HandSolved {
    fileprivate mutating func history(_ from: String, _ until: String) {
        awa.lastStayFrom = from.day
        awa.lastStayUntil = until.day
    }
}
