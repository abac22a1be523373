import MobilityModel

/// Looks for the prices that prove most, and for the itineraries that belong to them, without a basis: column generation on the smoothed
/// master.
///
/// Prices of a simplex basis jump from one corner to the next, and the more people are alike the wilder; those of the smoothed master lie
/// in the middle of all that are nearly as good, so that few rounds of pricing bring what is missing. The temperature goes down as
/// the itineraries become complete. What the prices prove is computed apart, by pricing every class exactly (`DualBound`).
struct PriceSearch {
    private(set) var relaxation: Relaxation
    private(set) var whole: Relaxation
    let interruption: Interruption
    private let threads: Int
    /// Itineraries of a class that are held at most.
    private let most: Int
    /// By class.
    private(set) var columns: [[Column]]
    private var known: Set<Column.Key> = []
    /// What is proven.
    private(set) var best: DualBound?
    private(set) var prices: [Double]
    /// By class: people who are not placed for good.
    private var people: [Double]
    /// By class and column: the people who follow it.
    private(set) var shares: [[Double]] = []
    /// By side of the relaxation: how much of it the shares go with.
    private(set) var sides: [Double] = []
    /// What a cycle is worth about, in the objective of the stage.
    private(set) var worth = 0.0
    /// What the itineraries that were not known gained more than those that were, at the last prices.
    private var missing = 0.0
    /// Whether the rows are nearly met at the last prices.
    private var isCalm = false
    /// Whether other searches may continue these prices.
    private var hasPrices = true
    private var beginning = Beginning.cold
    /// Whether the search before has done the work of this one.
    private(set) var isAdopted = false
    /// By row of a kept term: the prices of its own stage, at which a unit of it is worth 1.
    private var rays: [Int: [Double]] = [:]
    /// By row of a kept term: how far its price moves at a time, and whether it fell short the last time.
    private var factors: [Int: Factor] = [:]

    /// What is known of the prices before the first round.
    private enum Beginning {
        /// Nothing.
        case cold
        /// They continue those of another search, or of a sample of the possible cycles.
        case warm
        /// They are near the best, and itineraries are all that is missing.
        case resumed

        /// The temperature of the first round, in parts of what a cycle is worth.
        var temperature: Double {
            switch self {
            case .cold: PriceSearch.warmest
            case .warm: PriceSearch.warm
            case .resumed: PriceSearch.resumed
            }
        }
    }

    private struct Factor {
        var size: Double
        var wasShort: Bool?
    }

    static let rounds = 100
    /// Rounds at the lowest temperature that prove next to nothing before the search ends.
    static let patience = 5
    /// How near a kept term must come to what is aimed for, relative, for its price to rest.
    static let nearAim = 2e-4
    static let stepsPerRound = 150
    static let aimingRounds = 3
    /// Rounds for what a plan that has begun leaves, and what may be missing, relative, for them to end.
    static let roundsForRest = 3
    /// How often the temperature is doubled for the first of them.
    static let warmings = 3
    /// What a place may cost, in what cycles are worth: more than the most that anybody can gain there.
    static let mostForRest = 6.0
    static let restMissing = 1e-4
    static let itinerariesPerClass = 4
    /// Those of the first pricing, and rounds in vain, of a search that begins at the prices of another plan.
    static let itinerariesAtFirst = 10
    /// Of people one by one; pools, of whom each bends many prices, take longer to calm.
    static let resumedPatience = 2
    /// Itineraries of a class beyond which those are dropped that less than a part of its people follow.
    static let manyColumns = 16
    static let idle = 1e-5
    /// How much less than the best that is known an itinerary may gain to be looked for, in temperatures: at more its share is next to nothing.
    static let nearness = 4.0
    /// How much less than the best prices, relative, others prove from which the search goes back to these: what leads nowhere for want of
    /// itineraries that are known by now (a null step, as of bundle methods: Lemaréchal 2001).
    static let astray = 0.02
    /// Possible cycles of a class that are looked at in each of the first rounds, where there are more.
    static let sample = 32
    static let sampleRounds = 14
    static let sampleSteps = 60
    /// Temperatures, in parts of what a cycle is worth.
    static let warmest = 0.2
    static let warm = 0.02
    static let coldest = 0.0005
    static let resumed = 0.001
    /// Above that only the most promising cycles of people one by one are priced: what is proven then is soon surpassed.
    static let exactFrom = 0.002

    /// - Parameters:
    ///   - known: itineraries to begin with.
    ///   - previous: the search of the stage before, whose prices these continue.
    ///   - start: the prices to begin with, where they are known from elsewhere.
    init(
        _ relaxation: Relaxation, interruption: Interruption, columns known: [Column], after previous: PriceSearch? = nil,
        from start: [Double]? = nil, most: Int = 48, threads: Int = 1
    ) {
        self.relaxation = relaxation
        whole = relaxation
        people = relaxation.instance.classes.map { Double($0.count) }
        self.interruption = interruption
        self.threads = threads
        self.most = most
        columns = Array(repeating: [], count: relaxation.instance.classes.count)
        prices = relaxation.admissible(Array(repeating: 0, count: relaxation.rows.count))
        for column in known { add(column) }
        if let previous {
            for (list, shares) in zip(previous.columns, previous.shares) {
                for (column, share) in zip(list, shares) where share > 1e-3 { add(column) }
            }
        }
        worth = mean { abs($0.gain(relaxation.objective)) } ?? 1
        if let previous, previous.hasPrices { continuePrices(of: previous) }
        if let start {
            prices = relaxation.admissible(start)
            beginning = .resumed
        }
    }

    /// The mean of what is positive, by cycle.
    private func mean(_ value: (Column) -> Double) -> Double? {
        var (sum, count) = (0.0, 0.0)
        for column in columns.joined() where value(column) > 0 {
            sum += value(column) / Double(max(1, column.cycles.count))
            count += 1
        }
        return count > 0 ? sum / count : nil
    }

    /// The stage before is kept as a row: at a price that outweighs the new term, its prices times that are the first of this stage.
    private mutating func continuePrices(of previous: PriceSearch) {
        let instance = relaxation.instance
        beginning = .warm
        rays = previous.rays
        guard previous.relaxation.objective != relaxation.objective else {
            adopt(previous)
            return
        }
        guard let term = previous.relaxation.objective.firstIndex(where: { $0 != 0 }), let row = instance.table[.term(term)] else { return }
        let before = mean { abs(Double($0.terms[term])) / instance.scales[term] } ?? 1
        var ray = previous.best?.duals ?? previous.prices
        ray[row] = instance.terms[term].isMaximised ? -1 : 1
        rays[row] = ray
        prices = relaxation.admissible(ray.map { $0 * 3 * worth / before })
        factors = Dictionary(uniqueKeysWithValues: relaxation.rows.indices.filter { relaxation.isKeptTerm($0) }.map { ($0, Factor(size: instance.isOfPersons ? 1.6 : 1.05)) })
    }

    /// The search before had the same objective: its prices prove what they did, and its shares stand.
    private mutating func adopt(_ previous: PriceSearch) {
        prices = relaxation.admissible(previous.best?.duals ?? previous.prices)
        let instance = relaxation.instance
        guard let known = previous.best, relaxation.admissible(known.duals) == known.duals, previous.people == people, instance.isOfPersons else { return }
        let bound = relaxation.bound(known.duals, profits: known.profits)
        guard bound.value <= known.value + 1e-6 * abs(known.value) else { return }
        best = bound
        (columns, shares, isAdopted) = (previous.columns, previous.shares, true)
    }

    /// Raises the prices of kept terms that fall short, and lowers those of terms with something to spare: by factors that shrink
    /// whenever the direction turns. With the price of a term go those of its own stage, so that who served that term best still does.
    ///
    /// Of pools the price of the term alone is moved, and descends with the others besides.
    ///
    /// - Returns: by how much the one that falls shortest does, relative; and what terms fall short by, or have to spare, at their prices.
    @discardableResult private mutating func movePrices(activity: [Double]) -> (short: Double, unrest: Double) {
        var (shortest, unrest) = (0.0, 0.0)
        for (row, factor) in factors.sorted(by: { $0.key < $1.key }) {
            let (aim, price) = (relaxation.limit(row, at: prices[row]), prices[row])
            let short = (price < 0 ? aim - activity[row] : activity[row] - aim) / max(1, abs(aim))
            unrest += abs(price * (aim - activity[row]))
            guard price != 0, let ray = rays[row], abs(short) > Self.nearAim else { continue }
            shortest = max(shortest, short)
            var next = factor
            if let was = factor.wasShort {
                next.size = was == (short > 0) ? min(2, 1 + (factor.size - 1) * 1.3) : max(1.002, 1 + (factor.size - 1) / 2.5)
            }
            next.wasShort = short > 0
            factors[row] = next
            let more = abs(price) * ((short > 0 ? next.size : 1 / next.size) - 1)
            if relaxation.instance.isOfPersons {
                for index in prices.indices where ray[index] != 0 { prices[index] += more * ray[index] }
            } else {
                prices[row] += more * ray[row]
            }
        }
        prices = relaxation.admissible(prices)
        return (shortest, unrest)
    }

    @discardableResult private mutating func add(_ column: Column) -> Bool {
        guard known.insert(column.key).inserted else { return false }
        columns[column.owner].append(column)
        return true
    }

    /// Prices at which everybody chooses among a few of their possible cycles, drawn anew every round: at these, most of what there is
    /// beside is seen at a glance to gain nothing (as prices of a sample serve for the rest in Agrawal, Wang and Ye 2014).
    private mutating func warmUp() throws {
        guard !relaxation.instance.keepsPostings else { return }
        var temperature = Self.warmest
        for round in 0..<Self.sampleRounds where !interruption.hasCome && !interruption.isHalfOver {
            do {
                _ = try price(sample: Shortlist.Sample(size: Self.sample, draw: UInt64(round)), isExact: false)
            } catch StageFailure.interrupted { return }
            movePrices(activity: descend(temperature: temperature * worth, steps: Self.sampleSteps).activity)
            temperature = max(Self.warm, temperature * 0.8)
        }
        beginning = .warm
    }

    /// - Parameters:
    ///   - isClosed: whether a bound is as near to the best plan as was asked for.
    ///   - report: told of every bound that is better than those before.
    ///   - precision: what a bound may be the weaker for, relative, of itineraries that are not known.
    ///   - leavesTime: whether to end when half of the time limit is over, for a first plan to be made of what there is.
    mutating func run(isClosed: (DualBound) -> Bool, report: (DualBound) -> Void, precision: Double, leavesTime: Bool = false) throws {
        let isOfPersons = relaxation.instance.isOfPersons
        if beginning == .cold || beginning == .warm && isOfPersons { try warmUp() }
        let isResumed = beginning == .resumed
        var part = beginning.temperature
        let patience = isResumed && isOfPersons ? Self.resumedPatience : Self.patience
        var still = 0
        for _ in 0..<Self.rounds where !interruption.hasCome && !(leavesTime && interruption.isHalfOver) {
            let found: DualBound
            let isFirst = isResumed && best == nil
            do {
                let isExact = isResumed || !isOfPersons || part <= Self.exactFrom
                found = try isFirst ? price(limit: Self.itinerariesAtFirst) : price(within: Self.nearness * part * worth, isExact: isExact)
            } catch StageFailure.interrupted { break }
            let before = best?.value ?? .infinity
            if found.value < before {
                best = found
                report(found)
                if isClosed(found) { break }
            }
            let isEnding = isResumed || part == Self.coldest
            still = before - found.value < 1e-5 * abs(found.value) && isEnding ? still + 1 : 0
            if still == patience { break }
            if isOfPersons, let best, found.value > best.value + Self.astray * abs(best.value) { prices = best.duals }
            let (value, unrest, activity) = descend(temperature: part * worth)
            let isNearlyComplete = (isOfPersons ? missing : found.value - value) < 3e-3 * abs(value)
            let isCalm = unrest < 2e-2 * abs(value)
            // What is not calm yet tells nothing of what the kept terms come to.
            let moves = isCalm && (isOfPersons || part >= Self.warm)
            let kept = moves ? movePrices(activity: activity) : (short: 0, unrest: 0)
            let isKept = isOfPersons ? kept.unrest < 2e-2 * abs(value) : kept.short == 0
            let isComplete = missing < precision * abs(value) && unrest < 1e-2 * abs(value) && kept.unrest < 1e-3 * abs(value)
            if isOfPersons, part == Self.coldest, isComplete { break }
            if isOfPersons, unrest > 5e-2 * abs(value) { part = min(Self.warm, part * 1.5) }
            if isCalm, isKept { part = max(Self.coldest, part * (!isNearlyComplete ? 0.9 : isOfPersons ? 0.55 : 0.7)) }
        }
        if shares.isEmpty { _ = descend(temperature: part * worth) }
    }

    /// Takes out itineraries that hardly anybody follows, of classes that have many: pricing finds them again where they are wanted. Before
    /// prices have calmed, who follows what tells little: then those stay that gain most.
    private mutating func dropIdle() {
        guard shares.count == columns.count, relaxation.instance.isOfPersons else { return }
        let many = isCalm ? min(most, Self.manyColumns) : most
        for owner in columns.indices where columns[owner].count > many && people[owner] > 0 {
            let list = columns[owner]
            var keeps: [Bool]
            if isCalm {
                keeps = list.indices.map { $0 >= shares[owner].count || shares[owner][$0] > Self.idle * people[owner] }
            } else {
                keeps = Array(repeating: false, count: list.count)
                let ranked = list.indices.map { (profit: relaxation.profit(of: list[$0], at: prices), index: $0) }
                for item in ranked.sorted(by: { ($1.profit, $0.index) < ($0.profit, $1.index) }).prefix(2 * many / 3) { keeps[item.index] = true }
            }
            for index in list.indices where !keeps[index] { known.remove(list[index].key) }
            columns[owner] = list.indices.filter { keeps[$0] }.map { list[$0] }
            // Who follows what is known by position.
            shares[owner] = shares[owner].indices.filter { keeps[$0] }.map { shares[owner][$0] }
        }
    }

    /// Lets other searches have the itineraries only.
    mutating func forgetPrices() { hasPrices = false }

    /// Shares everybody out anew, for a plan that comes to more of what one made of these shares has missed: twice as much more.
    mutating func aim(beyond missed: [(row: Int, amount: Double)]) throws {
        whole.aim(beyond: missed.map { ($0.row, 2 * $0.amount) })
        relaxation = whole
        factors = [:]
        try settle(rounds: Self.aimingRounds)
    }

    /// Shares the people who are left out over what a plan that has begun leaves room for.
    mutating func shareOut(after begun: Filling) throws {
        // What is left of the kept terms to be met changes with what has begun: their prices descend with the others.
        factors = [:]
        relaxation = whole.left(after: begun, mostPrice: Self.mostForRest * worth)
        people = begun.left.map { Double($0) }
        prices = relaxation.admissible(prices)
        try settle(rounds: relaxation.instance.isOfPersons && !interruption.isHalfOver ? Self.roundsForRest : 1)
    }

    /// Shares people out at the lowest temperature, with the itineraries that so many rounds of pricing add, or fewer where these gain next
    /// to nothing.
    private mutating func settle(rounds: Int) throws {
        let isOfPersons = relaxation.instance.isOfPersons
        for round in 0..<rounds {
            // What is left is another problem: prices find their way at a higher temperature.
            let warmth = isOfPersons ? Double(1 << min(Self.warmings, rounds - round)) : 1
            _ = descend(temperature: Self.coldest * worth * warmth)
            do {
                _ = try price(within: Self.nearness * Self.coldest * worth, isExact: !isOfPersons)
            } catch StageFailure.interrupted { return }
            if isOfPersons, missing < Self.restMissing * abs(best?.value ?? 0) { break }
        }
        _ = descend(temperature: Self.coldest * worth)
    }

    /// What the present prices prove as long as nobody is placed for good; adds the itineraries that are best at them.
    ///
    /// - Parameter slack: how much less than the best that is known of its class an itinerary may gain to be looked for: the smaller, the
    ///   fewer possible cycles are looked at.
    private mutating func price(
        limit: Int = Self.itinerariesPerClass, within slack: Double = .infinity, sample: Shortlist.Sample? = nil, isExact: Bool = true
    ) throws -> DualBound {
        let instance = relaxation.instance
        let known = sample == nil ? bestKnown() : []
        let (profits, found) = try Pricer.bestOfAll(
            instance, prices: Prices(instance, duals: prices, objective: relaxation.objective), limit: limit,
            among: { people[$0] > 0 }, above: { known.isEmpty ? 0 : max(0, known[$0] - slack) }, sample: sample, isExact: isExact,
            interruption: interruption, threads: threads)
        missing = known.isEmpty ? 0 : gained(by: found, over: known)
        dropIdle()
        for column in found { add(column) }
        return relaxation.bound(prices, profits: profits)
    }

    /// What itineraries gain more than the best that were known of their classes, for all their people.
    private func gained(by found: [Column], over known: [Double]) -> Double {
        var (gained, best, owner) = (0.0, 0.0, -1)
        for column in found {
            if column.owner != owner {
                gained += best
                (best, owner) = (0, column.owner)
            }
            best = max(best, (relaxation.profit(of: column, at: prices) - known[owner]) * people[owner])
        }
        return gained + best
    }

    /// By class: what its best known itinerary gains at the present prices; at least 0.
    private func bestKnown() -> [Double] {
        columns.map { list in list.reduce(0) { max($0, relaxation.profit(of: $1, at: prices)) } }
    }

    private mutating func descend(temperature: Double, steps: Int = Self.stepsPerRound) -> (value: Double, unrest: Double, activity: [Double]) {
        var problem = SmoothedProblem(relaxation, columns: columns, people: people, temperature: temperature, threads: threads)
        let found = problem.descend(from: prices, steps: steps, holding: relaxation.instance.isOfPersons ? Set(factors.keys) : [])
        prices = found.prices
        isCalm = found.unrest < 2e-2 * abs(found.value)
        var rest = problem.shares[...]
        sides = problem.sideValues
        shares = columns.map { list in
            defer { rest = rest.dropFirst(list.count) }
            return Array(rest.prefix(list.count))
        }
        return (found.value, found.unrest, problem.wholeActivity)
    }
}
