import LinearProgramming
import MobilityModel

/// What a stage optimises.
enum Stage: Hashable {
    /// The shortfall of hard requirements, down to none.
    case feasibility
    /// A term of the objective, by index, with those before it kept.
    case term(Int)
}

/// Optimises one stage: prices by column generation, a bound by Lagrange, integers by search in the columns that the bound
/// leaves in question.
///
/// After column generation the bound is L. A plan better than the best one known gains at least one more; an itinerary of
/// reduced cost r can be part of a plan worth L + r at most. So only itineraries with r >= best + 1 - L can be part of a better
/// plan (reduced-cost variable fixing; enumeration after Baldacci, Christofides and Mingozzi 2008). When these are few enough
/// to list, the integer problem over them is exact, and GLPK solves it with its cuts.
struct StageSearch: ~Copyable {
    struct Outcome {
        /// In units of the term (or of shortfall): no plan is better.
        var bound: Int64
        var isProven: Bool
    }

    let instance: Instance
    let options: PlanOptions
    let interruption: Interruption
    let tell: (_ work: SearchWork, _ stage: Stage, _ value: Int64?, _ bound: Int64?) -> Void
    var master: Master
    /// Whether a first plan is worth some pricings before the relaxation is solved.
    let isLarge: Bool
    /// Whether bound and plan come from prices alone, without a simplex method.
    let isGreat: Bool
    var best: Assignment?
    /// Duals and bound of the last relaxation.
    var bound: DualBound?
    var duals: [Double] = []
    /// What the relaxation of the stage proved before anything was fixed or branched on.
    var root: DualBound?
    /// The side columns of the last relaxation.
    var sides: [Double] = []
    /// The search for prices of the stage before, where there was one.
    var lastPrices: PriceSearch?
    /// The prices of a plan to begin with, where it is possible here.
    var startingPrices: StartingPrices?
    /// Whether a plan that meets every rule, hard and soft, has been looked for.
    var hasTriedEveryRule = false
    /// By term, what is proven of those that are settled.
    var ceilings: [Int: Int64] = [:]
    /// What is proven of the present stage without any prices.
    var cap: Int64 = 0
    /// By term, what is kept of those that are settled.
    private(set) var kept: [Int: Int64] = [:]

    /// Itineraries free in one neighbourhood, and neighbourhoods without success before others are tried.
    static let neighbourhoodSize = 500
    static let patience = 40
    /// Itineraries in question below which neighbourhoods are the smaller for it, so that larger ones are still other ones.
    static let wholeProblem = 2_500
    /// Itineraries in an integer problem that is solved quickly whatever plan it begins with.
    static let tinyProblem = 500
    /// Itineraries in an integer problem that is solved on the way to a better plan.
    static let smallProblem = 1_500
    /// Itineraries in the one that is solved where neither neighbourhoods nor branches have closed the gap: alike cycles on
    /// different quota lines and visa months may be many where people are few.
    static let greatProblem = 3_000
    /// Nodes of the branching times itineraries in the master.
    static let branchingWork = 100_000
    /// Openings decided anew together.
    static let openingsAtOnce = 8

    init(
        _ instance: Instance, options: PlanOptions, interruption: Interruption,
        tell: @escaping (SearchWork, Stage, Int64?, Int64?) -> Void
    ) throws(SolverError) {
        self.instance = instance
        self.options = options
        self.interruption = interruption
        self.tell = tell
        master = try Master(instance)
        isLarge = instance.isLarge
        isGreat = options.usesPricesAlone || instance.isGreat
        // Nobody goes anywhere: valid unless a hard requirement asks for somebody.
        best = instance.assignment([], counts: [])
    }

    func report(_ stage: Stage, _ value: Int64?, _ bound: Int64?) { tell(.optimising, stage, value, bound) }

    /// Starts from a plan: the best so far, whose itineraries the master has.
    mutating func begin(at plan: Assignment, prices: StartingPrices? = nil) throws(SolverError) {
        best = plan
        startingPrices = prices
        try master.add(plan.columns)
    }

    /// What is proven of the stage without solving anything.
    func boundWithoutPrices(_ stage: Stage) -> Int64 {
        if case .term(let index) = stage { instance.boundWithoutPrices(index) } else { 0 }
    }

    /// Solves a stage and keeps its result for those that follow.
    mutating func solve(_ stage: Stage) throws -> Outcome {
        let outcome = try search(stage)
        if case .term(let index) = stage { ceilings[index] = outcome.bound }
        try keep(stage)
        return outcome
    }

    private mutating func search(_ stage: Stage) throws -> Outcome {
        (bound, root, duals, sides) = (nil, nil, [], [])
        cap = boundWithoutPrices(stage)
        switch stage {
        case .feasibility: try master.seekFeasibility()
        case .term(let index): try master.maximise(term: index)
        }
        try fill(stage)
        if interruption.hasCome {
            return Outcome(bound: cap, isProven: isClosed(cap, stage))
        }
        if isGreat, !isPartOfConflict(stage) {
            let proven = try searchPrices(stage)
            root = bound
            report(stage, best.map { value(of: $0, stage) }, proven)
            return Outcome(bound: proven, isProven: isClosed(proven, stage))
        }
        guard var ceiling = try relaxation(stage) else {
            takeGreedy(stage)
            // The solver lost its way in this stage: the plan so far stands, with a bound that needs no solver.
            return Outcome(bound: cap, isProven: isClosed(cap, stage))
        }
        root = bound
        takeGreedy(stage)
        try fill(stage, duals: duals)
        report(stage, best.map { value(of: $0, stage) }, ceiling)
        if !isClosed(ceiling, stage), !interruption.hasCome {
            ceiling = try searchIntegers(stage, ceiling)
        }
        return Outcome(bound: ceiling, isProven: isClosed(ceiling, stage))
    }

    /// Whether some requirements must hold while the shortfall of others is looked at: a plan from prices may miss the former.
    private func isPartOfConflict(_ stage: Stage) -> Bool {
        guard case .feasibility = stage else { return false }
        for (index, side) in instance.sideColumns.enumerated() where side.infeasibility > 0 {
            if master.problem.bounds(of: ColumnID(index))?.upper == 0 { return true }
        }
        return false
    }

    /// The least that a settled term may come to in later stages.
    ///
    /// What the best plan has; but in a great scenario, which ends within a gap and not with a proof, whatever is within the gap asked
    /// for counts as optimal, and leaves that much to the terms that follow.
    func floor(_ term: Int) -> Int64 {
        guard let best else { return 0 }
        let (value, gap) = (best.terms[term], options.gap)
        guard isGreat, gap > 0, let known = ceilings[term] else { return value }
        let ceiling = Double(known)
        if instance.terms[term].isMaximised {
            return min(value, max(0, Int64((ceiling / (1 + gap)).rounded(.up))))
        }
        let most = (ceiling / (1 - gap)).rounded(.down)
        return most < 9e17 ? max(value, Int64(most)) : value
    }

    /// Holds on to what a stage reached.
    private mutating func keep(_ stage: Stage) throws {
        switch stage {
        case .feasibility: if best?.shortfall == 0 { try master.closeShortfalls() }
        case .term(let index):
            guard best != nil else { return }
            kept[index] = floor(index)
            try master.keep(term: index, at: floor(index))
        }
    }

    /// What the relaxation proves; `nil` where the solver claims that it has no solution, though the best plan is one.
    mutating func relaxation(_ stage: Stage) throws -> Int64? {
        for attempt in 0..<2 {
            if attempt > 0 { try master.problem.resetBasis() }
            do {
                if let ceiling = try generateColumns(stage) { return ceiling }
            } catch is StageFailure {
                continue
            }
        }
        return nil
    }

    /// Nodes of an integer search: fewer where each costs more. A limit on work, not on time, gives the same plan anywhere.
    static func nodes(_ columns: Int, isExact: Bool) -> Int {
        max(50, (isExact ? 12_000_000 : 400_000) / max(1, columns))
    }

    // MARK: Units

    /// Whether more is better.
    func isMaximised(_ stage: Stage) -> Bool {
        switch stage {
        case .feasibility: false
        case .term(let index): instance.terms[index].isMaximised
        }
    }

    func scale(_ stage: Stage) -> Double {
        switch stage {
        case .feasibility: 1
        case .term(let index): instance.scales[index]
        }
    }

    func value(of assignment: Assignment, _ stage: Stage) -> Int64 {
        switch stage {
        case .feasibility: assignment.shortfall
        case .term(let index): assignment.terms[index]
        }
    }

    /// What every value of the stage is a multiple of.
    func step(_ stage: Stage) -> Int64 {
        switch stage {
        case .feasibility: 1
        case .term(let index): instance.steps[index]
        }
    }

    /// A bound on the objective in whole units of the stage: values are multiples of its step, so it may be rounded towards them.
    func whole(_ objective: Double, _ stage: Stage) -> Int64 {
        let units = objective * scale(stage)
        let slack = 1e-6 + abs(units) * 1e-11
        guard units.isFinite, abs(units) < 9e17 else { return isMaximised(stage) ? .max / 2 : .min / 2 }
        let step = step(stage)
        let bound = Int64(((units + slack) / Double(step)).rounded(.down)) * step
        switch stage {
        case .feasibility: return max(0, -bound)
        case .term: return isMaximised(stage) ? bound : -bound
        }
    }

    /// - Parameter share: the part of the gap asked for that may be left.
    func isClosed(_ ceiling: Int64, _ stage: Stage, share: Double = 1) -> Bool {
        guard let best else { return false }
        let value = value(of: best, stage)
        if isMaximised(stage) ? value >= ceiling : value <= ceiling { return true }
        if case .feasibility = stage { return false }
        return TermResult(term: .placements, value: value, bound: ceiling).gap <= share * gap(stage)
    }

    /// At which a stage may end.
    func gap(_ stage: Stage) -> Double {
        guard case .term(let index) = stage else { return options.gap }
        return max(options.gap, options.startGaps[instance.terms[index]] ?? 0)
    }

    // MARK: Column generation

    /// Generates itineraries until none can improve the relaxation; returns what is proven at its present bounds, `nil` where
    /// they leave no solution.
    /// - Parameter floor: what to report as proven, where the present bounds are tighter than the stage's.
    mutating func generateColumns(_ stage: Stage, floor: Int64? = nil) throws -> Int64? {
        var ceiling: Int64?
        var contradictions = 0
        while true {
            let solution = try master.problem.solveRelaxation(
                SimplexOptions(method: .primal), shouldStop: { [interruption] in interruption.hasCome })
            if solution.status == .infeasible {
                // The itineraries at hand cannot meet the present bounds; others might.
                let known = master.columns.count
                guard try master.addAgainstInfeasibility(interruption) > 0 else { return nil }
                contradictions = master.columns.count > known ? 0 : contradictions + 1
                guard contradictions < 3 else { throw StageFailure.relaxation("the solver finds a solution and none in turn") }
                continue
            }
            contradictions = 0
            guard solution.status == .optimal || solution.isPrimalFeasible else {
                if interruption.hasCome { break }
                throw StageFailure.relaxation(solution.rawMessage)
            }
            let dualBound: DualBound
            let columns: [Column]
            do {
                (dualBound, columns) = try master.price(interruption)
            } catch StageFailure.interrupted {
                break
            }
            duals = dualBound.duals
            sides = Array(master.problem.values().prefix(instance.sideColumns.count))
            let proven = tighter(whole(dualBound.value, stage), cap, stage)
            if bound == nil || ceiling == nil || (isMaximised(stage) ? proven <= (ceiling ?? proven) : proven >= (ceiling ?? proven)) {
                ceiling = proven
            }
            bound = dualBound
            let added = try master.add(columns)
            report(stage, best.map { value(of: $0, stage) }, floor ?? ceiling)
            if added == 0 || interruption.hasCome { break }
            if let ceiling, isClosed(ceiling, stage) { break }
        }
        return ceiling ?? cap
    }
}

enum StageFailure: Error, CustomStringConvertible {
    case relaxation(String)
    /// In the middle of something that has no result until its end.
    case interrupted

    var description: String {
        switch self {
        case .interrupted: "the work was stopped"
        case .relaxation(let message): "the linear relaxation could not be solved: \(message)"
        }
    }
}
