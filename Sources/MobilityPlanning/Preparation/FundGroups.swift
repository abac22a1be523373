import MobilityModel

/// Cost items grouped by the set of funds that can pay them.
///
/// Items of one group are interchangeable to the funds, so one flow from each fund to each group decides whether all can be
/// paid. Flows may be split, and amounts are whole cents, so a payment in whole cents exists whenever any does.
final class FundGroups {
    static let unpayable = -1

    struct Group { var index: Int? }

    /// Groups that only some funds can pay, and the most that can be spent on them.
    struct Ceiling {
        var groups: [Int]
        var amount: Int64
    }

    /// For every group, what its funds can spend on it and on all groups that only they can pay, in whole steps of their costs.
    ///
    /// Implied by the payments but for the rounding, which cuts off the fraction of a placement that money left over would
    /// buy (Chvatal and Gomory's rounding, of rank 1). Known once all items have been asked for.
    var ceilings: [Ceiling] {
        members.map { able in
            let allowed = Set(able)
            let groups = members.indices.filter { allowed.isSuperset(of: members[$0]) }
            let step = max(1, groups.reduce(Int64(0)) { greatestCommonDivisor($0, steps[$1]) })
            let amount = able.reduce(Int64(0)) { $0 + funds[$1].amount.amount }
            return Ceiling(groups: groups, amount: amount / step * step)
        }
    }

    let funds: [Fund]
    /// Days on which some fund begins to pay or has stopped paying, ascending.
    let changes: [Day]
    /// By group: indices of its funds.
    private(set) var members: [[Int]] = []
    /// By group: the greatest common divisor of the costs of its items, in cents.
    private(set) var steps: [Int64] = []
    private var indices: [[Int]: Int] = [:]

    init(_ funds: [Fund]) {
        self.funds = funds
        changes = Array(Set(funds.flatMap { [$0.from, $0.until.map { $0 + 1 }].compactMap { $0 } })).sorted()
    }

    /// The group that pays an item; without an index where it needs no payment, `nil` where no fund can pay it.
    /// - Parameter origin: `nil` for an item that funds of any origin can pay.
    func group(for kind: CostKind, origin: Country?, on day: Day, cost: Cents) -> Group? {
        guard cost > .zero, !funds.isEmpty else { return Group(index: nil) }
        let able = funds.indices.filter { index in
            let fund = funds[index]
            return (fund.kinds.isEmpty || fund.kinds.contains(kind))
                && (origin.map { fund.origins.isEmpty || fund.origins.contains($0) } ?? true)
                && (fund.from.map { $0 <= day } ?? true) && (fund.until.map { $0 >= day } ?? true)
        }
        guard !able.isEmpty else { return nil }
        if let known = indices[able] {
            steps[known] = greatestCommonDivisor(steps[known], cost.amount)
            return Group(index: known)
        }
        indices[able] = members.count
        members.append(able)
        steps.append(cost.amount)
        return Group(index: members.count - 1)
    }
}
