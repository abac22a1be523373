/// What is counted in a projection, for everybody and for every group.
///
/// Numbers are of planned cycles unless they say otherwise; money is in euro.
public enum OutcomeFigure: String, CaseIterable, Sendable {
    case planned
    /// Cycles that the person attempts.
    case takenUp = "taken_up"
    case authorised
    case visasGranted = "visas_granted"
    case departed
    /// Stays that lasted to their planned end, however they ended then.
    case completed
    case returnedOnTime = "returned_on_time"
    case returnedEarly = "returned_early"
    case extended
    case lawfulExit = "lawful_exit"
    case overstayed
    /// On-time returners who take up the next planned cycle.
    case reapplied
    /// Seats in sessions of planned cycles whose person did not depart.
    case seatsWasted = "seats_wasted"
    /// Visas granted without a departure.
    case visasWasted = "visas_wasted"
    /// Planned cycles without a departure.
    case placesUnfilled = "places_unfilled"
    /// Not defined where the scenario gives no `project_started`, as the two after it, which also ask for their own number.
    case projectsStarted = "projects_started"
    case projectsAlive12m = "projects_alive_12m"
    case jobsCreated = "jobs_created"
    case cost = "cost_eur"
    case costPerOnTimeReturn = "cost_per_on_time_return_eur"
    /// On time and early, over departures that ended otherwise than by extension or lawful exit.
    case returnRate = "return_rate"
    /// On time, over the same.
    case onTimeRate = "on_time_rate"
    /// On time, over all departures.
    case strictRate = "strict_rate"

    /// Position among all figures.
    public var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    public var isShare: Bool { self == .returnRate || self == .onTimeRate || self == .strictRate }
    public var isMoney: Bool { self == .cost || self == .costPerOnTimeReturn }
    /// Whether it is a quotient, which a replicate may leave undefined.
    public var isRatio: Bool { isShare || self == .costPerOnTimeReturn }
}

/// A figure over the replicates of a projection.
public struct FigureEstimate: Sendable, Hashable {
    public var mean: Double
    /// 5% and 95% quantiles over replicates.
    public var low: Double
    public var high: Double
    /// 0...1: the part of the variance that comes from not knowing the parameters; the rest is chance.
    public var parameterShare: Double
    /// Of the mean: what more replicates would make smaller.
    public var standardError: Double
    /// Replicates in which the figure is defined.
    public var defined: Int
    /// Of differences: what they are with luck left out; `nil` of levels.
    public var expectation: ExpectationEstimate?
    /// Whether replicates can differ: of one alone, `parameterShare` and `standardError` are 0 and say nothing.
    public var tellsScatter: Bool { defined > 1 }
    public init(
        mean: Double, low: Double, high: Double, parameterShare: Double, standardError: Double, defined: Int,
        expectation: ExpectationEstimate? = nil
    ) {
        self.mean = mean; self.low = low; self.high = high; self.parameterShare = parameterShare
        self.standardError = standardError; self.defined = defined; self.expectation = expectation
    }
}

/// What a figure is on average over everybody's luck, given the parameters: it scatters over replicates by the parameters alone, and not
/// at all where they are known.
public struct ExpectationEstimate: Sendable, Hashable {
    public var mean: Double
    /// 5% and 95% quantiles over replicates: over what is not known of the parameters.
    public var low: Double
    public var high: Double
    /// Of the mean: what more replicates would make smaller.
    public var standardError: Double
    public init(mean: Double, low: Double, high: Double, standardError: Double) {
        self.mean = mean; self.low = low; self.high = high; self.standardError = standardError
    }
}

/// The figures of one group of planned cycles.
public struct GroupOutcome: Sendable, Hashable {
    /// `sex`, `age`, ...; `all` for the group of everybody.
    public var dimension: String
    /// `F`, `18-24`, ...; empty for everybody.
    public var value: String
    /// People with a planned cycle in the group.
    public var people: Int
    /// In the order of `OutcomeFigure.allCases`; `nil` where no replicate defines the figure.
    public var figures: [FigureEstimate?]

    public init(dimension: String, value: String, people: Int, figures: [FigureEstimate?]) {
        self.dimension = dimension; self.value = value; self.people = people; self.figures = figures
    }

    /// `all`, `sex=F`.
    public var name: String { dimension == "all" ? "all" : "\(dimension)=\(value)" }

    public subscript(figure: OutcomeFigure) -> FigureEstimate? {
        figures.indices.contains(figure.position) ? figures[figure.position] : nil
    }
}

/// What a plan leads to, over many replicates.
public struct Projection: Sendable, Hashable {
    public var seed: UInt64
    /// Replicates asked for, and those that were finished.
    public var requested: Int
    public var replicates: Int
    /// Everybody first, then dimension by dimension.
    public var groups: [GroupOutcome]
    public init(seed: UInt64, requested: Int, replicates: Int, groups: [GroupOutcome]) {
        self.seed = seed; self.requested = requested; self.replicates = replicates; self.groups = groups
    }

    /// Of everybody.
    public var all: GroupOutcome? { groups.first { $0.dimension == "all" } }
}
