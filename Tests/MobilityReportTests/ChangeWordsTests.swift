import MobilityModel
import Testing

@testable import MobilityReport

/// Differences in words, exact or as bounds.
@Suite struct ChangeWordsTests {
    private func change(_ before: (Int64, Int64), _ after: (Int64, Int64), _ term: ObjectiveTerm = .placements) -> [TermChange] {
        TermChange.between(
            [TermResult(term: term, value: before.0, bound: before.1)], [TermResult(term: term, value: after.0, bound: after.1)])
    }

    @Test func anExactDifferenceIsOneNumber() {
        #expect(change((10, 10), (9, 9)).words == "-1 priority point")
        #expect(change((10, 10), (12, 12)).words == "+2 priority points")
        #expect(change((10, 10), (10, 10)).words == "nothing changes")
        #expect(change((1_000, 1_000), (251_050, 251_050), .cost).words == "+2,500.50 EUR of cost")
    }

    /// 10 or 11 before, 6 or 7 after: 3 to 5 fewer.
    @Test func anUnprovenDifferenceIsBounds() {
        #expect(change((10, 11), (6, 7)).words == "between -5 and -3 priority points")
        #expect(PlanVerdict(change((10, 11), (6, 7))) == .worse)
        #expect(PlanVerdict(change((10, 11), (9, 10))) == .unproven)
        // Of costs less is better: known to be 100 to 90 before and 120 to 110 after, in euro.
        let cost = change((10_000, 9_000), (12_000, 11_000), .cost)
        #expect(cost.words == "between +10.00 and +30.00 EUR of cost")
        #expect(PlanVerdict(cost) == .worse)
    }

    /// Fewer penalty points are better, so a sign could be read both ways.
    @Test func penaltyPointsAreFewerOrMore() {
        #expect(change((9, 9), (0, 0), .penalty).words == "9 penalty points fewer")
        #expect(change((0, 0), (1, 1), .penalty).words == "1 penalty point more")
        // 10 to 8 before and 5 to 3 after: 3 to 7 fewer.
        #expect(change((10, 8), (5, 3), .penalty).words == "between 3 and 7 penalty points fewer")
        #expect(change((5, 3), (10, 8), .penalty).words == "between 3 and 7 penalty points more")
        #expect(change((10, 8), (9, 9), .penalty).words == "between 1 penalty point fewer and 1 penalty point more")
        #expect(ObjectiveTerm.penalty.change(-2.5) == "2.5 penalty points fewer")
        let words = Language.allCases.map { ObjectiveTerm.penalty.difference(-9, $0) }
        #expect(words == ["9 fewer", "9 de moins", "9 in meno"])
        #expect(Language.allCases.map { ObjectiveTerm.match.difference(9, $0) } == ["+9", "+9", "+9"])
    }

    /// A later term says nothing where an earlier one is open.
    @Test func whatFollowsAnOpenTermIsOfThatPlanOnly() {
        let before = [TermResult(term: .placements, value: 10, bound: 11), TermResult(term: .match, value: 50, bound: 50)]
        let after = [TermResult(term: .placements, value: 10, bound: 10), TermResult(term: .match, value: 70, bound: 70)]
        #expect(TermChange.between(before, after).words == "between -1 and +0 priority points, +20 points of fit in that plan")
        #expect(PlanVerdict(TermChange.between(before, after)) == .unproven)
    }
}
