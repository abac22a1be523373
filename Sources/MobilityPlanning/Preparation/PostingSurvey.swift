import MobilityModel

/// Meets every kind of possible cycle once, in the order of classes and groups, without going through all of both.
///
/// All that is asked here of a possible cycle - its offer, its need, its points but for the employer's - is the same for people of one
/// likeness and band of ages. So a group is met by the first of each for whom it is possible, and passed over by all others. How many could
/// be placed on a group is a sum over ranges: what a person's dates leave of the groups that admit them is, ordered by start,
/// one range, but for stays that end too late.
struct PostingSurvey {
    /// What decides, beside dates and employer, which possible cycles people have and what these are.
    private struct Likeness: Hashable {
        var kind: Int32
        var profile: Int32
        var occupations: Int32
        /// Of rows of points that are the same.
        var countries: Int
        var languages: Int
        /// Of what their occupations may ask for: until which start it is owned.
        var skills: Int
        /// Tells those who are named by a request from all others.
        var alone: Int
    }

    private struct GroundKey: Hashable {
        var kind: Int32
        var occupations: Int32
        var countries: Int
        /// Skills that no session gives, until which start they are owned.
        var untaught: [Int32]
        var alone: Int
    }

    /// The groups that admit people of a kind, whatever their dates.
    private struct Ground {
        var kind: Int
        /// Ascending, which is by start.
        var groups: [Int32] = []
        var starts: [Day] = []
        var ends: [Day] = []
        var latestEnd = Day(number: .min)
        /// By position: how many more classes, and people, can be placed there than on the one before.
        var classes: [Int] = []
        var people: [Int] = []
    }

    private(set) var census: PostingCensus
    private let book: PostingBook
    private let classes: [CandidateClass]
    private let startDays: [Day]
    /// By list of occupations: what requests for any of them ask for.
    private let asked: [[Int]]
    private var likenesses = Interning<Likeness>()
    private var groundKeys = Interning<GroundKey>()
    private var grounds: [Ground] = []
    /// By likeness: its ground, and which groups have been met, by band: one bit a position.
    private var groundOf: [Int] = []
    private var met: [[UInt64]] = []
    private var countries = Interning<[Int32]>(), languages = Interning<[Int32]>()
    private var skills = Interning<[Int32]>()
    /// By lists of occupations and of skills: what the former may ask of the latter.
    private var restricted: [Int64: Int] = [:]
    /// By employer: its groups.
    private let ofEmployer: [[Int]]

    init(_ book: PostingBook, classes: [CandidateClass], groups: Int) {
        (self.book, self.classes) = (book, classes)
        census = PostingCensus(groups: groups)
        let traits = book.requests.traits
        startDays = Set(traits.map(\.start)).sorted()
        let ofOccupation = book.requests.byOccupation.map { list in
            list.reduce(into: Set<Int>()) { $0.formUnion(book.requests.atoms.values[traits[Int($1)].atoms]) }
        }
        asked = book.occupationsOf.map { list in list.reduce(into: Set<Int>()) { $0.formUnion(ofOccupation[$1]) }.sorted() }
        var ofEmployer = [[Int]](repeating: [], count: book.requests.employers.values.count)
        for (group, request) in traits.enumerated() { ofEmployer[request.employer].append(group) }
        self.ofEmployer = ofEmployer
    }

    /// - Parameter describe: what a class does on a group, `nil` where it can do nothing: asked once for all people of a kind and age on
    ///   all requests of a signature.
    /// - Complexity: O(classes x log groups + likenesses x groups that admit them + classes x stays that end too late for them).
    mutating func run(describe: (_ owner: Int, _ group: Int) -> Offer?) {
        for owner in classes.indices {
            let likeness = likeness(of: owner)
            let (from, to) = range(owner, grounds[groundOf[likeness]])
            guard from < to else { continue }
            count(owner, from..<to, ground: groundOf[likeness])
            meet(owner, likeness, from..<to, describe)
            noteEmployer(owner)
        }
        for ground in grounds {
            var (cycles, people) = (0, 0)
            for (position, group) in ground.groups.enumerated() {
                cycles += ground.classes[position]
                people += ground.people[position]
                if cycles > 0, book.offer(ofKind: ground.kind, group: Int(group)) != nil {
                    census.add(group: Int(group), cycles: cycles, people: people)
                }
            }
        }
    }

    /// The positions at which a class is of age and free on the start.
    private func range(_ owner: Int, _ ground: Ground) -> (from: Int, to: Int) {
        let person = book.people.traits[owner]
        let earliest = max(person.from, person.ofAge)
        return (ground.starts.partitioningIndex { $0 >= earliest }, ground.starts.partitioningIndex { $0 >= person.tooOld })
    }

    private mutating func count(_ owner: Int, _ range: Range<Int>, ground: Int) {
        let (last, people) = (book.people.traits[owner].last, classes[owner].count)
        func add(_ sign: Int, _ from: Int, _ to: Int, _ ground: inout Ground) {
            ground.classes[from] += sign
            ground.classes[to] -= sign
            ground.people[from] += sign * people
            ground.people[to] -= sign * people
        }
        add(1, range.lowerBound, range.upperBound, &grounds[ground])
        guard last < grounds[ground].latestEnd else { return }
        for position in range where grounds[ground].ends[position] > last { add(-1, position, position + 1, &grounds[ground]) }
    }

    // MARK: Meeting

    private mutating func meet(_ owner: Int, _ likeness: Int, _ range: Range<Int>, _ describe: (Int, Int) -> Offer?) {
        let starts = grounds[groundOf[likeness]].starts
        let words = (starts.count + 63) / 64
        var from = range.lowerBound
        // Bands follow one another in time, so groups are met in their order.
        let borders = book.people.bandStarts(owner).map { day in starts.partitioningIndex { $0 >= day } } + [range.upperBound]
        for (band, border) in borders.enumerated() {
            let to = min(border, range.upperBound)
            guard from < to else { continue }
            for word in (from / 64)...((to - 1) / 64) {
                var open = ~met[likeness][band * words + word]
                if word == from / 64 { open &= ~0 << UInt64(from % 64) }
                if word == (to - 1) / 64 { open &= ~0 >> UInt64(63 - (to - 1) % 64) }
                while open != 0 {
                    let bit = open.trailingZeroBitCount
                    open &= open - 1
                    meet(owner, likeness, at: word * 64 + bit, bit: (band * words + word, bit), describe)
                }
            }
            from = to
        }
    }

    private mutating func meet(_ owner: Int, _ likeness: Int, at position: Int, bit: (word: Int, number: Int), _ describe: (Int, Int) -> Offer?) {
        let (person, ground) = (book.people.traits[owner], groundOf[likeness])
        guard grounds[ground].ends[position] <= person.last else { return }
        let group = Int(grounds[ground].groups[position])
        // Whoever worked there has other points than those of their likeness.
        if Int(person.employer) != book.requests.traits[group].employer { met[likeness][bit.word] |= 1 << UInt64(bit.number) }
        if !book.hasAsked(owner, group) { book.answer(owner, group, describe(owner, group)) }
        guard book.offer(owner, group) != nil else { return }
        book.note(need: book.need(owner, group), start: book.requests.traits[group].start)
        census.note(group: group, match: book.match(owner, group))
    }

    private mutating func noteEmployer(_ owner: Int) {
        let employer = Int(book.people.traits[owner].employer)
        guard employer >= 0 else { return }
        for group in ofEmployer[employer] where book.isEligible(owner, group) && book.offer(owner, group) != nil {
            census.note(group: group, match: book.match(owner, group))
        }
    }

    // MARK: Likeness

    private mutating func likeness(of owner: Int) -> Int {
        let person = book.people.traits[owner]
        let pair = Int64(person.occupations) << 32 | Int64(person.skills)
        let owned = restricted[pair] ?? skills.number(of: owned(owner, only: asked[Int(person.occupations)]))
        restricted[pair] = owned
        let number = likenesses.number(of: Likeness(
            kind: person.kind, profile: person.profile, occupations: person.occupations,
            countries: countries.number(of: book.countryPoints[Int(person.countries)]),
            languages: languages.number(of: book.languagePoints[Int(person.languages)]), skills: owned, alone: person.isNamed ? owner : -1))
        if number == groundOf.count {
            let ground = ground(of: owner)
            groundOf.append(ground)
            met.append(Array(repeating: 0, count: (grounds[ground].groups.count + 63) / 64 * book.people.bands))
        }
        return number
    }

    /// By skill: the number of starts until which a class owns it.
    private func owned(_ owner: Int, only atoms: [Int]) -> [Int32] {
        let days = book.people.skills.values[Int(book.people.traits[owner].skills)]
        return atoms.map { atom in Int32(startDays.count - startDays.reversed().prefix { $0 > days[atom] }.count) }
    }

    private mutating func ground(of owner: Int) -> Int {
        let person = book.people.traits[owner]
        let number = groundKeys.number(of: GroundKey(
            kind: person.kind, occupations: person.occupations, countries: countries.number(of: book.countryPoints[Int(person.countries)]),
            untaught: owned(owner, only: asked[Int(person.occupations)].filter { !book.isTaught[$0] }), alone: person.isNamed ? owner : -1))
        if number < grounds.count { return number }
        var ground = Ground(kind: Int(person.kind))
        for group in book.groups(withAnyOf: person.occupations) where book.admits(owner, Int(group)) {
            let request = book.requests.traits[Int(group)]
            ground.groups.append(group)
            ground.starts.append(request.start)
            ground.ends.append(request.end)
            ground.latestEnd = max(ground.latestEnd, request.end)
        }
        ground.classes = Array(repeating: 0, count: ground.groups.count + 1)
        ground.people = ground.classes
        grounds.append(ground)
        return number
    }
}
