import MobilityIngest
import MobilityModel
import Testing

@Suite struct BehaviourTests {
    private func read(_ text: String) -> BehaviourReader.Result { BehaviourReader.read(Array(text.utf8), name: "b.yaml") }

    @Test func everyKeyIsRead() throws {
        let result = read("""
            title: A regime
            behaviour:
              visa_granted: {rate: 0.8, n: 40, spread: 0.02, source: a register}
              delays:
                authorisation: {median_days: 60, log_sd: 0.5, n: 12, source: a report}
                visa: {median_days: 30.5, log_sd: 0.25, source: a report}
              extension_days: {value: 90, source: the law}
              jobs_per_project: {value: 1.7, source: a survey}
            """)
        #expect(result.findings.isEmpty, "\(result.findings)")
        #expect(result.behaviour == Behaviour(
            chances: [.visaGranted: Chance(rate: 0.8, n: 40, spread: 0.02, source: "a register")],
            delays: [
                .authorisation: Delay(medianDays: 60, logSD: 0.5, n: 12, source: "a report"),
                .visa: Delay(medianDays: 30.5, logSD: 0.25, source: "a report"),
            ],
            extensionDays: SourcedNumber(value: 90, source: "the law"),
            jobsPerProject: SourcedNumber(value: 1.7, source: "a survey")))
    }

    @Test func whatHasNoSourceIsWarnedOfWhereItStands() {
        let result = read("""
            behaviour:
              authorised: 0.9
              visa_granted: {rate: 0.8, source: ""}
              effects: [{step: authorised, odds_ratio: 2}]
              delays: {visa: {median_days: 30, log_sd: 0}}
              extension_days: 90
              jobs_per_project: {value: 2}
            """)
        let advice = "has no `source`: say where the number comes from, or that it is assumed"
        #expect(result.findings.map(\.description) == [
            "b.yaml:2:15: warning: `authorised` \(advice)", "b.yaml:3:17: warning: `visa_granted` \(advice)",
            "b.yaml:4:13: warning: `effects` \(advice)", "b.yaml:5:18: warning: `visa` \(advice)",
            "b.yaml:6:19: warning: `extension_days` \(advice)", "b.yaml:7:21: warning: `jobs_per_project` \(advice)",
        ])
        #expect(result.findings.allSatisfy { $0.code == "unsourced" })
        #expect(result.behaviour?.extensionDays == SourcedNumber(value: 90))
    }

    @Test(arguments: [
        ("{authorised: -0.1}", "b.yaml:1:25: error: `authorised`: found -0.1, expected a number from 0 to 1"),
        ("{authorised: {rate: 0.5, spread: 1, source: x}}", "b.yaml:1:45: error: `spread`: found 1, expected a number from 0 to below 1, the correlation of two people of one cohort"),
        ("{delays: {visa: {log_sd: 1, source: x}}}", "b.yaml:1:28: error: `visa` has no `median_days`, which is required"),
        ("{delays: {visa: {median_days: 0, log_sd: 1, source: x}}}", "b.yaml:1:42: error: `median_days`: found 0, expected a number of days above 0, up to 100000"),
        ("{delays: {visas: {}}}", "b.yaml:1:22: error: unknown key `visas` in `delays`; did you mean `visa`?"),
        ("{extension_days: {source: x}}", "b.yaml:1:29: error: `extension_days` has no `value`, which is required"),
        ("{jobs_per_project: many}", "b.yaml:1:31: error: `jobs_per_project`: found \"many\", expected a number from 0 to 1000000"),
    ])
    func whatIsWrongIsToldWhereItStands(text: String, finding: String) {
        let result = read("behaviour: " + text)
        #expect(result.behaviour == nil)
        #expect(result.findings.map(\.description) == [finding])
    }

    @Test func otherKeysAndMissingFilesAreErrors() {
        #expect(read("horizon: {}").findings.map(\.code).sorted() == ["missing_key", "unknown_key"])
        let missing = BehaviourReader.read("/nowhere/b.yaml")
        #expect(missing.behaviour == nil && missing.findings.map(\.description) == ["/nowhere/b.yaml: error: does not exist"])
    }

    @Test func whatIsNotSaidIsFilledKeyByKey() {
        let own = Behaviour(chances: [.authorised: Chance(rate: 0.5)], delays: [.visa: Delay(medianDays: 1, logSD: 0)])
        let other = Behaviour(
            chances: [.authorised: Chance(rate: 0.1), .trained: Chance(rate: 0.2)], effects: [Effect(step: .trained, oddsRatio: 2)],
            delays: [.visa: Delay(medianDays: 2, logSD: 0), .authorisation: Delay(medianDays: 3, logSD: 0)],
            jobsPerProject: SourcedNumber(value: 4))
        #expect(own.filled(from: other) == Behaviour(
            chances: [.authorised: Chance(rate: 0.5), .trained: Chance(rate: 0.2)], effects: [Effect(step: .trained, oddsRatio: 2)],
            delays: [.visa: Delay(medianDays: 1, logSD: 0), .authorisation: Delay(medianDays: 3, logSD: 0)],
            jobsPerProject: SourcedNumber(value: 4)))
    }
}
