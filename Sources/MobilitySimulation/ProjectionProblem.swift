/// Why a plan cannot be projected.
public enum ProjectionProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case emptyPlan
    case noBehaviour
    /// An itinerary whose sessions and later cycles depend on one another in thousands of ways.
    case tooManyWays(cycles: Int)
    /// More than ``mostPeople``.
    case tooManyPeople(Int)

    /// People of a plan that are projected at most: each has a key in memory, of some 30 bytes while the plan is made ready.
    public static let mostPeople = 50_000_000

    /// A stable word for machines.
    public var code: String {
        switch self {
        case .emptyPlan: "empty_plan"
        case .noBehaviour: "no_behaviour"
        case .tooManyWays: "too_many_ways"
        case .tooManyPeople: "too_many_people"
        }
    }

    public var description: String {
        switch self {
        case .emptyPlan: "the plan is empty: nobody has a cycle, so there is nothing to project"
        case .noBehaviour:
            "the scenario says nothing of behaviour: give its chances under `behaviour` in scenario.yaml, or name a file or a shipped regime with --behaviour"
        case .tooManyWays(let cycles):
            "an itinerary of \(cycles) cycles has sessions that later cycles depend on in more than 4,096 ways; split the plan"
        case .tooManyPeople(let people):
            "\(people) people have a cycle, and at most \(Self.mostPeople) are projected, each by themselves: make the counts of pools smaller by one factor, and places with them"
        }
    }
}
