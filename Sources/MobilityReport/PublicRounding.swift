import MobilityModel

/// Figures as the public sees them: counts of people to a multiple of 5, money to one significant digit (a quotient of it to two), shares to tenths, of 100 people and more to whole percents.
///
/// Tables of one plan speak of the same people: what one leaves out, others and their sums may tell by subtraction. Rounded at
/// random, a count shown stands for any of nine, and sums of counts shown are no sums any more (random rounding: Hundepool and others,
/// *Statistical Disclosure Control*, Wiley 2012, section 5.4; Willenborg and de Waal, *Elements of Statistical Disclosure Control*,
/// Springer 2001). A count is rounded up with a chance of a fifth for each unit above the multiple below it, so it is right on
/// average, save where a limit of the scenario lies between the two multiples: there it is rounded down. Chance is drawn from the candidates' rows, which the public does not have: the same count is the same wherever it
/// stands and in every plan of these candidates, so nothing is gained by looking twice, and of two counts the larger is never shown as the smaller.
struct PublicRounding: Sendable {
    /// What counts are multiples of.
    static let base = SmallGroups.least
    private let secret: UInt64
    /// Multiples above which, up to the next, some limit of the scenario lies: a count of people under that limit rounded up would
    /// stand for those few numbers alone that the limit leaves, so nothing is rounded up there.
    private let floors: Set<Int>

    init(secret: UInt64, limits: [Int] = []) {
        self.secret = secret
        floors = Set(limits.filter { $0 > 0 && $0 % Self.base > 0 }.map { $0 - $0 % Self.base })
    }

    init(_ scenario: Scenario) {
        let counts = scenario.rules.compactMap { rule -> Int? in if case .count(let count) = rule.target { count } else { nil } }
        let limits = scenario.quotas.map(\.places) + scenario.consulates.map(\.monthlyCapacity)
            + scenario.requests.map(\.places) + counts
        let secret = scenario.candidates.reduce(FNV1a.basis) { hash, row in
            FNV1a.hash("\(row.id.text) \(row.count) \(row.area) \(row.born.number)\n", from: hash)
        }
        self.init(secret: secret, limits: limits)
    }

    /// A comparison has no candidates' rows; the public does not have its exact figures either.
    init(_ comparison: Comparison) {
        let secret = comparison.sides.reduce(FNV1a.basis) { hash, side in
            side.rows.reduce(FNV1a.hash(side.plan.digest, from: hash)) { hash, row in
                FNV1a.hash("\(row.group) \(row.figure) \(row.base ?? -1) \(row.variant ?? -1)\n", from: hash)
            }
        }
        self.init(secret: secret)
    }

    /// Never a change of sign; a multiple stays as it is.
    func count(_ count: Int) -> Int {
        guard count >= 0 else { return -self.count(count == .min ? .max : -count) }
        let rest = count % Self.base
        guard rest > 0 else { return count }
        let below = count - rest
        guard !floors.contains(below) else { return below }
        // One threshold for all counts between two multiples keeps their order.
        let draw = SplitMix64.mix(secret &+ SplitMix64.mix(UInt64(below) &+ 1))
        let threshold = Int(draw % UInt64(Self.base)) + 1
        return rest < threshold || below > .max - Self.base ? below : below + Self.base
    }

    func count(_ value: Double) -> Double {
        value.magnitude < 1e15 ? Double(count(Int(value.rounded()))) : value
    }

    /// To one significant digit: what one person costs is about known, so two would tell how many there are.
    func money(_ euro: Double) -> Double { Self.rounded(euro, below: 10) }

    /// Downwards where it would be more than `most` otherwise.
    func money(_ euro: Double, most: Double) -> Double {
        let nearest = money(euro)
        return nearest > most ? Self.rounded(euro, below: 10, .towardZero) : nearest
    }

    private static func rounded(_ value: Double, below most: Double, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero) -> Double {
        var unit = 1.0
        while value.magnitude / unit >= most, unit < 1e300 { unit *= 10 }
        return (value / unit).rounded(rule) * unit
    }

    /// Of so many people that any number of them has a share this near to it: several shares of few people would tell how many they are.
    ///
    /// - Parameter people: `nil` where not known.
    func share(_ share: Double, people: Int?) -> Double {
        let steps: Double = people.map { $0 >= 100 } == true ? 100 : 10
        return (share * steps).rounded() / steps
    }

    /// - Parameter people: of the group.
    func value(_ value: Double, of figure: OutcomeFigure, people: Int?) -> Double {
        switch figure {
        // A quotient, which is the same for few and for many.
        case .costPerOnTimeReturn: Self.rounded(value, below: 100)
        case .cost: money(value)
        // Several a project: not a count of people.
        case .jobsCreated: Self.rounded(value, below: 10)
        default: figure.isShare ? share(value, people: people) : count(value)
        }
    }

    func rounded(_ projection: Projection) -> Projection {
        var result = projection
        for index in result.groups.indices {
            let people = result.groups[index].people
            result.groups[index].people = count(people)
            result.groups[index].figures = zip(OutcomeFigure.allCases, result.groups[index].figures).map { figure, estimate in
                // Of ten people and fewer even tenths would tell.
                guard var estimate, people > 10 || !figure.isShare else { return nil }
                estimate.mean = value(estimate.mean, of: figure, people: people)
                estimate.low = value(estimate.low, of: figure, people: people)
                estimate.high = value(estimate.high, of: figure, people: people)
                // Of a count with a known chance both are functions of the count, and so is how often a ratio is defined.
                estimate.parameterShare = 0
                estimate.standardError = 0
                estimate.defined = projection.replicates
                return estimate
            }
        }
        return result
    }
}
