import MobilityChecking
import MobilityModel
import MobilityPlanning
import MobilityReport

/// A plan on file as the start of what-ifs: its scenario, the options that it was made with, and the best values that differences
/// are measured from.
struct PlannedBase {
    let dossier: PlanDossier
    /// What stays as it is in every plan.
    let pins: Plan?
    let options: PlanOptions
    let replanner: Replanner
    /// The base planned anew; `nil` where the plan on file says enough.
    let replanned: PlanResult?
    /// What a reader has to know of the base.
    let notes: [String]

    var scenario: Scenario { dossier.report.scenario }
    var plan: Plan { dossier.report.result.plan }

    /// People's rows times requests up to which planning again, many times over, takes no longer than somebody waits.
    private static let deskSize = 20_000

    var isDeskSize: Bool {
        let (size, overflow) = scenario.candidates.count.multipliedReportingOverflow(by: scenario.requests.count)
        return !overflow && size <= Self.deskSize
    }

    /// Whether every term is proven best, so that differences are exact.
    var isProven: Bool { replanner.terms.allSatisfy { $0.value == $0.bound } }

    /// Why there is nothing to measure from.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// - Parameters:
    ///   - limits: in place of the plan's own, where there are any; with another gap, it is planned anew.
    ///   - needsPrices: whether to plan the base anew in any case, for its prices.
    /// - Throws: `CheckedPlan.Refusal`, `Failure`.
    init(
        _ path: PlanPath, scenario named: ScenarioPath?, limits: ReplanningLimits?, needsPrices: Bool = false, shouldStop: () -> Bool
    ) throws {
        dossier = try PlanDossier(path, scenario: named)
        let (scenario, file) = (dossier.report.scenario, dossier.report.result)
        let finished = RecordedSummary(directory: path.directory)
        // Marks that somebody has made since are meant for the next plan.
        pins = finished?.options?.pins == nil ? nil : file.plan
        options = PlanOptions(
            gap: limits?.gap ?? finished?.options?.gap ?? 0, timeLimit: limits?.timeLimit ?? finished?.options?.time_limit, pins: pins)
        let policy = finished?.options?.policy.flatMap(PlanPolicy.init) ?? .optimal
        let isBest = !file.terms.isEmpty && policy == .optimal && (limits?.gap == nil || limits?.gap == finished?.options?.gap)
        let judge: Replanner.Judge = { [pins] altered, plan, demands in
            let check = PlanChecker(scenario: altered).check(plan, pins: pins, demands: demands)
            return check.isValid ? check.terms.map(\.value) : nil
        }
        guard !isBest || needsPrices else {
            (replanned, notes) = (nil, Self.doubts(file.terms))
            replanner = Replanner(plan: file.plan, terms: file.terms, options: options, judge: judge)
            return
        }
        let result = Planner(scenario: scenario, options: options).plan(shouldStop: shouldStop)
        guard !result.terms.isEmpty, judge(scenario, result.plan, []) == result.terms.map(\.value) else {
            throw Failure(description: "the scenario could not be planned anew: \(result.message.isEmpty ? result.status.rawValue : result.message)")
        }
        replanned = result
        replanner = Replanner(plan: result.plan, terms: result.terms, options: options, judge: judge)
        let check = PlanChecker(scenario: scenario).check(file.plan)
        let values = result.terms.map { "\($0.term.rawValue) \($0.term.figure($0.value))" }.joined(separator: ", ")
        let reason = policy == .optimal ? "is not the one that was proven" : "was made by policy \(policy.rawValue)"
        notes = (check.terms.map(\.value) == result.terms.map(\.value) ? [] : [
            "The plan on file \(reason). Differences are measured from the best plan, which has \(values).",
        ]) + Self.doubts(result.terms)
    }

    private static func doubts(_ terms: [TermResult]) -> [String] {
        let open = terms.filter { $0.value != $0.bound }.map(\.term.rawValue)
        return open.isEmpty ? [] : [
            "The plan is not proven best in \(open.joined(separator: ", ")): differences are known within bounds only.",
        ]
    }
}
