import MobilityGeneration
import MobilityModel
import Testing

struct DeskTests {
    @Test func aSeedGivesTheSameBytesAndAnotherSeedOthers() throws {
        let first = try Desk(seed: 1).files().files
        #expect(try Desk(seed: 1).files().files.map(\.content) == first.map(\.content))
        #expect(try Desk(seed: 2).files().files.map(\.content) != first.map(\.content))
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func hasTheSizesAskedForAndReadsCleanly(seed: UInt64) throws {
        let scenario = try read(Desk(seed: seed).files())
        #expect(scenario.candidates.count == 500 && scenario.candidates.allSatisfy { $0.count == 1 })
        #expect(scenario.requests.count == 120)
        #expect(scenario.sessions.count == 40)
        #expect(scenario.funds.count == 4)
        #expect(scenario.rules.count == 6)
        #expect(scenario.rules.contains { $0.penalty == nil } && scenario.rules.contains { $0.penalty != nil })
        #expect(scenario.horizon == Day(year: 2026, month: 1, day: 1)!...Day(year: 2028, month: 12, day: 31)!)
        #expect(scenario.requests.allSatisfy { scenario.horizon.contains($0.start) })
        #expect(scenario.quotas.contains { $0.audience == .returning })
        #expect(scenario.requests.contains { !$0.named.isEmpty })
    }

    @Test func otherSizesWork() throws {
        for (people, requests, months, sessions) in [(1, 1, 6, 0), (2_000, 300, 48, 90), (30, 40, 12, 3)] {
            let scenario = try read(Desk(seed: 4, people: people, requests: requests, months: months, sessions: sessions).files())
            #expect(scenario.candidates.count == people && scenario.requests.count == requests && scenario.sessions.count == sessions)
        }
    }

    @Test func refusesSizesOutOfRange() {
        #expect(throws: Desk.OutOfRange.self) { try Desk(seed: 1, people: 0) }
        #expect(throws: Desk.OutOfRange.self) { try Desk(seed: 1, months: 5) }
        #expect(throws: Desk.OutOfRange.self) { try Desk(seed: 1, sessions: -1) }
    }
}
