import MobilityModel
import Testing

@Suite struct BalanceRuleTests {
    /// In the plan 4 of 5 placements are women's, 2 of them by returners; 4 are in Italy.
    private func measure(_ rule: Rule) -> (matched: Int, total: Int, missedBy: Int, isValid: Bool) {
        var fixture = HandSolved()
        fixture.scenario.rules = [rule]
        let report = fixture.report
        let measure = report.ruleMeasures[0]
        return (measure.matched, measure.total, measure.missedBy, report.isValid)
    }

    private func share(_ numerator: Int64, _ denominator: Int64) -> Rule.Target { .share(Fraction(numerator, over: denominator)) }

    /// Of 5 placements: what is asked for is rounded up, what is allowed down.
    @Test(arguments: [(80, 0), (81, 1), (100, 1), (0, 0)] as [(Int64, Int)]) func atLeast(_ percent: Int64, _ short: Int) {
        let rule = Rule(id: "r", kind: .atLeast, target: share(percent, 100), who: Who(sex: [.female]))
        #expect(measure(rule) == (4, 5, short, short == 0))
    }

    @Test(arguments: [(80, 0), (79, 1), (60, 1), (59, 2), (0, 4), (100, 0)] as [(Int64, Int)]) func atMost(_ percent: Int64, _ over: Int) {
        let rule = Rule(id: "r", kind: .atMost, target: share(percent, 100), who: Who(sex: [.female]))
        #expect(measure(rule) == (4, 5, over, over == 0))
    }

    /// 0.3 of 10 is 3, whatever 0.3 is in binary.
    @Test func sharesAreExact() {
        var fixture = HandSolved.plentiful
        fixture.scenario.candidates[1].count = 6
        fixture.plan.itineraries[1].count = 6
        fixture.scenario.rules = [
            Rule(id: "r", kind: .atMost, target: share(4, 10), who: Who(sex: [.female])),
            Rule(id: "s", kind: .atLeast, target: share(4, 10), who: Who(sex: [.female])),
            Rule(id: "t", kind: .atLeast, target: share(400_000_000_000_000_001, 1_000_000_000_000_000_000), who: Who(sex: [.female])),
        ]
        #expect(fixture.report.ruleMeasures.map(\.missedBy) == [0, 0, 1])
    }

    @Test func countsOfPlacements() {
        #expect(measure(Rule(id: "r", kind: .atLeast, target: .count(4), who: Who(sex: [.female]))) == (4, 5, 0, true))
        #expect(measure(Rule(id: "r", kind: .atLeast, target: .count(6), who: Who(sex: [.female]))) == (4, 5, 2, false))
        #expect(measure(Rule(id: "r", kind: .atMost, target: .count(4), who: Who(sex: [.female]))) == (4, 5, 0, true))
        #expect(measure(Rule(id: "r", kind: .atMost, target: .count(1), who: Who(sex: [.female]))) == (4, 5, 3, false))
    }

    @Test func aSharOfNothingHolds() {
        let rule = Rule(id: "r", kind: .atLeast, target: share(1, 1), who: Who(sex: [.other]), place: Where(country: ["FR"]))
        #expect(measure(rule) == (0, 0, 0, true))
    }

    /// `who` filters what is counted, `of` and `where` what the share is of.
    @Test func whoOfAndWhere() {
        let returners = Rule(id: "r", kind: .atLeast, target: share(1, 2), who: Who(returning: true), of: Who(sex: [.female]), place: Where(country: ["IT"]))
        #expect(measure(returners) == (2, 4, 0, true))
        let first = Rule(id: "r", kind: .atMost, target: share(1, 2), who: Who(sex: [.female]), of: Who(returning: false))
        #expect(measure(first) == (2, 3, 1, false))
        // Awa is 26 at the harvest in June and at the olives; born on 1 November she would be 25 and 26.
        let age = Rule(id: "r", kind: .atLeast, target: .count(4), who: Who(ageMin: 26, ageMax: 26))
        #expect(measure(age) == (4, 5, 0, true))
        let places = Where(country: ["IT", "ML"], region: ["Puglia"], sector: ["agriculture"], channel: ["seasonal"], employer: ["orto"], year: [2026])
        #expect(measure(Rule(id: "r", kind: .atMost, target: .count(9), place: places)) == (4, 4, 0, true))
        #expect(measure(Rule(id: "r", kind: .atMost, target: .count(9), place: Where(year: [2027]))) == (0, 0, 0, true))
        let who = Who(sex: [.male, .other], origin: ["ML"], area: [""], guarantor: [.none])
        #expect(measure(Rule(id: "r", kind: .atMost, target: .count(9), who: who)) == (1, 5, 0, true))
    }

    @Test func ageIsJudgedAtTheCycle() {
        var fixture = HandSolved()
        fixture.awa.born = "2000-11-01".day
        fixture.scenario.rules = [Rule(id: "r", kind: .atLeast, target: .count(0), who: Who(ageMin: 26))]
        #expect(fixture.report.ruleMeasures[0].matched == 3)
    }

    /// 5 placements short of half of 9 is 4.5, rounded up to 5 placements, each at 7 points.
    @Test func softRulesCostPointsForWholePlacements() {
        var fixture = HandSolved.plentiful
        fixture.scenario.candidates[1].count = 9
        fixture.plan.itineraries = [fixture.plan.itineraries[1]]
        fixture.plan.itineraries[0].count = 9
        fixture.scenario.rules = [
            Rule(id: "women", kind: .atLeast, target: share(1, 2), who: Who(sex: [.female]), penalty: 7),
            Rule(id: "men", kind: .atMost, target: share(1, 2), who: Who(sex: [.male]), penalty: 100),
        ]
        let report = fixture.report
        #expect(report.isValid)
        #expect(report.ruleMeasures.map(\.missedBy) == [5, 5])
        #expect(report.ruleMeasures.map(\.points) == [35, 500])
        #expect(report.terms.first?.term == .penalty)
        #expect(report.terms.first?.value == 535)
    }
}
