/// A way to pay what a plan costs from its funds, which can be extended by further items.
///
/// A flow from groups of items to the funds that can pay them, kept maximal: an item that no rearrangement of payments has
/// room for cannot be paid.
struct Payments {
    /// By group: indices of the funds that can pay it.
    private let members: [[Int]]
    /// By fund, in cents.
    private var left: [Int64]
    /// By group and fund, in cents.
    private var paid: [[Int: Int64]]

    init(members: [[Int]], amounts: [Int64]) {
        self.members = members
        left = amounts
        paid = Array(repeating: [:], count: members.count)
    }

    /// Pays `cents` of a group, moving other payments where that helps.
    ///
    /// - Returns: the funds that are used up by what only they can pay, where they do not suffice; `nil` where all is paid.
    /// Complexity: O(groups x funds) for every payment that is moved.
    mutating func pay(_ cents: Int64, for group: Int) -> [Int]? {
        var due = cents
        while due > 0 {
            // Breadth first: the group from which each fund was reached, and the fund from which each group was.
            var origin: [Int: Int] = [:]
            var via: [Int: Int] = [:]
            var queue = [group]
            var found: Int?
            search: while !queue.isEmpty {
                let next = queue.removeFirst()
                for fund in members[next] where origin[fund] == nil {
                    origin[fund] = next
                    if left[fund] > 0 {
                        found = fund
                        break search
                    }
                    for other in members.indices where other != group && via[other] == nil && (paid[other][fund] ?? 0) > 0 {
                        via[other] = fund
                        queue.append(other)
                    }
                }
            }
            guard let last = found else { return origin.keys.sorted() }
            var amount = min(due, left[last])
            var fund = last
            var path: [(group: Int, fund: Int)] = []
            while let payer = origin[fund] {
                path.append((payer, fund))
                guard payer != group, let before = via[payer] else { break }
                amount = min(amount, paid[payer][before] ?? 0)
                fund = before
            }
            left[last] -= amount
            for (payer, fund) in path {
                paid[payer][fund, default: 0] += amount
                if payer != group, let before = via[payer] { paid[payer][before, default: 0] -= amount }
            }
            due -= amount
        }
        return nil
    }
}
