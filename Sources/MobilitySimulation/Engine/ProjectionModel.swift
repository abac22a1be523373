import MobilityModel

/// A plan and its behaviour made ready for replicates: alike people together, every name resolved.
struct ProjectionModel: Sendable {
    /// People who share a chain.
    struct PeopleOfChain: Sendable {
        var chain: Chain
        /// Of the model's keys.
        var people: Range<Int>
    }
    let behaviour: Behaviour
    let seed: UInt64
    /// Hashes of what makes a cohort: country, channel and year of the start.
    var cohorts: [UInt64] = []
    var chances: [ChanceKey] = []
    var lateness: [Lateness] = []
    var courses: [CourseKey] = []
    var cells: [Cell] = []
    /// Planned cycles of each cell.
    var planned: [Int] = []
    var groups: [GroupKey] = []
    /// People with a planned cycle in each group.
    var people: [Int] = []
    var chains: [PeopleOfChain] = []
    /// Of people, chain by chain.
    var keys: [UInt64] = []
    /// Effects of the behaviour, by position, that hold for a planned cycle at which their step is decided.
    var concerning: Set<Int> = []
    /// Of any itinerary.
    var mostCycles = 0
    /// Of any cycle.
    var mostSessions = 0
    /// Cents, of all sessions that anybody is planned for.
    var runCosts: Int64 = 0

    init(behaviour: Behaviour, seed: UInt64) { self.behaviour = behaviour; self.seed = seed }
}
