import MobilityModel
import Testing

@testable import MobilitySimulation

/// What becomes of the later cycles of somebody whose earlier one goes wrong; all chances 0 or 1, so all figures are exact.
@Suite struct VoidingTests {
    private func takenUp(_ season: Season) throws -> [Double] {
        let projection = try season.project()
        return (1...3).compactMap { projection.group("cycle=\($0)")?[.takenUp]?.mean }
    }

    @Test(arguments: [BehaviourStep.authorised, .visaGranted, .arrivedInTime])
    func whatFailsBeforeDepartureVoidsThatCycleOnly(step: BehaviourStep) throws {
        // Nobody re-applies: the next cycle needs no decision.
        let season = Season(cycles: 3, sessions: [], chances: [step: 0, .reapplied: 0])
        #expect(try takenUp(season) == [1, 1, 1])
        #expect(try season.means()[.departed] == 0)
        #expect(try season.means()[.visasGranted] == (step == .arrivedInTime ? 3 : 0))
    }

    @Test(arguments: [BehaviourStep.lawfulExit, .overstayed, .extended])
    func whoDoesNotComeHomeGoesNoMore(step: BehaviourStep) throws {
        #expect(try takenUp(Season(cycles: 3, sessions: [], chances: [step: 1])) == [1, 0, 0])
    }

    @Test func whoWithdrawsComesHomeEarlyOrDoesNotReapplyGoesNoMore() throws {
        #expect(try takenUp(Season(cycles: 3, sessions: [], chances: [.notWithdrawn: 0])) == [1, 0, 0])
        #expect(try takenUp(Season(cycles: 3, sessions: [], chances: [.earlyReturn: 1])) == [1, 0, 0])
        #expect(try takenUp(Season(cycles: 3, sessions: [], chances: [.reapplied: 0])) == [1, 0, 0])
    }

    @Test func anExtensionOvertakesWhatStartsTooSoon() throws {
        // The stay ends on 31 December; the visa for the next cycle is on 1 April, 91 days later; it starts on 1 July, 182.
        func taken(extension days: Double, rest: Int = 0) throws -> [Double] {
            var season = Season(cycles: 3, sessions: [], chances: [.extended: 1])
            season.scenario.behaviour.extensionDays = SourcedNumber(value: days)
            season.scenario.cycle.restDays = rest
            return try takenUp(season)
        }
        #expect(try taken(extension: 90) == [1, 1, 1])
        #expect(try taken(extension: 91) == [1, 0, 1])
        #expect(try taken(extension: 90, rest: 91) == [1, 1, 1])
        #expect(try taken(extension: 90, rest: 92) == [1, 0, 1])
        #expect(try taken(extension: 4000) == [1, 0, 0])
    }

    @Test func anExtensionOvertakesASessionToo() throws {
        // Session from 10 January.
        func taken(extension days: Double) throws -> [Double] {
            var season = Season(cycles: 2, sessions: [[], ["safety"]], chances: [.extended: 1])
            season.scenario.behaviour.extensionDays = SourcedNumber(value: days)
            return try takenUp(season)
        }
        #expect(try taken(extension: 9) == [1, 1])
        #expect(try taken(extension: 10) == [1, 0])
    }

    @Test func aFailedSessionVoidsWhatNeedsItsSkill() throws {
        // Every request asks for all certificates so far, so the first session is needed throughout.
        #expect(try takenUp(Season(cycles: 3, sessions: [["safety"]], chances: [.trained: 0])) == [1, 0, 0])
        // Another session gives the same again: the second cycle can be taken up, and then the third.
        var again = Season(cycles: 3, sessions: [["safety"], ["safety"]], chances: [.trained: 0])
        #expect(try takenUp(again) == [1, 1, 0])
        // Later requests that ask for nothing are not concerned.
        again = Season(cycles: 3, sessions: [["safety"]], chances: [.trained: 0])
        for later in 1...2 { again.scenario.requests[later].certificates = [] }
        #expect(try takenUp(again) == [1, 1, 1])
        // Nor are those who hold the certificate themselves, once theirs is valid.
        var own = Season(cycles: 3, sessions: [["safety"]], chances: [.trained: 0])
        own.scenario.candidates[0].certificates = [HeldCertificate(name: "safety", expiry: Season.day(2027, 7, 1))]
        #expect(try takenUp(own) == [1, 1, 0])
    }

    /// July to December is 184 days. Over 365 days the next season and the days that a stay was extended by may not be too many.
    @Test func anExtensionUsesUpTheStayLimit() throws {
        func taken(extension days: Double, limit: Int, last: (Day, Day)? = nil) throws -> [Double] {
            var season = Season(cycles: 3, sessions: [], chances: [.extended: 1])
            season.scenario.behaviour.extensionDays = SourcedNumber(value: days)
            season.scenario.channels["seasonal"]?.stay = StayLimit(days: limit, window: 365)
            season.scenario.candidates[0].lastStayFrom = last?.0
            season.scenario.candidates[0].lastStayUntil = last?.1
            return try takenUp(season)
        }
        // The window of 2027 holds January, the days of the extension, and July to December.
        #expect(try taken(extension: 30, limit: 214) == [1, 1, 1])
        #expect(try taken(extension: 30, limit: 213) == [1, 0, 1])
        // Nothing of it is left in the year of the third cycle, nor does what cannot be use anything up.
        #expect(try taken(extension: 90, limit: 184) == [1, 0, 1])
        // What was stayed before the horizon is in no window of 2027.
        let spring = (Season.day(2026, 1, 1), Season.day(2026, 4, 30))
        #expect(try taken(extension: 30, limit: 214, last: spring) == [1, 1, 1])
        // The other channel's days are not counted.
        var other = Season(cycles: 2, sessions: [], chances: [.extended: 1])
        other.scenario.behaviour.extensionDays = SourcedNumber(value: 30)
        other.scenario.channels["other"] = Channel(name: "other", stay: StayLimit(days: 184, window: 365))
        other.scenario.requests[1].channel = "other"
        #expect(try takenUp(other) == [1, 1])
    }

    @Test func aSessionOfACycleThatIsNotTakenUpGivesNothing() throws {
        // An extension overtakes the second cycle, whose session the third cannot be without.
        var season = Season(cycles: 3, sessions: [[], ["safety"], []], chances: [.extended: 1])
        season.scenario.behaviour.extensionDays = SourcedNumber(value: 91)
        #expect(try takenUp(season) == [1, 0, 0])
        season.scenario.requests[2].certificates = []
        #expect(try takenUp(season) == [1, 0, 1])
    }

    @Test func aLineForReturnersAsksForACompletedCycle() throws {
        func season(_ chances: [BehaviourStep: Double], completed: Int = 0) -> Season {
            var season = Season(cycles: 2, sessions: [], chances: chances)
            season.scenario.channels["seasonal"]?.quota = true
            season.scenario.quotas = [
                QuotaLine(id: "first", from: Season.day(2026, 1, 1), until: Season.day(2026, 12, 31), places: 10),
                QuotaLine(
                    id: "again", from: Season.day(2027, 1, 1), until: Season.day(2027, 12, 31), audience: .returning, places: 10),
            ]
            season.plan.itineraries[0].cycles[0].quota = "first"
            season.plan.itineraries[0].cycles[1].quota = "again"
            season.scenario.candidates[0].cycles = completed
            return season
        }
        #expect(try takenUp(season([:])) == [1, 1])
        // Nobody departs the first time, so nobody has completed a cycle.
        #expect(try takenUp(season([.visaGranted: 0])) == [1, 0])
        #expect(try takenUp(season([.visaGranted: 0], completed: 1)) == [1, 1])
        // Half fail the first time, and half of the others do not come back on time.
        var mixed = season([.visaGranted: 0.5, .overstayed: 0.5])
        mixed.scenario.candidates[0].count = 1000
        mixed.plan.itineraries[0].count = 1000
        let second = try #require(try mixed.project(100).group("cycle=2")?[.takenUp])
        #expect(abs(second.mean - 250) < 4 * second.standardError)
    }

    @Test func groupsAreThoseOfThePlan() throws {
        let projection = try Season(people: 4, cycles: 2).project()
        #expect(projection.groups.map(\.name) == [
            "all", "sex=F", "age=25-34", "origin=ML", "area=Kayes", "sector=agriculture", "channel=seasonal", "country=IT",
            "year=2026", "year=2027", "guarantor=none", "returning=false", "returning=true", "cycle=1", "cycle=2",
        ])
        #expect(projection.groups.map(\.people) == Array(repeating: 4, count: 15))
        #expect(projection.group("returning=true")?[.planned]?.mean == 4)
    }
}
