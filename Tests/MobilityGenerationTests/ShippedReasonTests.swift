import MobilityIngest
import MobilityModel
import MobilityPlanning
import Testing

/// Every sentence that a plan of a shipped scenario gives as a reason can be said in another language.
@Suite struct ShippedReasonTests {
    static let names = ["before-you-go", "decreto-flussi-2026-mali", "mali-spain-2009", "what-if/authorisation-90-days"]

    @Test(arguments: names) func everyReasonIsKnownAgain(name: String) throws {
        let scenario = try #require(ScenarioReader().read(shippedScenarios.appendingPathComponent(name).path).scenario)
        let reader = ReasonReader(scenario)
        for policy in PlanPolicy.allCases {
            let result = Planner(scenario: scenario, options: PlanOptions(policy: policy)).plan()
            let details = Set(result.unplaced.map(\.reason.detail) + result.unfilled.map(\.reason.detail))
            #expect(!details.isEmpty)
            for detail in details { #expect(reader.sentences(detail)?.english == detail, "\(policy): \(detail)") }
        }
    }
}
