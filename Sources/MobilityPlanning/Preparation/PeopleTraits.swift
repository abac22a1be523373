import MobilityModel

/// What possible cycles read of a class, in numbers.
struct PeopleTraits {
    /// Shared by people whom rules, priorities, quota lines and funds tell apart by age alone.
    var kind: Int32
    var origin: Int32
    /// Of the lists of occupations, countries and languages.
    var occupations: Int32
    var countries: Int32
    var languages: Int32
    /// Of the last employer; -1 where no request is theirs.
    var employer: Int32
    /// Of the days until which each skill is owned.
    var skills: Int32
    /// Of all who can be trained in the same way.
    var profile: Int32
    var isNamed: Bool
    var from: Day
    /// The last day of a stay.
    var last: Day
    /// Starts for which the age is right, the second not included.
    var ofAge: Day
    var tooOld: Day
}

/// All that decides, beside the request and the age, what a cycle of a person enters in which rows.
struct PeopleKind: Hashable {
    var origin: Country
    var hasCycles: Bool
    /// By filter on people: whether it can hold for them.
    var filters: [Bool]
    var demand: Candidate.ID?
}

/// The classes of an instance in numbers, with what the numbers stand for.
struct PeopleTable {
    private(set) var traits: [PeopleTraits] = []
    private(set) var kinds = Interning<PeopleKind>()
    private(set) var origins = Interning<Country>()
    private(set) var occupations = Interning<[String]>()
    private(set) var countries = Interning<[Country]>()
    private(set) var languages = Interning<[LanguageSkill]>()
    private(set) var skills = Interning<[Day]>()
    /// Completed years at which a filter changes, ascending, and by class the days on which they are completed.
    private let ages: [Int]
    private var birthdays: [Day] = []
    var bands: Int { ages.count + 1 }

    init(_ scenario: Scenario, classes: [CandidateClass], requests: RequestTable, training: TrainingCatalogue, demands: [Demand]) {
        let effects = scenario.objective.contains(.returns) ? scenario.behaviour.effects : []
        let who = scenario.rules.flatMap { [$0.who, $0.of] } + scenario.priorities.map(\.who) + effects.map(\.who)
        ages = Set(who.flatMap { [$0.ageMin, $0.ageMax.map { $0 + 1 }].compactMap { $0 } }).sorted()
        let demanded = Set(demands.compactMap(\.candidate))
        let named = Set(scenario.requests.flatMap(\.named))
        let (minAge, maxAge) = (scenario.cycle.minAge, scenario.cycle.maxAge)
        for owner in classes {
            let person = owner.candidate
            let kind = PeopleKind(
                origin: person.origin, hasCycles: person.cycles > 0,
                filters: who.map { $0.holds(sex: person.sex, origin: person.origin, area: person.area, guarantor: person.guarantor) },
                demand: demanded.contains(person.id) ? person.id : nil)
            birthdays += ages.map { person.born.completing(years: $0) }
            let owned = training.atoms.owned(by: person)
            traits.append(PeopleTraits(
                kind: Int32(kinds.number(of: kind)), origin: Int32(origins.number(of: person.origin)),
                occupations: Int32(occupations.number(of: person.occupations)), countries: Int32(countries.number(of: person.countries)),
                languages: Int32(languages.number(of: person.languages)),
                employer: Int32(person.lastEmployer.flatMap { requests.employers.known($0) } ?? -1),
                skills: Int32(skills.number(of: owned)), profile: Int32(training.profile(origin: person.origin, owned: owned)),
                isNamed: named.contains(person.id), from: person.from,
                last: min(person.until ?? Day(number: .max), person.passportUntil ?? Day(number: .max)),
                ofAge: person.born.completing(years: minAge),
                tooOld: maxAge.map { person.born.completing(years: $0 + 1) } ?? Day(number: .max)))
        }
    }

    /// The days on which a class completes the ages that filters ask for, ascending: the first days of its bands but for the first.
    func bandStarts(_ owner: Int) -> ArraySlice<Day> { birthdays[(owner * ages.count)..<((owner + 1) * ages.count)] }

    /// Which of the ages that filters ask for are completed on a start, as a number below `bands`.
    func band(_ owner: Int, on start: Day) -> Int {
        var band = 0
        while band < ages.count, birthdays[owner * ages.count + band] <= start { band += 1 }
        return band
    }
}
