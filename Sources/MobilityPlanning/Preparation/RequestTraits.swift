import MobilityModel

/// What possible cycles read of a request group, in numbers.
struct RequestTraits {
    /// Shared by groups that rules, priorities, quota lines, funds and chances of return cannot tell apart.
    var signature: Int
    var occupation: Int
    var country: Int
    var origins: Int
    /// Of the lists of languages and of skills required.
    var languages: Int
    var atoms: Int
    var employer: Int
    /// Whether anybody may be placed: the sector suits the channel, the start lies in the horizon, and it is filed where it must be.
    var isOpen: Bool
    var isNamed: Bool
    var start: Day
    var end: Day
    var ready: Day
    /// Index of the channel among those with a stay limit; -1 for the others.
    var limitedChannel: Int
}

/// All that decides, beside the person, what a cycle on a request enters in which rows.
struct RequestSignature: Hashable {
    var priority: Int
    var country: Country
    /// The days of travel and return, by the number of days before them on which funds begin or stop.
    var fundsAtStart: Int
    var fundsAtEnd: Int
    var isCounted: Bool
    /// Leaf lines that could take somebody from some origin.
    var leaves: [Int]
    /// By filter on places: whether it holds.
    var places: [Bool]
    /// Rows of demands.
    var demand: Request.ID?
    /// Of the stay and of the skills required; 0 where no term reads chances of return.
    var months: Int
    var sessions: Int
}

/// The groups of an instance in numbers, with what the numbers stand for.
struct RequestTable {
    private(set) var traits: [RequestTraits] = []
    private(set) var signatures = Interning<RequestSignature>()
    private(set) var occupations = Interning<String>()
    private(set) var countries = Interning<Country>()
    private(set) var origins = Interning<[Country]>()
    private(set) var languages = Interning<[LanguageSkill]>()
    private(set) var atoms = Interning<[Int]>()
    private(set) var employers = Interning<String>()
    /// By occupation: its groups, ascending, which is by start.
    private(set) var byOccupation: [[Int32]] = []

    init(_ scenario: Scenario, groups: [RequestGroup], atoms known: SkillAtoms, quotas: QuotaTree, funds: FundGroups, demands: [Demand]) {
        let readsReturns = scenario.objective.contains(.returns)
        let places = scenario.rules.map(\.place) + scenario.priorities.map(\.place) + (readsReturns ? scenario.behaviour.effects.map(\.place) : [])
        let demanded = Set(demands.compactMap(\.request))
        let windows = StayWindows(scenario)
        func changes(by day: Day) -> Int { funds.changes.count { $0 <= day } }
        for group in groups {
            let request = group.request
            let atoms = known.atoms(of: request)
            let signature = signatures.number(of: RequestSignature(
                priority: request.priority, country: request.country, fundsAtStart: changes(by: request.start),
                fundsAtEnd: changes(by: request.end), isCounted: group.channel.quota,
                leaves: group.channel.quota ? quotas.leavesOfAnyOrigin(for: request) : [],
                places: places.map { $0.holds(for: request) }, demand: demanded.contains(request.id) ? request.id : nil,
                months: readsReturns ? max(0, request.stayDays / 30) : 0, sessions: readsReturns ? atoms.count : 0))
            let isSuitable = group.channel.sectors.isEmpty || group.channel.sectors.contains(request.sector)
            let isFiled = !scenario.cycle.requireFiled || request.filed != nil
            traits.append(RequestTraits(
                signature: signature, occupation: occupations.number(of: request.occupation), country: countries.number(of: request.country),
                origins: origins.number(of: request.origins), languages: languages.number(of: request.languages),
                atoms: self.atoms.number(of: atoms), employer: employers.number(of: request.employer),
                isOpen: isSuitable && isFiled && scenario.horizon.contains(request.start), isNamed: !request.named.isEmpty,
                start: request.start, end: request.end, ready: group.ready, limitedChannel: windows.index(of: request.channel)))
        }
        byOccupation = Array(repeating: [], count: occupations.values.count)
        for (index, trait) in traits.enumerated() { byOccupation[trait.occupation].append(Int32(index)) }
    }
}
