import MobilityModel

/// Candidates who are placed in one plan and not in the other.
///
/// People alike in all that the model reads change places with one another at no cost; who of them goes is drawn by lot, so
/// single rows say less than the groups do.
public struct Movers: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public var candidate: Candidate.ID
        /// People of the row with a cycle.
        public var base: Int
        public var variant: Int
        public var groups: [String]
    }
    public struct Group: Sendable, Hashable {
        public var group: String
        public var winners: Int
        public var losers: Int
        public init(group: String, winners: Int, losers: Int) { self.group = group; self.winners = winners; self.losers = losers }
    }

    public private(set) var rows: [Row] = []
    public private(set) var groups: [Group] = []
    public private(set) var winners = 0
    public private(set) var losers = 0
    /// Rows that only one of the scenarios has; they are not compared.
    public private(set) var notShared = 0

    public init(groups: [Group], winners: Int, losers: Int, notShared: Int) {
        self.groups = groups; self.winners = winners; self.losers = losers; self.notShared = notShared
    }

    init(_ base: ComparedPlan, _ variant: ComparedPlan) {
        func placed(_ plan: Plan) -> [Candidate.ID: Int] {
            plan.itineraries.reduce(into: [:]) { $0[$1.candidate, default: 0] += $1.count }
        }
        let (before, after) = (placed(base.plan), placed(variant.plan))
        let known = Set(variant.scenario.candidates.map(\.id))
        let own = Set(base.scenario.candidates.map(\.id))
        notShared = own.symmetricDifference(known).count
        var counts: [String: Group] = [:]
        for person in base.scenario.candidates.sorted(by: { $0.id < $1.id }) where known.contains(person.id) {
            let (old, new) = (before[person.id] ?? 0, after[person.id] ?? 0)
            guard old != new else { continue }
            let names = PlanLevels.people(person, on: base.scenario.horizon.lowerBound, returning: person.cycles > 0)
            rows.append(Row(candidate: person.id, base: old, variant: new, groups: names))
            for name in names {
                counts[name, default: Group(group: name, winners: 0, losers: 0)].winners += max(0, new - old)
                counts[name, default: Group(group: name, winners: 0, losers: 0)].losers += max(0, old - new)
            }
            winners += max(0, new - old)
            losers += max(0, old - new)
        }
        groups = counts.values.sorted { $0.group < $1.group }
    }
}
