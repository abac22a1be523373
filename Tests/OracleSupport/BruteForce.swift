import MobilityChecking
import MobilityModel

/// What is true of a scenario, found by trying everything.
public enum OracleAnswer: Sendable {
    /// The value of every term of `scenario.terms` in every lexicographic optimum, and one such plan.
    case optimal(terms: [TermValue], plan: Plan)
    case infeasible

    /// `nil` where infeasible.
    public var values: [Int64]? {
        if case .optimal(let terms, _) = self { terms.map(\.value) } else { nil }
    }
}

/// Finds the lexicographic optimum of a tiny scenario by trying everything, with the plan checker as the only judge.
///
/// Every person's valid itineraries are listed (``PersonItineraries``). People are then added one after another. Partial
/// plans in which the same numbers of people take the same things (``Takings``) are alike for every rule between people
/// and for every later person, so of those the best is kept. The full plans that remain are offered to the checker, best
/// first; the first that it accepts is an optimum.
public struct BruteForce {
    let scenario: Scenario
    let pins: Plan?
    let demands: [Demand]
    let near: Distances?
    private let isMaximised: [Bool]

    /// - Parameter near: of the optima, the nearest to this plan is the answer: fewest people moved, then fewest itineraries changed.
    public init(_ scenario: Scenario, pins: Plan? = nil, demands: [Demand] = [], near: Plan? = nil) {
        self.scenario = scenario
        self.near = near.map { Distances(to: $0) }
        self.demands = demands
        self.pins = pins
        isMaximised = scenario.terms.map(\.isMaximised)
    }

    /// - Parameter workLimit: checks of plans and extensions of partial plans before giving up.
    /// - Returns: `nil` where the limit is reached.
    public func solve(workLimit: Int = 100_000) -> OracleAnswer? {
        var work = workLimit
        let lister = PersonItineraries(scenario, pins: pins)
        var offers: [[Offer]] = []
        for candidate in scenario.candidates {
            guard let itineraries = lister.list(for: candidate, work: &work) else { return nil }
            offers.append(itineraries.map { offer(candidate, $0) })
        }
        let takings = Takings(scenario, offers.map { $0.map(\.takes) })
        var states: [[Int32]] = [takings.nothing]
        var partials: [[Int32]: Partial] = [takings.nothing: Partial(values: scenario.terms.map { _ in 0 }, choices: [])]
        for (candidate, row) in zip(scenario.candidates, offers) {
            let options = row.map { (itinerary: $0.itinerary, values: $0.values, takes: takings.vector($0.takes)) }
            for _ in 0..<candidate.count {
                work -= states.count * options.count
                guard work > 0 else { return nil }
                var order = states
                var next = partials
                for state in states {
                    guard let partial = partials[state] else { continue }
                    for option in options {
                        guard let sum = takings.sum(state, option.takes) else { continue }
                        var values = partial.values
                        for index in values.indices { values[index] += option.values[index] }
                        if let rival = next[sum] {
                            if !isBetter(values, rival.values) { continue }
                        } else {
                            order.append(sum)
                        }
                        next[sum] = Partial(values: values, choices: partial.choices + [option.itinerary])
                    }
                }
                (states, partials) = (order, next)
            }
        }
        return best(of: states.compactMap { state in partials[state].map { (state, $0) } }, takings, &work)
    }

    /// A plan of the first people, with those parts of the terms that are sums over cycles.
    private struct Partial {
        var values: [Int64]
        var choices: [Itinerary]
    }

    private struct Offer {
        var itinerary: Itinerary
        var takes: [String: Int32]
        var values: [Int64]
    }

    private func offer(_ candidate: Candidate, _ cycles: [Cycle]) -> Offer {
        let itinerary = Itinerary(candidate: candidate.id, cycles: cycles)
        let checker = PlanChecker(scenario: scenario)
        let report = checker.check(Plan(itineraries: [itinerary]))
        let values = scenario.terms.map { term in
            switch term {
            case .penalty: Int64(0)
            case .cost: cycles.reduce(Int64(0)) { $0 + checker.costPerPerson(of: $1, by: candidate.id).amount }
            default: report.value(of: term)
            }
        }
        var takes = Takings.of(itinerary, candidate, report, scenario, pins, demands)
        takes.merge(near?.takes(itinerary) ?? [:]) { $0 + $1 }
        return Offer(itinerary: itinerary, takes: takes, values: values)
    }

    private func isBetter(_ a: [Int64], _ b: [Int64]) -> Bool {
        for index in a.indices where a[index] != b[index] {
            return isMaximised[index] ? a[index] > b[index] : a[index] < b[index]
        }
        return false
    }

    private func best(of states: [([Int32], Partial)], _ takings: Takings, _ work: inout Int) -> OracleAnswer? {
        var complete = states.map { state, partial in
            let values = zip(partial.values, scenario.terms).map { value, term in
                switch term {
                case .cost: value + takings.runCosts(state)
                case .penalty: value + takings.penalty(state)
                default: value
                }
            }
            let far = near.map { $0.between(Plan(itineraries: partial.choices)) } ?? (moved: 0, changed: 0)
            return (state: state, values: values, far: far, choices: partial.choices)
        }
        complete.sort { a, b in
            a.values == b.values && a.far != b.far ? a.far < b.far : a.values == b.values ? a.state.lexicographicallyPrecedes(b.state) : isBetter(a.values, b.values)
        }
        let judge = PlanChecker(scenario: scenario)
        for (_, values, _, choices) in complete {
            work -= 5
            guard work > 0 else { return nil }
            let plan = Plan(itineraries: choices)
            let report = judge.check(plan, pins: pins, demands: demands)
            guard report.isValid else { continue }
            assert(report.terms.map(\.value) == values, "\(scenario.name): the checker's terms are not the sum of their parts")
            return .optimal(terms: report.terms, plan: plan)
        }
        return .infeasible
    }
}
