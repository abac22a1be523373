import MobilityModel

/// Tells who may be placed on a request, by the traits that many share, before anybody is tried one by one.
///
/// What is known of the ways to prepare them (`OpenWays`) is looked up once for each cell of people (`PeopleCells`) and request. Whoever is turned
/// away could not be placed: nothing is decided here that trying them would decide otherwise.
struct Gate {
    /// What is known of a cell and the present request.
    private struct Verdict {
        var walk = -1
        /// Whether a line and a month have room for people at home, and for those who have cycles.
        var isOpenAtHome = false
        var isOpenToPlaced = false
        /// People at home who are free from here on find no room.
        var spentFrom = Day(number: .max)
    }

    /// What most are turned away for, close together in memory: a walk passes over hundreds of thousands.
    private struct Sketch {
        /// Starts for which somebody is available and of age, the second not included; as day numbers.
        var first: Int32
        var tooOld: Int32
        /// The last day of a stay.
        var last: Int32
        var cell: Int32
    }

    private let instance: Instance
    /// By candidate row; nobody is ever free in a row of nobody.
    private let sketches: [Sketch]
    /// By class.
    private let free: [Day]
    private var verdicts: [Verdict]
    /// By variant: the walk in which its line and months were looked at, and whether they had room.
    private var routes: [(walk: Int, isOpen: Bool)]
    /// By variant: after how many placements hard rules were asked, and what they said.
    private var rules: [(serial: Int, obeys: Bool)]
    private var walk = 0
    private var group = 0
    /// Of the group, as day numbers.
    private var (start, end) = (Int32(0), Int32(0))

    init(_ instance: Instance, owners: [Int]) {
        self.instance = instance
        let cells = PeopleCells(instance.book.people)
        sketches = owners.map { owner in
            guard owner >= 0 else { return Sketch(first: .max, tooOld: .min, last: .min, cell: 0) }
            let person = instance.book.people.traits[owner]
            return Sketch(
                first: Int32(clamping: max(person.from, person.ofAge).number), tooOld: Int32(clamping: person.tooOld.number),
                last: Int32(clamping: person.last.number), cell: cells.numbers[owner])
        }
        free = instance.classes.map(\.candidate.firstDayFree)
        verdicts = Array(repeating: Verdict(), count: cells.count)
        routes = Array(repeating: (-1, false), count: 2 * instance.book.offers.count)
        rules = Array(repeating: (-1, false), count: 2 * instance.book.offers.count)
    }

    /// Forgets what hard rules said: people may have been taken back since.
    mutating func begin() { for index in rules.indices { rules[index].serial = -1 } }

    /// Turns to another request group.
    mutating func open(_ group: Int) {
        self.group = group
        let request = instance.book.requests.traits[group]
        (start, end) = (Int32(clamping: request.start.number), Int32(clamping: request.end.number))
        walk += 1
    }

    /// Whether anybody of a row may find a place on the group.
    mutating func mayEnter(_ row: Int, _ book: PlacementBook) throws -> Bool {
        let sketch = sketches[row]
        guard start >= sketch.first, start < sketch.tooOld, end <= sketch.last, !book.isAlone(row: row, awayFrom: start, to: end) else { return false }
        let (owner, cell) = (book.owners[row], Int(sketch.cell))
        if verdicts[cell].walk != walk { verdicts[cell] = try verdict(owner, book) }
        let verdict = verdicts[cell]
        if verdict.isOpenToPlaced, book.mayFollow(row: row, group: group) { return true }
        guard verdict.isOpenAtHome, free[owner] < verdict.spentFrom, book.hasPeople(row: row, cycles: 0) else { return false }
        return obeysRules(owner, book)
    }

    /// To be told where nobody of a row could be placed: more may be known since.
    mutating func refused(_ row: Int) { verdicts[Int(sketches[row].cell)].walk = -1 }

    private mutating func verdict(_ owner: Int, _ book: PlacementBook) throws -> Verdict {
        var verdict = Verdict(walk: walk)
        guard instance.book.admits(owner, group), let number = instance.book.offer(owner, group) else { return verdict }
        let (offer, request) = (instance.book.offers[number], instance.book.requests.traits[group])
        func isOpen(_ variant: Posting.Variant?) -> Bool { variant.map { isRouteOpen($0, offer.calendars, request, book) } ?? false }
        verdict.isOpenAtHome = isOpen(offer.first)
        // A cycle before all others is a first one.
        verdict.isOpenToPlaced = verdict.isOpenAtHome || isOpen(offer.later)
        if verdict.isOpenAtHome, let first = offer.first {
            let list = try instance.list(need: instance.book.need(owner, group), acquired: 0)
            verdict.spentFrom = book.ways.spentFrom(list: list, variant: first, ready: request.ready, start: request.start) ?? verdict.spentFrom
        }
        return verdict
    }

    private mutating func isRouteOpen(_ variant: Posting.Variant, _ calendars: [Int]?, _ request: RequestTraits, _ book: PlacementBook) -> Bool {
        if routes[variant.number].walk != walk {
            let isOpen = book.ways.hasRoute(variant, calendars: calendars, ready: request.ready, start: request.start, book.ledger)
            routes[variant.number] = (walk, isOpen)
        }
        return routes[variant.number].isOpen
    }

    /// Whether hard rules let somebody at home in now.
    private mutating func obeysRules(_ owner: Int, _ book: PlacementBook) -> Bool {
        guard let variant = instance.book.offer(owner, group).flatMap({ instance.book.offers[$0].first }) else { return false }
        if rules[variant.number].serial != book.serial {
            rules[variant.number] = (book.serial, book.ledger.obeys(variant.entries, mending: book.isMending))
        }
        if !rules[variant.number].obeys { book.hasMetRule = true }
        return rules[variant.number].obeys
    }
}
