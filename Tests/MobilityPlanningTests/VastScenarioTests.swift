import MobilityModel
import OracleSupport
import Testing
@testable import MobilityPlanning

/// What is told of people and requests where there are too many to look at each pair of them.
@Suite struct VastScenarioTests {
    private func planned(_ instance: Instance) throws -> PlacementBook {
        let book = PlacementBook(instance)
        var order = FirstComeOrder(book)
        while try order.pass(book, Interruption(timeLimit: nil, shouldStop: { false })) > 0 {}
        return book
    }

    /// With few requests everything is looked at, in another order: nobody is told of an obstacle that is farther away.
    @Test func nearestObstaclesAreAsNear() throws {
        var compared = 0
        for seed in 0..<80 {
            let instance = try Instance(OracleFamily.scenario(seed: seed))
            let book = try planned(instance)
            let (assignment, plan) = (book.assignment, book.plan)
            let exact = try Reasons(instance, assignment: assignment, plan: plan, isProven: false, policy: .firstCome)
            let vast = try Reasons(instance, assignment: assignment, plan: plan, isProven: false, policy: .firstCome, isVast: true)
            for owner in instance.classes.indices {
                #expect(try exact.nearest(owner)?.stage == vast.nearest(owner)?.stage, "seed \(seed), class \(owner)")
                compared += 1
            }
            let (told, looked) = (try exact.unfilled(), try vast.unfilled())
            #expect(told.map(\.request) == looked.map(\.request) && told.map(\.reason.code) == looked.map(\.reason.code), "seed \(seed)")
            #expect(try exact.unplaced().map(\.candidate) == vast.unplaced().map(\.candidate))
        }
        #expect(compared > 200)
    }

    /// Where nothing is learnt in a cycle, comparing days finds who reaches what.
    @Test func reachIsFoundByComparingDays() throws {
        var reached = 0
        for seed in 0..<80 {
            var scenario = OracleFamily.scenario(seed: seed)
            for name in scenario.channels.keys { scenario.channels[name]?.stay = nil }
            if seed % 2 == 0 { scenario.sessions = [] }
            let instance = try Instance(scenario)
            let book = try planned(instance)
            let exact = try Reach(instance: instance).chances(book.assignment)
            var filled = [Int](repeating: 0, count: instance.groups.count)
            for use in book.assignment.uses { for cycle in use.column.cycles { filled[cycle.group] += use.count } }
            let quick = try VastReach(instance).chances(filled: filled)
            #expect(exact.map(\.candidate) == quick.map(\.candidate))
            for (mine, theirs) in zip(exact, quick) where seed % 2 == 0 {
                #expect(mine.isInReach == theirs.isInReach && abs(mine.expected - theirs.expected) < 1e-9, "seed \(seed), \(mine.candidate)")
            }
            // What a first cycle teaches may open more, never less.
            #expect(zip(exact, quick).allSatisfy { $0.isInReach || !$1.isInReach }, "seed \(seed)")
            reached += exact.count { $0.isInReach }
        }
        #expect(reached > 100)
    }
}
