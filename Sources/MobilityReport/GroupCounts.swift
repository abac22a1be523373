import MobilityModel

/// People of one group: how many there are, how many go, how often.
public struct PeopleCount: Sendable, Hashable {
    public var group: String
    /// In the candidates table.
    public var people: Int
    /// People with at least one cycle.
    public var placed: Int
    /// Cycles.
    public var placements: Int
}

/// Places of one group of requests: how many are asked for, how many are filled.
public struct PlacesCount: Sendable, Hashable {
    public var group: String
    public var places: Int
    public var filled: Int
}

/// A plan counted by every attribute of people and of places.
///
/// Age and first-time or returning are judged at the start of the stay for placements, on the first day of the horizon
/// for people. Groups are in order of their names, ages and sexes in their own order. Nothing is suppressed: these
/// figures are for the planner who has the candidates' rows at hand.
public struct GroupCounts: Sendable {
    public private(set) var people: [(attribute: String, groups: [PeopleCount])] = []
    public private(set) var places: [(attribute: String, groups: [PlacesCount])] = []
    /// Places by sector, then by the year in which the stay starts.
    public private(set) var placesBySectorAndYear: [String: [Int: PlacesCount]] = [:]
    /// All people of the scenario, and those with at least one cycle.
    public private(set) var totalPeople = PeopleCount(group: "", people: 0, placed: 0, placements: 0)
    public private(set) var totalPlaces = PlacesCount(group: "", places: 0, filled: 0)

    public init(plan: Plan, scenario: Scenario) {
        let requests = Dictionary(scenario.requests.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        countPeople(plan: plan, scenario: scenario, requests: requests)
        countPlaces(plan: plan, scenario: scenario, requests: requests)
    }

    private mutating func countPeople(plan: Plan, scenario: Scenario, requests: [Request.ID: Request]) {
        let firstDay = scenario.horizon.lowerBound
        // Positions and not rows: there may be a million of them.
        let rows = Dictionary(
            scenario.candidates.indices.map { (scenario.candidates[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
        var sex = PeopleTally<String>(), origin = PeopleTally<String>(), area = PeopleTally<String>()
        var age = PeopleTally<AgeBand>(), guarantor = PeopleTally<String>(), experience = PeopleTally<Bool>()
        func count(_ candidate: Candidate, day: Day, returning: Bool, _ add: (inout PeopleCount) -> Void) {
            sex.count(candidate.sex.rawValue, add)
            age.count(AgeBand(born: candidate.born, on: day), add)
            origin.count(candidate.origin.description, add)
            area.count(candidate.area, add)
            guarantor.count(candidate.guarantor.rawValue, add)
            experience.count(returning, add)
            add(&totalPeople)
        }
        for candidate in scenario.candidates {
            count(candidate, day: firstDay, returning: candidate.cycles > 0) { $0.people += candidate.count }
        }
        for itinerary in plan.itineraries {
            guard let row = rows[itinerary.candidate] else { continue }
            let candidate = scenario.candidates[row]
            let number = itinerary.count
            count(candidate, day: firstDay, returning: candidate.cycles > 0) { $0.placed += number }
            for (position, cycle) in itinerary.cycles.enumerated() {
                guard let request = requests[cycle.request] else { continue }
                count(candidate, day: request.start, returning: candidate.cycles + position > 0) { $0.placements += number }
            }
        }
        people = [
            ("sex", sex.sorted(by: <) { $0 }),
            ("age", age.sorted(by: <) { $0.name }),
            ("origin", origin.sorted(by: <) { $0 }),
            ("area", area.sorted(by: <) { $0 }),
            ("guarantor", guarantor.sorted(by: <) { $0 }),
            ("experience", experience.sorted { !$0 && $1 } name: { $0 ? "returning" : "first_time" }),
        ]
    }

    private mutating func countPlaces(plan: Plan, scenario: Scenario, requests: [Request.ID: Request]) {
        var sector: [String: PlacesCount] = [:], channel: [String: PlacesCount] = [:]
        var country: [String: PlacesCount] = [:], year: [String: PlacesCount] = [:]
        func count(_ request: Request, _ add: (inout PlacesCount) -> Void) {
            add(&sector[request.sector, default: PlacesCount(group: request.sector, places: 0, filled: 0)])
            add(&channel[request.channel, default: PlacesCount(group: request.channel, places: 0, filled: 0)])
            let countryName = request.country.description
            add(&country[countryName, default: PlacesCount(group: countryName, places: 0, filled: 0)])
            let startYear = request.start.year
            add(&year["\(startYear)", default: PlacesCount(group: "\(startYear)", places: 0, filled: 0)])
            add(&placesBySectorAndYear[request.sector, default: [:]][
                startYear, default: PlacesCount(group: "\(startYear)", places: 0, filled: 0)])
            add(&totalPlaces)
        }
        for request in scenario.requests { count(request) { $0.places += request.places } }
        for itinerary in plan.itineraries {
            for cycle in itinerary.cycles {
                guard let request = requests[cycle.request] else { continue }
                count(request) { $0.filled += itinerary.count }
            }
        }
        places = [("sector", sector), ("channel", channel), ("country", country), ("year", year)].map { attribute, counts in
            (attribute, counts.values.sorted { $0.group < $1.group })
        }
    }
}

/// Counts of people by the groups of one attribute.
private struct PeopleTally<Group: Hashable> {
    private var counts: [Group: PeopleCount] = [:]

    mutating func count(_ group: Group, _ add: (inout PeopleCount) -> Void) {
        add(&counts[group, default: PeopleCount(group: "", people: 0, placed: 0, placements: 0)])
    }

    func sorted(by order: (Group, Group) -> Bool, name: (Group) -> String) -> [PeopleCount] {
        counts.sorted { order($0.key, $1.key) }.map { group, count in
            var named = count
            named.group = name(group)
            return named
        }
    }
}
