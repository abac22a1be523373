/// How far a term of the best plan moves when something is changed and the plan is made anew.
public struct TermChange: Sendable, Hashable {
    public var term: ObjectiveTerm
    /// Of the plan that the change is measured from.
    public var before: Int64
    /// Of the plan made anew.
    public var after: Int64
    /// Between which the difference of the two best values is proven to lie; `nil` where a term before this one is not proven, so
    /// that nothing is proven of this one.
    public var proven: ClosedRange<Int64>?

    public init(term: ObjectiveTerm, before: Int64, after: Int64, proven: ClosedRange<Int64>?) {
        self.term = term; self.before = before; self.after = after; self.proven = proven
    }

    public var difference: Int64 { after - before }
    public var isExact: Bool { proven == difference...difference }

    /// What is proven, as a gain: above 0 is better, whether the term is maximised or minimised.
    public var gain: ClosedRange<Int64>? {
        proven.map { term.isMaximised ? $0 : (-$0.upperBound)...(-$0.lowerBound) }
    }

    /// Term by term, in the order of the objective, over the terms that both have.
    public static func between(_ before: [TermResult], _ after: [TermResult]) -> [TermChange] {
        var isSettled = true
        return after.compactMap { new in
            guard let old = before.first(where: { $0.term == new.term }) else { return nil }
            let ends = new.term.isMaximised
                ? (new.value - old.bound, new.bound - old.value) : (new.bound - old.value, new.value - old.bound)
            let change = TermChange(
                term: new.term, before: old.value, after: new.value,
                proven: isSettled ? min(ends.0, ends.1)...max(ends.0, ends.1) : nil)
            // A later term is optimised among the plans that are best in this one: of those, one must be known.
            isSettled = isSettled && new.value == new.bound && old.value == old.bound
            return change
        }
    }
}

/// One plan against another in the order of the objective, as far as is proven.
public enum PlanVerdict: String, Sendable, Hashable {
    case better, same, worse, unproven

    public init(_ changes: [TermChange]) {
        for change in changes {
            guard let gain = change.gain else { self = .unproven; return }
            if gain.lowerBound > 0 { self = .better; return }
            if gain.upperBound < 0 { self = .worse; return }
            if gain != 0...0 { self = .unproven; return }
        }
        self = .same
    }
}
