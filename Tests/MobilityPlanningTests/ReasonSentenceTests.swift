import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// Whatever planners write as a reason is one of the sentences that other languages have.
@Suite struct ReasonSentenceTests {
    @Test(arguments: 2_000..<2_064) func everyReasonOfAnyScenarioIsKnownAgain(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        let reader = ReasonReader(scenario)
        for policy in PlanPolicy.allCases {
            let result = Planner(scenario: scenario, options: PlanOptions(policy: policy)).plan()
            for detail in Set(result.unplaced.map(\.reason.detail) + result.unfilled.map(\.reason.detail)) {
                #expect(reader.sentences(detail)?.english == detail, "\(policy): \(detail)")
            }
        }
    }
}
