/// What so much more of something scarce would bring.
public struct MarginStep: Sendable, Hashable {
    public enum Method: String, Sendable, Hashable {
        /// The altered scenario was planned anew.
        case exact
        /// The prices of the plan's own bounds prove that nothing changes.
        case proof
    }

    /// Places, seats, applications; cents of a fund.
    public var more: Int64
    public var method: Method
    /// In the order of the objective.
    public var changes: [TermChange]

    public init(more: Int64, method: Method, changes: [TermChange]) {
        self.more = more; self.method = method; self.changes = changes
    }

    public var verdict: PlanVerdict { PlanVerdict(changes) }

    /// As gains, above 0 is better.
    public var gains: [Int64] { changes.map { $0.term.isMaximised ? $0.difference : -$0.difference } }
}

/// What more of one scarce thing would bring, step by step.
public struct Margin: Sendable, Hashable {
    public var resource: ScarceResource
    /// People or cents, in the scenario.
    public var capacity: Int64
    /// From the least to the most; empty where only the price is known.
    public var steps: [MarginStep]
    /// The shadow price of the first term, in units of it for one place, seat, application or euro; `nil` where there is none.
    public var price: Double?

    public init(resource: ScarceResource, capacity: Int64, steps: [MarginStep], price: Double?) {
        self.resource = resource; self.capacity = capacity; self.steps = steps; self.price = price
    }

    /// The first step and the last up to which each further unit brings as much in the first term that moves, and the step at
    /// which it no longer does, where that was tried; `nil` where nothing changes at all.
    public var holds: (from: Int64, to: Int64, breaksAt: Int64?)? {
        guard let first = steps.first(where: { step in step.gains.contains { $0 != 0 } }),
            let term = first.gains.firstIndex(where: { $0 != 0 })
        else { return nil }
        let unit = (gain: first.gains[term], more: first.more)
        var last = first.more
        for step in steps where step.more > first.more {
            guard step.gains.indices.contains(term),
                step.gains[..<term].allSatisfy({ $0 == 0 }), step.gains[term] * unit.more == unit.gain * step.more
            else { return (first.more, last, step.more) }
            last = step.more
        }
        return (first.more, last, nil)
    }
}
