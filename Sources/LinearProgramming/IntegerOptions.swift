/// Families of cutting planes.
public struct Cuts: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let gomory = Cuts(rawValue: 1)
    public static let mixedIntegerRounding = Cuts(rawValue: 2)
    public static let cover = Cuts(rawValue: 4)
    public static let clique = Cuts(rawValue: 8)
    public static let all: Cuts = [.gomory, .mixedIntegerRounding, .cover, .clique]
}

/// How an integer problem is solved.
public struct IntegerOptions: Sendable, Hashable {
    public enum Branching: Sendable, Hashable {
        case firstFractional, lastFractional, mostFractional, driebeckTomlin, pseudocost
    }

    public enum NodeChoice: Sendable, Hashable {
        case depthFirst, breadthFirst, bestBound, bestProjection
    }

    public var cuts: Cuts
    public var branching: Branching
    public var nodeChoice: NodeChoice
    /// Run the MIP presolver. It is left out when an `incumbent` is given, since the solver takes one only for the
    /// problem as it stands.
    public var presolve: Bool
    /// Look for a first solution with the feasibility pump, at the root.
    public var feasibilityPump: Bool
    /// Stop as `MIPStatus.optimal` once `|bound - objective| <= relativeGap * |objective|`. At least 0.
    public var relativeGap: Double
    /// Every solution has a whole objective: stop as `MIPStatus.optimal` as soon as the bound, rounded towards the
    /// incumbent, reaches it, and report the rounded bound.
    public var objectiveIsIntegral: Bool
    /// Most nodes of the tree, counted when they are made. The same limit gives the same result on every machine.
    public var nodeLimit: Int?
    /// Most time, the root included. Results under a time limit depend on the machine.
    public var timeLimit: Duration?
    /// Only solutions at least as good as this are wanted; if there is none the status is `MIPStatus.cutOff`.
    public var cutoff: Double?
    /// A known solution, one value for each column: the search starts with it as its incumbent.
    public var incumbent: [Double]?
    /// How far an integer column's value in a relaxation may be from a whole number. In (0, 1).
    public var integralityTolerance: Double

    public init(
        cuts: Cuts = .all, branching: Branching = .driebeckTomlin, nodeChoice: NodeChoice = .bestBound,
        presolve: Bool = true, feasibilityPump: Bool = false, relativeGap: Double = 0, objectiveIsIntegral: Bool = false,
        nodeLimit: Int? = nil, timeLimit: Duration? = nil, cutoff: Double? = nil, incumbent: [Double]? = nil,
        integralityTolerance: Double = 1e-6
    ) {
        self.cuts = cuts
        self.branching = branching
        self.nodeChoice = nodeChoice
        self.presolve = presolve
        self.feasibilityPump = feasibilityPump
        self.relativeGap = relativeGap
        self.objectiveIsIntegral = objectiveIsIntegral
        self.nodeLimit = nodeLimit
        self.timeLimit = timeLimit
        self.cutoff = cutoff
        self.incumbent = incumbent
        self.integralityTolerance = integralityTolerance
    }
}
