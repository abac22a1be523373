import Dispatch
import MobilityModel
import Synchronization

/// Projects what a plan leads to: replicates of the whole plan, each with parameters and events of its own.
///
/// Random numbers are keyed by seed, replicate, person, cycle and step, never taken from a stream: the same people have the
/// same luck in every variant of a scenario, and nothing depends on threads. Memory does not grow with the replicates: a figure of
/// a group takes at most 6 KB.
public struct Simulator: Sendable {
    public struct Options: Sendable, Hashable {
        /// At least 1.
        public var replicates: Int
        /// At least 1.
        public var threads: Int
        public init(replicates: Int = 1000, threads: Int = 1) { self.replicates = replicates; self.threads = threads }
    }
    /// How many replicates are done.
    public struct Progress: Sendable, Hashable {
        public var done: Int
        public var of: Int
    }
    let model: ProjectionModel

    /// - Parameters:
    ///   - behaviour: of people and authorities; that of the scenario where not given.
    ///   - seed: of every random number; that of the scenario where not given.
    /// - Throws: `ProjectionProblem`. Whether the plan is valid is for the checker: cycles on requests that the scenario does
    ///   not have are left out.
    public init(scenario: Scenario, plan: Plan, behaviour: Behaviour? = nil, seed: UInt64? = nil) throws(ProjectionProblem) {
        let behaviour = behaviour ?? scenario.behaviour
        guard !plan.itineraries.isEmpty else { throw .emptyPlan }
        guard !behaviour.isEmpty else { throw .noBehaviour }
        let people = plan.itineraries.reduce(0) { sum, itinerary in
            let (sum, overflow) = sum.addingReportingOverflow(max(0, itinerary.count))
            return overflow ? .max : sum
        }
        guard people <= ProjectionProblem.mostPeople else { throw .tooManyPeople(people) }
        var builder = ModelBuilder(scenario: scenario, behaviour: behaviour, seed: seed ?? scenario.seed)
        model = try builder.build(plan)
    }

    /// Planned cycles of all people.
    public var personCycles: Int { model.planned.reduce(0, +) }
    /// Effects of the behaviour, by position, that change nothing in this plan: no planned cycle that they hold for has their step.
    public var strayEffects: [Int] { model.behaviour.effects.indices.filter { !model.concerning.contains($0) } }
    /// Whether the behaviour's delays can keep anybody planned from starting: not without a visa to wait for.
    public var isAnybodyDelayed: Bool { !model.lateness.isEmpty }
    /// Kinds of people that are told apart.
    public var kindsOfPeople: Int { model.chains.count }

    /// - Parameters:
    ///   - progress: called after each replicate, from any thread, one call at a time.
    ///   - shouldStop: asked before each replicate; where it says so, the projection is of those done.
    public func run(
        _ options: Options = Options(), progress: @Sendable (Progress) -> Void = { _ in }, shouldStop: @Sendable () -> Bool = { false }
    ) -> Projection {
        let replicates = max(1, options.replicates)
        let merge = Mutex(Merge(figures: model.groups.count * OutcomeFigure.allCases.count))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(options.threads, replicates))) { _ in
            let replicator = Replicator(model)
            while !shouldStop() {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < replicates else { return }
                let figures = replicator.replicate(number)
                merge.withLock { merge in
                    merge.add(figures, of: number)
                    // The first may be the last of several at work.
                    if merge.done > 0 { progress(Progress(done: merge.done, of: replicates)) }
                }
            }
        }
        return merge.withLock { projection($0, requested: replicates) }
    }

    func projection(_ merge: Merge, requested: Int) -> Projection {
        let width = OutcomeFigure.allCases.count
        let order = model.groups.indices.sorted { GroupKey.isBefore(model.groups[$0], model.groups[$1]) }
        let groups = order.map { number in
            GroupOutcome(
                dimension: model.groups[number].dimension.rawValue, value: model.groups[number].value,
                people: model.people[number], figures: (0..<width).map { merge.tallies[number * width + $0].estimate })
        }
        return Projection(seed: model.seed, requested: requested, replicates: merge.done, groups: groups)
    }
}
