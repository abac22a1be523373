/// How a linear relaxation is solved.
public struct SimplexOptions: Sendable, Hashable {
    public enum Method: Sendable, Hashable {
        /// Keeps the values feasible: after columns were added or costs changed.
        case primal
        /// Keeps the duals feasible: after rows were added or bounds changed. Falls back to primal if it fails.
        case dual
    }

    public var method: Method
    /// Run the LP presolver first. It forgets the present basis and cannot be interrupted by `shouldStop`.
    public var presolve: Bool
    /// Most simplex iterations in one call.
    public var iterationLimit: Int
    /// Most time for one call. Results under a time limit depend on the machine; `iterationLimit` does not.
    public var timeLimit: Duration?
    /// With the dual method: stop as `LPStatus.cutOff` once the optimum is known to be no better than this.
    public var objectiveCutoff: Double?
    /// How far a value may lie outside its bounds, relative. In (0, 1).
    public var primalTolerance: Double
    /// How far a reduced cost may have the wrong sign, relative. In (0, 1).
    public var dualTolerance: Double
    /// `shouldStop` is asked, and the time looked at, every so many iterations.
    public var iterationsBetweenPolls: Int

    public init(
        method: Method = .primal, presolve: Bool = false, iterationLimit: Int = .max, timeLimit: Duration? = nil,
        objectiveCutoff: Double? = nil, primalTolerance: Double = 1e-7, dualTolerance: Double = 1e-7,
        iterationsBetweenPolls: Int = 5_000
    ) {
        self.method = method
        self.presolve = presolve
        self.iterationLimit = iterationLimit
        self.timeLimit = timeLimit
        self.objectiveCutoff = objectiveCutoff
        self.primalTolerance = primalTolerance
        self.dualTolerance = dualTolerance
        self.iterationsBetweenPolls = iterationsBetweenPolls
    }
}
