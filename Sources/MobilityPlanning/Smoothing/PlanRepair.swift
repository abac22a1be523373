import LinearProgramming
import MobilityModel
import Synchronization

/// Makes a rounded plan better, some people at a time: each time a small integer problem over itineraries that are good at the prices.
///
/// What a plan lacks to the bound of its prices is known place by place: the bound less the plan's value is the sum over rows of price times room
/// that is left, and over classes of what their best itinerary gains more than theirs (complementary slackness). People are planned anew
/// around where that is most, in the manner of large neighbourhood search (Shaw 1998). What keeps an earlier term, or a rule, may be
/// missed by as much as the plan misses it already, at a price that no gain outweighs: so what rounding broke is mended first.
struct PlanRepair {
    struct Use {
        var column: Column
        var count: Int
    }

    /// An itinerary that may be part of a better plan.
    private struct Choice {
        var column: Column
        var profit: Double
    }

    let instance: Instance
    private let relaxation: Relaxation
    private let prices: [Double]
    private let interruption: Interruption
    /// By class: how many follow what.
    private var uses: [[Use]]
    private var state: RepairState
    /// By class, best first.
    private var choices: [[Choice]]
    /// By class: what the best itinerary gains, at least 0.
    private var best: [Double]
    /// By group: classes with choices there.
    private var seekers: [[Int32]]

    private let threads: Int

    private static let choicesPerClass = 14
    /// By pass: classes of one problem. Small ones are solved in an instant, and mend most; great ones find what small ones cannot see.
    private let classesAtOnce: [Int]
    private static let classesOfFew = [30, 60, 120, 240, 240, 240]
    private static let classesOfMany = [30, 60, 100, 100]
    /// Classes beyond which there are problems enough without great ones, which take a second each.
    private static let many = 5_000
    /// Itineraries of one problem, for each of its classes.
    private static let columnsPerClass = 10
    /// Problems that have nobody in common, solved side by side.
    private static let batch = 4

    init(_ search: PriceSearch, plan: Assignment, at prices: [Double], interruption: Interruption, threads: Int) {
        instance = search.whole.instance
        relaxation = search.whole
        self.prices = prices
        self.interruption = interruption
        self.threads = threads
        classesAtOnce = search.columns.count > Self.many ? Self.classesOfMany : Self.classesOfFew
        state = RepairState(plan, relaxation: search.whole, prices: prices)
        uses = Array(repeating: [], count: instance.classes.count)
        for use in plan.uses { uses[use.column.owner].append(Use(column: use.column, count: use.count)) }
        (choices, best) = ([], [])
        seekers = Array(repeating: [], count: instance.groups.count)
        for (owner, columns) in search.columns.enumerated() {
            var own = columns.map { Choice(column: $0, profit: search.whole.profit(of: $0, at: prices)) }
            own.sort { $0.profit > $1.profit }
            let most = max(0, own.first?.profit ?? 0)
            let near = own.prefix(Self.choicesPerClass).filter { $0.profit > most - 0.3 * search.worth && $0.profit > -0.1 * search.worth }
            best.append(most)
            choices.append(Array(near))
            for group in Set(near.flatMap { $0.column.cycles.map(\.group) }) { seekers[group].append(Int32(owner)) }
        }
    }

    /// The plan as it is now, counted anew.
    var assignment: Assignment {
        let all = uses.joined()
        return instance.assignment(all.map(\.column), counts: all.map(\.count))
    }

    // MARK: Rounds

    /// Goes over what is lacking, from the most to the least, in problems that grow from time to time, until the greatest bring next to nothing.
    /// - Parameter first: the number of the first time; others look at great rows from other sides.
    /// - Parameter most: problems in all.
    /// - Parameter isEnough: asked of every plan on the way whether it needs no further repair: of its value, in the objective, where it misses nothing.
    mutating func run(from first: Int = 0, most: Int = .max, isEnough: (Double?) -> Bool) {
        var left = most
        func isDone() -> Bool { isEnough(state.missed(relaxation).isEmpty ? state.value(uses: uses) : nil) }
        guard !isDone() else { return }
        for (pass, size) in classesAtOnce.enumerated() where left > 0 && !interruption.hasCome {
            var gained = 0.0
            var visited = [Bool](repeating: false, count: uses.count)
            let holders = holders()
            var seeds = seeds(first + pass)[...]
            while left > 0, !interruption.hasCome {
                let batch = batch(of: &seeds, size: size, most: left, holders: holders, visited: &visited)
                if batch.isEmpty { break }
                left -= batch.count
                let gain = replan(batch)
                gained += gain
                if gain > 0, isDone() { return }
            }
            if size == classesAtOnce.last, gained < 1e-4 * abs(state.value(uses: uses)) { break }
        }
    }

    /// By group: classes with people there.
    private func holders() -> [[Int32]] {
        var holders = [[Int32]](repeating: [], count: instance.groups.count)
        for (owner, list) in uses.enumerated() {
            for use in list { for cycle in use.column.cycles where holders[cycle.group].last != Int32(owner) { holders[cycle.group].append(Int32(owner)) } }
        }
        return holders
    }

    /// Where the plan lacks most: classes that could gain more, rows with room at a price.
    private func seeds(_ pass: Int) -> [(loss: Double, owners: [Int])] {
        var seeds: [(loss: Double, owners: [Int])] = []
        for (owner, list) in uses.enumerated() {
            let own = list.reduce(0.0) { $0 + Double($1.count) * relaxation.profit(of: $1.column, at: prices) }
            let loss = Double(instance.classes[owner].count) * best[owner] - own
            if loss > 1e-4 { seeds.append((loss, [owner])) }
        }
        var wanting = state.losses(relaxation, prices)
        var near: [Int: [Int]] = [:]
        for (owner, list) in choices.enumerated() {
            for choice in list where choice.profit > best[owner] - 1e-3 {
                for entry in choice.column.entries where wanting[entry.row] != nil && near[entry.row, default: []].count < 400 {
                    near[entry.row, default: []].append(owner)
                }
            }
        }
        for (row, owners) in near.sorted(by: { $0.key < $1.key }) {
            var random = SplitMix64(seed: UInt64(row) << 8 | UInt64(pass))
            // A row of many people, such as a quota line, is looked at from several sides.
            let loss = wanting.removeValue(forKey: row) ?? 0
            for part in 0..<max(1, min(6, owners.count / 30)) {
                let start = Int(random.next() % UInt64(owners.count))
                seeds.append((loss / Double(part + 1), (0..<min(12, owners.count)).map { owners[(start + $0) % owners.count] }))
            }
        }
        return seeds.sorted { ($1.loss, $0.owners[0]) < ($0.loss, $1.owners[0]) }
    }

    /// The next problems, nobody in two of them.
    private func batch(
        of seeds: inout ArraySlice<(loss: Double, owners: [Int])>, size: Int, most: Int, holders: [[Int32]], visited: inout [Bool]
    ) -> [[Int]] {
        var batch: [[Int]] = []
        var isTaken: Set<Int> = []
        while batch.count < min(most, Self.batch), let seed = seeds.popFirst() {
            guard seed.owners.contains(where: { !visited[$0] }) else { continue }
            let chosen = neighbourhood(of: seed.owners, size: size, besides: isTaken, holders: holders, visited: visited)
            guard !chosen.isEmpty else { continue }
            for owner in chosen { visited[owner] = true }
            isTaken.formUnion(chosen)
            batch.append(chosen)
        }
        return batch
    }

    /// Some classes and those who hold, or seek, the places that they seek.
    private func neighbourhood(of seeds: [Int], size: Int, besides isTaken: Set<Int>, holders: [[Int32]], visited: [Bool]) -> [Int] {
        var chosen: [Int] = []
        var isChosen = isTaken
        var columns = 0
        var isFull: Bool { chosen.count >= size || columns >= size * Self.columnsPerClass }
        func add(_ owner: Int) {
            guard !isFull, isChosen.insert(owner).inserted else { return }
            chosen.append(owner)
            columns += choices[owner].count + 1
        }
        for owner in seeds { add(owner) }
        var next = 0
        while next < chosen.count, !isFull {
            let owner = chosen[next]
            next += 1
            for group in Set((choices[owner].map(\.column) + uses[owner].map(\.column)).flatMap { $0.cycles.map(\.group) }).sorted() {
                for list in [holders[group], seekers[group]] where !list.isEmpty {
                    let start = (owner &* 31) % list.count
                    var taken = 0
                    for step in 0..<min(list.count, 24) where taken < 3 {
                        let other = Int(list[(start + step) % list.count])
                        guard !isChosen.contains(other), !visited[other] || step > 12 else { continue }
                        add(other)
                        taken += 1
                    }
                }
            }
        }
        return chosen
    }

    /// Plans some classes anew, those of each list together; returns what that gains. Each list is planned as if nobody else moved; what of
    /// that no longer fits after the lists before is left as it was.
    private mutating func replan(_ lists: [[Int]]) -> Double {
        let drafts = lists.map(draft)
        let found = Mutex([RepairState.Change?](repeating: nil, count: lists.count))
        let (state, relaxation) = (state, relaxation)
        Workers.run(lists.count, threads: threads, begin: {}) { _, index in
            guard !interruption.hasCome else { return }
            let change = state.improvement(drafts[index].columns, drafts[index].counts, relaxation)
            found.withLock { $0[index] = change }
        }
        var gained = 0.0
        for ((owners, draft), change) in zip(zip(lists, drafts), found.withLock { $0 }) {
            guard let change, let gain = self.state.take(change, of: draft.columns, from: draft.counts, relaxation) else { continue }
            gained += gain
            for owner in owners { uses[owner] = [] }
            for (column, count) in zip(draft.columns, change.counts) where count > 0 { uses[column.owner].append(Use(column: column, count: count)) }
        }
        return gained
    }

    /// The itineraries that some classes may follow, and how many follow each now.
    private func draft(_ owners: [Int]) -> (columns: [Column], counts: [Int]) {
        var (columns, counts): ([Column], [Int]) = ([], [])
        for owner in owners {
            let keys = Set(uses[owner].map(\.column.key))
            for use in uses[owner] {
                columns.append(use.column)
                counts.append(use.count)
            }
            for choice in choices[owner] where !keys.contains(choice.column.key) {
                columns.append(choice.column)
                counts.append(0)
            }
        }
        return (columns, counts)
    }
}
