import CGLPK

/// What the branch-and-bound callback keeps while `glp_intopt` runs: the bound, the limits, the observer.
///
/// It lives on the stack of the call that runs the search and is reached from C through an unretained pointer.
final class IntegerSearch {
    private let sense: Sense
    private let nodeLimit: Int
    private let objectiveIsIntegral: Bool
    private let observe: (IntegerProgress) -> SearchDecision

    /// 1-based values to hand to the solver at its first node.
    private var seed: [Double]?
    /// Objective of the best solution seen, in this attempt or before.
    private(set) var incumbent: Double
    /// The best proven bound, over all attempts.
    private(set) var bound: Double
    private var provenElsewhere: Double
    /// Whether what the tree leaves out is left out for good reasons.
    private(set) var isTrusted = true
    private(set) var stop: SearchStop?
    /// The bound reached the incumbent up to rounding, and the search was ended for it.
    private(set) var isProven = false
    private var nodesBefore = 0
    private var nodesNow = 0
    private var observedIncumbent: Double

    var nodes: Int { nodesBefore + nodesNow }

    init(
        sense: Sense, options: IntegerOptions, rootBound: Double, incumbent: Double,
        observe: @escaping (IntegerProgress) -> SearchDecision
    ) {
        self.sense = sense
        nodeLimit = options.nodeLimit ?? .max
        objectiveIsIntegral = options.objectiveIsIntegral
        self.observe = observe
        self.incumbent = incumbent
        observedIncumbent = incumbent
        bound = rootBound
        provenElsewhere = rootBound
    }

    /// Starts an attempt: a new tree. What the last attempt took for its incumbent may have been refused since, so the
    /// objective of the best accepted solution is given anew; `seed`, if any, is handed to the solver.
    func begin(seed: [Double]?, incumbent: Double) {
        self.seed = seed.map { [0] + $0 }
        self.incumbent = incumbent
        isProven = false
        nodesBefore += nodesNow
        nodesNow = 0
    }

    /// Takes a bound proven elsewhere, as that of the relaxation.
    func tighten(_ proven: Double) {
        bound = sense.worse(bound, proven)
        provenElsewhere = bound
    }

    /// Forgets what this search has proven, as rows of too great a width may have misled it. What was proven elsewhere stays.
    func distrust() {
        isTrusted = false
        isProven = false
        bound = provenElsewhere
    }

    /// The solution of this attempt did not hold: it proves nothing.
    func refuse() { isProven = false }

    /// The bound, rounded towards the incumbent where every objective is whole.
    var roundedBound: Double {
        guard objectiveIsIntegral, bound.isFinite else { return bound }
        // A whole bound may come out of the solver a little short of itself: its relaxations are solved to 1e-7, with great
        // numbers to nine digits or so.
        let slack = max(1e-6, abs(bound) * 1e-9)
        return sense == .maximise ? (bound + slack).rounded(.down) : (bound - slack).rounded(.up)
    }

    /// Whether the bound proves the incumbent optimal by rounding alone.
    var isClosedByRounding: Bool {
        objectiveIsIntegral && incumbent.isFinite && !sense.isBetter(roundedBound, than: incumbent.rounded())
    }

    /// Tells the observer where the search stands; false once it is to stop.
    func report(openNodes: Int) -> Bool {
        let progress = IntegerProgress(
            incumbent: incumbent, bound: bound, nodes: nodes, openNodes: openNodes,
            isImproved: sense.isBetter(incumbent, than: observedIncumbent))
        observedIncumbent = incumbent
        if observe(progress) == .stop { stop = .observer }
        return stop == nil
    }

    /// Runs branch and bound on `problem`, whose relaxation must be solved, with this search as its callback.
    func run(on problem: inout SearchProblem, _ parameters: inout glp_iocp) {
        withExtendedLifetime(self) {
            parameters.cb_func = { tree, info in
                guard let tree, let info else { return }
                Unmanaged<IntegerSearch>.fromOpaque(info).takeUnretainedValue().visit(tree)
            }
            parameters.cb_info = Unmanaged.passUnretained(self).toOpaque()
            problem.optimise(&parameters)
        }
    }

    private func visit(_ tree: OpaquePointer) {
        let reason = glp_ios_reason(tree)
        if reason == GLP_IPREPRO, let values = seed {
            seed = nil
            _ = glp_ios_heur_sol(tree, values)
        }
        guard reason == GLP_ISELECT || reason == GLP_IPREPRO || reason == GLP_IROWGEN || reason == GLP_IBINGO else { return }
        var open: Int32 = 0
        var made: Int32 = 0
        glp_ios_tree_size(tree, &open, nil, &made)
        nodesNow = Int(made)
        let problem = glp_ios_get_prob(tree)
        if glp_mip_status(problem) == GLP_FEAS { incumbent = sense.better(incumbent, glp_mip_obj_val(problem)) }
        // To find the best of many open nodes takes time in proportion: once a node, not at every call.
        let best = reason == GLP_ISELECT || reason == GLP_IBINGO || open <= 64 ? glp_ios_best_node(tree) : 0
        if best != 0 {
            // Pruned nodes are no better than the incumbent, so the better of both bounds every solution.
            bound = sense.worse(bound, sense.better(glp_ios_node_bound(tree, best), incumbent))
        }
        if isClosedByRounding {
            isProven = true
        } else if report(openNodes: Int(open)) {
            if nodes >= nodeLimit { stop = .nodeLimit }
        }
        if isProven || stop != nil { glp_ios_terminate(tree) }
    }
}
