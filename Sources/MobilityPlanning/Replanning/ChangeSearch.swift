import MobilityModel

/// Looks for the smallest change of a row's own data with which one person of it would be placed, by planning with it.
///
/// One person with the changed data stands beside the others of the row, and has to be placed. A plan without that person is a
/// plan of the scenario as it is, so the best plan with them, held against the best plan there is, decides: better or as good,
/// and the person is in a best plan; worse, and the plan is best without them.
public struct ChangeSearch {
    public struct Finding: Sendable {
        public var changes: [CandidateChange]
        public var replan: Replan
    }

    public struct Result: Sendable {
        /// The smallest with which a best plan has the person in it.
        public var placing: Finding?
        /// The smallest with which they can be placed at all, where that makes the plan worse.
        public var possible: Finding?
        /// Plans made.
        public var tried: Int
        /// Sets of changes left untried.
        public var untried: Int
        /// Whether a search ended without saying whether the person would be placed.
        public var hasDoubts: Bool
    }

    let replanner: Replanner
    let scenario: Scenario

    public init(_ replanner: Replanner, scenario: Scenario) {
        self.replanner = replanner
        self.scenario = scenario
    }

    /// - Parameter limit: plans that are made.
    /// - Throws: `Replanner.Refused`.
    public func search(_ id: Candidate.ID, limit: Int, shouldStop: () -> Bool = { false }) throws -> Result? {
        guard let row = scenario.candidates.firstIndex(where: { $0.id == id }) else { return nil }
        var result = Result(tried: 0, untried: 0, hasDoubts: false)
        let series = series(ChangeOptions(scenario: scenario, candidate: scenario.candidates[row]).sets)
        for (index, sets) in series.enumerated() {
            guard result.tried < limit, !shouldStop() else {
                result.untried = series[index...].reduce(0) { $0 + $1.count }
                break
            }
            try search(sets, row, &result, shouldStop)
            if result.placing != nil { break }
        }
        return result
    }

    /// Sets that go further and further in one day, and are the same in all else, stand together; every other set stands alone.
    private func series(_ sets: [[CandidateChange]]) -> [[[CandidateChange]]] {
        var series: [[[CandidateChange]]] = []
        var last: Series?
        for set in sets {
            let own = Series(set)
            if let own, own == last { series[series.count - 1].append(set) } else { series.append([set]) }
            last = own
        }
        return series
    }

    /// What sets have in common that differ by one day alone, which comes last.
    private struct Series: Equatable {
        private enum Kind { case from, until, passport }
        private var rest: ArraySlice<CandidateChange>
        private var kind: Kind

        init?(_ set: [CandidateChange]) {
            rest = set.dropLast()
            switch set.last {
            case .from: kind = .from
            case .until where rest.isEmpty: kind = .until
            case .passport where rest.isEmpty: kind = .passport
            default: return nil
            }
        }
    }

    /// A day further only opens more: where the furthest does not help no other does, and where it does the first that helps is
    /// found by halving.
    private func search(
        _ sets: [[CandidateChange]], _ row: Int, _ result: inout Result, _ shouldStop: () -> Bool
    ) throws {
        guard var found = try sets.last.map({ try attempt($0, row, &result, shouldStop) }) else { return }
        guard found.standing > .unknown, found.standing == .placed || result.possible == nil else { return }
        let wanted = found.standing
        var (low, high) = (0, sets.count - 1)
        while low < high {
            let middle = (low + high) / 2
            let nearer = try attempt(sets[middle], row, &result, shouldStop)
            if nearer.standing >= wanted { (high, found) = (middle, nearer) } else { low = middle + 1 }
        }
        if wanted == .placed { result.placing = found.finding } else { result.possible = found.finding }
    }

    /// What a change makes of the person.
    private enum Standing: Int, Comparable {
        case nowhere, unknown, possible, placed
        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    private func attempt(
        _ changes: [CandidateChange], _ row: Int, _ result: inout Result, _ shouldStop: () -> Bool
    ) throws -> (standing: Standing, finding: Finding) {
        result.tried += 1
        let (altered, id) = with(changes, row)
        let replan = try replanner.replan(altered, demands: [Demand(.candidate(id), .atLeast, 1)], shouldStop: shouldStop)
        let standing: Standing = switch (replan.verdict, replan.outcome) {
        case (.better?, _), (.same?, _): .placed
        case (.worse?, _): .possible
        case (nil, .impossible): .nowhere
        default: .unknown
        }
        if standing == .unknown { result.hasDoubts = true }
        return (standing, Finding(changes: changes, replan: replan))
    }

    /// One person of the row with the changes, named wherever the row is.
    private func with(_ changes: [CandidateChange], _ row: Int) -> (Scenario, Candidate.ID) {
        var altered = scenario
        let own = altered.candidates[row]
        var person = changes.reduce(own) { $1.applied(to: $0) }
        guard own.count > 1 else {
            altered.candidates[row] = person
            return (altered, own.id)
        }
        person.count = 1
        repeat { person.id = Candidate.ID(person.id.text + "+") } while scenario.candidates.contains { $0.id == person.id }
        altered.candidates[row].count -= 1
        altered.candidates.append(person)
        for index in altered.requests.indices where altered.requests[index].named.contains(own.id) {
            altered.requests[index].named.append(person.id)
        }
        return (altered, person.id)
    }
}
