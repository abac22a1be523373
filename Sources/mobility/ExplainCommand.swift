import ArgumentParser
import MobilityIngest
import MobilityModel
import MobilityReport

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a plan is as it is for one candidate, request, quota line or rule, and what it would take to be otherwise.",
        discussion: """
            What was decided; every condition met or missed, V1 to V12; the best plan in which it is otherwise, planned again and \
            not guessed, with what that costs in every term; and for a candidate at home the smallest change of their own data \
            that would place them. Where a plan is not proven best, costs are given as bounds.
            """)

    @Argument(help: ArgumentHelp("A plan directory.", valueName: "plan"))
    var plan: String

    @Option(name: .long, help: ArgumentHelp("A row of candidates.csv.", valueName: "id"))
    var candidate: String?

    @Option(name: .long, help: ArgumentHelp("A row of requests.csv.", valueName: "id"))
    var request: String?

    @Option(name: .long, help: ArgumentHelp("A row of quotas.csv.", valueName: "id"))
    var quota: String?

    @Option(name: .long, help: ArgumentHelp("A rule of scenario.yaml.", valueName: "id"))
    var rule: String?

    @Option(name: .long, help: ArgumentHelp("The scenario of the plan. (default: the one named in summary.json)", valueName: "dir"))
    var scenario: String?

    @Option(name: .long, help: ArgumentHelp("Nearest requests told of a candidate.", valueName: "n"))
    var choices = 3

    @Option(name: .long, help: ArgumentHelp(
        """
        Plans made at most in search of a change of a candidate's own data. (default: 300; 0 where candidate rows times requests \
        are more than 20,000, or the plan is not proven best)
        """, valueName: "n"))
    var attempts: Int?

    @OptionGroup var limits: ReplanningLimits

    @Option(name: .long, help: "What to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        try PlanPath.check(plan)
        if [candidate, request, quota, rule].compactMap({ $0 }).count != 1 {
            throw ValidationError("One of --candidate, --request, --quota and --rule says what to explain.")
        }
        if choices < 1 { throw ValidationError("--choices is a number of requests, at least 1.") }
        if let attempts, attempts < 0 { throw ValidationError("--attempts is a number of plans, 0 for no search.") }
        try limits.check()
    }

    func run() throws {
        Interruption.listen(endsAtOnce: true)
        let console = Console()
        try ExitStatus.of(console) {
            let base = try PlannedBase(
                PlanPath(plan), scenario: scenario.map(ScenarioPath.init), limits: limits,
                shouldStop: { Interruption.count > 0 })
            for note in base.dossier.notes { console.write(note.description) }
            var explanation = try explain(Explainer(base: base, console: console, choices: choices, attempts: attempts))
            if Interruption.count > 0 { explanation.notes.append("Stopped early: what was not finished is not known.") }
            switch format {
            case .text: StandardStreams.writeOutput(ExplanationText(explanation).text)
            case .json: StandardStreams.writeOutput(ExplanationJSON(explanation).document.text)
            }
        }.exit()
    }

    private func explain(_ explainer: Explainer) throws -> Explanation {
        let scenario = explainer.scenario
        if let candidate { return try explainer.explain(try find(candidate, "candidate", scenario.candidates) { $0.id.text }) }
        if let request { return try explainer.explain(try find(request, "request", scenario.requests) { $0.id.text }) }
        if let quota { return try explainer.explain(try find(quota, "quota line", scenario.quotas) { $0.id.text }) }
        return try explainer.explain(try find(rule ?? "", "rule", scenario.rules) { $0.id.text })
    }

    private func find<Row>(_ id: String, _ what: String, _ rows: [Row], _ name: (Row) -> String) throws -> Row {
        if let row = rows.first(where: { name($0) == id }) { return row }
        throw CheckedPlan.Refusal("unknown_id", "there is no \(what) `\(id.printable)`\(NearestName.hint(id, among: rows.map(name)))")
    }
}
