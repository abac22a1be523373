import MobilityModel

/// Every possible cycle of all classes, described when it is asked for: nothing is stored for each class and request.
///
/// What rows a cycle enters is shared by people of a kind and age on requests of a signature (`Offer`); points, dates and skills are looked
/// up in tables of the lists that people and requests have; what is left is a person's own dates.
final class PostingBook {
    let requests: RequestTable
    let people: PeopleTable
    private(set) var offers: [Offer] = []
    /// By kind and band, then signature: the number of the offer; -1 where there is none, -2 where nobody has asked.
    private var offerTable: [[Int32]]
    /// By list of occupations: by occupation, the points; `never` where it is not among them.
    private var occupationPoints: [[Int32]] = []
    /// By list of countries: by country, likewise.
    private(set) var countryPoints: [[Int32]] = []
    /// By list of languages, then list of those wanted.
    private(set) var languagePoints: [[Int32]] = []
    private let employerPoints: Int64
    /// By list of origins, then origin.
    private var admits: [[Bool]] = []
    /// By list of occupations: the occupations that requests have, each once.
    private(set) var occupationsOf: [[Int]] = []
    /// By atom: whether a session grants it.
    let isTaught: [Bool]
    /// By profile and list of skills required, then by what of it is missing: the need; -1 where not yet met.
    private var needTable: [[Int32]]
    private var needNumbers: [Need: Int] = [:]
    private(set) var needs: [Need] = []
    /// By need: the latest start of a request that has it.
    private(set) var latestStarts: [Day] = []
    private let groups: [RequestGroup]
    private let classes: [CandidateClass]
    private let restDays: Int

    private static let never = Int32.min
    /// Lists of skills of so many at most have a table of what is missing.
    private static let tabled = 8

    init(_ scenario: Scenario, groups: [RequestGroup], classes: [CandidateClass], requests: RequestTable, people: PeopleTable, atoms: SkillAtoms) {
        (self.requests, self.people, self.groups, self.classes) = (requests, people, groups, classes)
        restDays = scenario.cycle.restDays
        isTaught = atoms.granting.map { !$0.isEmpty }
        offerTable = Array(repeating: [], count: people.kinds.values.count * people.bands)
        needTable = []
        let score = MatchScore(weights: scenario.match)
        employerPoints = Int64(scenario.match.employer)
        occupationPoints = people.occupations.values.map { list in
            requests.occupations.values.map { name in list.firstIndex(of: name).map { Int32(score.occupation($0)) } ?? Self.never }
        }
        occupationsOf = people.occupations.values.map { list in Set(list.compactMap { requests.occupations.known($0) }).sorted() }
        countryPoints = people.countries.values.map { list in
            requests.countries.values.map { country in
                let position = list.firstIndex(of: country)
                return position == nil && !list.isEmpty ? Self.never : Int32(score.destination(position))
            }
        }
        languagePoints = people.languages.values.map { spoken in
            requests.languages.values.map { Int32(score.languages(spoken, wanted: $0)) }
        }
        admits = requests.origins.values.map { list in people.origins.values.map { list.isEmpty || list.contains($0) } }
    }

    // MARK: Who may go where

    /// The groups for which the people of a class are eligible, and whose skills they have or can learn, ascending.
    func eligibleGroups(_ owner: Int) -> [Int] {
        var found: [Int] = []
        forEachGroup(owner) { group in if isEligible(owner, group) { found.append(group) } }
        if occupationsOf[Int(people.traits[owner].occupations)].count > 1 { found.sort() }
        return found
    }

    /// The groups of a class's occupations that start when they are free: occupation after occupation, each in order.
    @inline(__always) func forEachGroup(_ owner: Int, _ body: (Int) -> Void) {
        let traits = people.traits[owner]
        let first = max(traits.from, traits.ofAge)
        for occupation in occupationsOf[Int(traits.occupations)] {
            let list = requests.byOccupation[occupation]
            for group in list[list.partitioningIndex { requests.traits[Int($0)].start >= first }...] { body(Int(group)) }
        }
    }

    /// The groups that have any of a list of occupations, ascending.
    func groups(withAnyOf occupations: Int32) -> [Int32] {
        occupationsOf[Int(occupations)].flatMap { requests.byOccupation[$0] }.sorted()
    }

    /// How many groups have an occupation of the class.
    func groupCount(_ owner: Int) -> Int {
        occupationsOf[Int(people.traits[owner].occupations)].reduce(0) { $0 + requests.byOccupation[$1].count }
    }

    func isEligible(_ owner: Int, _ group: Int) -> Bool { isFree(owner, group) && admits(owner, group) }

    /// Whether a person's own dates leave room for the stay: age, availability, papers.
    @inline(__always) func isFree(_ owner: Int, _ group: Int) -> Bool {
        let (person, request) = (people.traits[owner], requests.traits[group])
        return request.start >= person.from && request.start >= person.ofAge && request.start < person.tooOld && request.end <= person.last
    }

    /// Whether nothing but a person's own dates may stand between them and the request, training and visa apart.
    func admits(_ owner: Int, _ group: Int) -> Bool {
        let (person, request) = (people.traits[owner], requests.traits[group])
        guard request.isOpen, countryPoints[Int(person.countries)][request.country] != Self.never,
            admits[request.origins][Int(person.origin)], occupationPoints[Int(person.occupations)][request.occupation] != Self.never
        else { return false }
        if request.isNamed, !person.isNamed || !groups[group].request.named.contains(classes[owner].candidate.id) { return false }
        let owned = people.skills.values[Int(person.skills)]
        return requests.atoms.values[request.atoms].allSatisfy { owned[$0] >= request.start || isTaught[$0] }
    }

    // MARK: What they do there

    /// What it brings to the term `match`.
    func match(_ owner: Int, _ group: Int) -> Int64 {
        let (person, request) = (people.traits[owner], requests.traits[group])
        let sum = Int64(occupationPoints[Int(person.occupations)][request.occupation])
            + Int64(countryPoints[Int(person.countries)][request.country])
            + Int64(languagePoints[Int(person.languages)][request.languages])
        return sum + (Int(person.employer) == request.employer ? employerPoints : 0)
    }

    /// The number of the offer; `nil` where there is none.
    func offer(_ owner: Int, _ group: Int) -> Int? {
        let known = offerNumber(owner, group)
        return known < 0 ? nil : Int(known)
    }

    /// Whether it is known what people of the class's kind and age do on requests like that.
    func hasAsked(_ owner: Int, _ group: Int) -> Bool { offerNumber(owner, group) != -2 }

    /// Notes what they do; `nil` where they can do nothing.
    func answer(_ owner: Int, _ group: Int, _ offer: Offer?) {
        let row = offerRow(owner, group)
        if offerTable[row].isEmpty { offerTable[row] = Array(repeating: -2, count: requests.signatures.values.count) }
        offerTable[row][requests.traits[group].signature] = offer == nil ? -1 : Int32(offers.count)
        if let offer { offers.append(offer) }
    }

    private func offerRow(_ owner: Int, _ group: Int) -> Int {
        Int(people.traits[owner].kind) * people.bands + band(owner, group)
    }

    private func offerNumber(_ owner: Int, _ group: Int) -> Int32 {
        let row = offerRow(owner, group)
        return offerTable[row].isEmpty ? -2 : offerTable[row][requests.traits[group].signature]
    }

    /// An offer of a kind on a group, of whatever age; they differ in what rules count, neither in lines and consulates nor in payers.
    func offer(ofKind kind: Int, group: Int) -> Offer? {
        let signature = requests.traits[group].signature
        let known = offerTable[(kind * people.bands)..<((kind + 1) * people.bands)].first { !$0.isEmpty && $0[signature] >= 0 }
        return known.map { offers[Int($0[signature])] }
    }

    /// What people of a kind and band of ages, numbered together, do on requests of a signature.
    func offer(inRow row: Int, signature: Int) -> Int? {
        guard !offerTable[row].isEmpty else { return nil }
        let known = offerTable[row][signature]
        return known < 0 ? nil : Int(known)
    }

    /// The band of ages of a class when a group starts.
    @inline(__always) func band(_ owner: Int, _ group: Int) -> Int { people.band(owner, on: requests.traits[group].start) }

    /// By signature: the most that anybody's offer brings to a term; at least 0.
    func mostOffered(_ term: ObjectiveTerm) -> [Int64] {
        var most = [Int64](repeating: 0, count: requests.signatures.values.count)
        for row in offerTable {
            for (signature, number) in row.enumerated() where number >= 0 {
                most[signature] = offers[Int(number)].amounts(of: term).reduce(most[signature], max)
            }
        }
        return most
    }

    /// Of a cycle that is possible.
    func posting(_ owner: Int, _ group: Int, offer number: Int) -> Posting {
        let (request, offer) = (requests.traits[group], offers[number])
        return Posting(
            group: group, start: request.start, end: request.end, earliest: max(request.ready, people.traits[owner].from),
            need: need(owner, group), limitedChannel: request.limitedChannel, match: match(owner, group), offer: offer)
    }

    /// All of a class, in the order of their groups.
    func postings(_ owner: Int) -> [Posting] {
        var list: [Posting] = []
        for group in eligibleGroups(owner) { if let number = offer(owner, group) { list.append(posting(owner, group, offer: number)) } }
        link(&list)
        return list
    }

    /// Tells each posting of a list which is the first that can follow it.
    func link(_ list: inout [Posting]) {
        // Both starts and ends of stays go up with the position only by chance: each looks for its own.
        for index in list.indices {
            let rested = list[index].end + restDays
            list[index].successor = list[(index + 1)...].partitioningIndex { $0.start > rested }
        }
    }

    // MARK: What they lack

    /// What a class lacks for a request, met for the first time or not.
    @discardableResult func need(_ owner: Int, _ group: Int) -> Int {
        let (person, request) = (people.traits[owner], requests.traits[group])
        let owned = people.skills.values[Int(person.skills)]
        let atoms = requests.atoms.values[request.atoms]
        if atoms.count > Self.tabled {
            return number(of: Need(profile: Int(person.profile), missing: missing(atoms) { owned[$0] < request.start }))
        }
        var lacks = 0
        for (position, atom) in atoms.enumerated() where owned[atom] < request.start { lacks |= 1 << position }
        let row = Int(person.profile) * requests.atoms.values.count + request.atoms
        while needTable.count <= row { needTable.append([]) }
        if needTable[row].isEmpty { needTable[row] = Array(repeating: -1, count: 1 << atoms.count) }
        let known = needTable[row][lacks]
        if known >= 0 { return Int(known) }
        let new = number(of: Need(profile: Int(person.profile), missing: missing(atoms) { owned[$0] < request.start }))
        needTable[row][lacks] = Int32(new)
        return new
    }

    private func missing(_ atoms: [Int], _ lacks: (Int) -> Bool) -> AtomSet {
        var missing = AtomSet()
        for atom in atoms where lacks(atom) { missing.insert(atom) }
        return missing
    }

    private func number(of need: Need) -> Int {
        if let known = needNumbers[need] { return known }
        needNumbers[need] = needs.count
        needs.append(need)
        latestStarts.append(Day(number: .min))
        return needs.count - 1
    }

    /// Notes that a request with a need starts on a day.
    func note(need: Int, start: Day) { latestStarts[need] = max(latestStarts[need], start) }
}
