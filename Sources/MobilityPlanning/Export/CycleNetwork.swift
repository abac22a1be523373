import MobilityModel

/// The cycles that the people of a class may follow, as a network in which every itinerary is a path and every path an itinerary.
///
/// A flow of people through it comes apart into paths of whole people (Ford and Fulkerson's decomposition: time makes it acyclic), so
/// that a number for each cycle says as much as one for each itinerary. Cycles are told apart by standing, group, training and
/// the applications among which there is a choice, and by nothing else.
struct CycleNetwork {
    let instance: Instance
    let owner: Int
    private(set) var lines: [StandingLine] = []
    private(set) var cycles: [NetworkCycle] = []

    private let postings: [Posting]
    private let remembered: RememberedStays
    private let windows: StayWindows
    private let restDays: Int
    private var numbers: [Standing: Int] = [:]
    /// By posting: the most cycles of one person from it on.
    private var chains: [Int]
    /// By posting: skills that cycles from it on may ask for.
    private var asked: [AtomSet]

    /// - Parameters:
    ///   - windows: made with the rest between stays.
    ///   - askable: by need, the skills that anything on the way to it may ask for.
    /// - Complexity: O(standings x postings x training sets).
    init(
        _ instance: Instance, owner: Int, windows: StayWindows, askable: (Int) -> AtomSet
    ) throws(TrainingCatalogue.Overflow) {
        self.instance = instance
        self.owner = owner
        self.windows = windows
        restDays = instance.scenario.cycle.restDays
        postings = instance.postings(of: owner)
        remembered = RememberedStays(windows, restDays: restDays, postings: postings)
        chains = Array(repeating: 0, count: postings.count + 1)
        asked = Array(repeating: .empty, count: postings.count + 1)
        for index in postings.indices.reversed() {
            chains[index] = max(chains[index + 1], 1 + chains[postings[index].successor])
            asked[index] = asked[index + 1].union(askable(postings[index].need))
        }
        guard !postings.isEmpty, instance.scenario.cycle.maxCycles ?? 1 > 0 else { return }
        addSource()
        for index in postings.indices { for line in lines.indices { try addCycles(index, from: line) } }
    }

    /// Whether anything leads out of a line, at once or later.
    func isUsed(_ line: Int) -> Bool {
        !lines[line].exits.isEmpty || lines[line].passage.map { isUsed($0.line) } ?? false
    }

    // MARK: Standings

    private mutating func addSource() {
        let candidate = instance.classes[owner].candidate
        let day = candidate.lastStayUntil ?? Day(number: .min / 2)
        let stays = StayWindows.history(of: candidate).map { Standing.Stay(start: $0.start, end: $0.end, channel: nil) }
        let standing = Standing(isFirst: true, cyclesLeft: cyclesLeft(instance.scenario.cycle.maxCycles, from: 0), acquired: 0, stays: stays)
        let source = line(of: standing, on: day)
        lines[source].enter(on: day, from: nil)
    }

    /// The line of a standing on a day, its stays as far as they still matter.
    private mutating func line(of standing: Standing, on day: Day) -> Int {
        var standing = standing
        let (stays, until) = remembered.remembered(standing.stays, on: day)
        standing.stays = stays
        if let known = numbers[standing] { return known }
        let number = lines.count
        numbers[standing] = number
        lines.append(StandingLine(standing))
        if let until {
            let next = line(of: standing, on: until)
            lines[next].enter(on: until, from: nil)
            lines[number].passage = (until, next)
        }
        return number
    }

    /// Nothing where no more cycles than these could follow from a posting on.
    private func cyclesLeft(_ left: Int?, from posting: Int) -> Int? {
        left.flatMap { $0 >= chains[posting] ? nil : $0 }
    }

    /// Where a cycle leads; `nil` where nothing can follow.
    private mutating func next(after index: Int, with acquired: Int, from standing: Standing) -> Int? {
        let posting = postings[index]
        let left = standing.cyclesLeft.map { $0 - 1 }
        guard posting.successor < postings.count, left != 0 else { return nil }
        var stays = standing.stays
        if windows.binding.contains(posting.limitedChannel) {
            stays.append(Standing.Stay(start: posting.start, end: posting.end, channel: posting.limitedChannel))
        }
        let next = Standing(
            isFirst: false, cyclesLeft: cyclesLeft(left, from: posting.successor),
            acquired: instance.acquired(acquired, among: asked[posting.successor]), stays: stays)
        return line(of: next, on: posting.end)
    }

    // MARK: Cycles

    private mutating func addCycles(_ index: Int, from line: Int) throws(TrainingCatalogue.Overflow) {
        let (posting, standing) = (postings[index], lines[line].standing)
        guard let first = lines[line].days.first, first < posting.start - restDays,
            posting.variant(isFirst: standing.isFirst) != nil, allows(posting, after: standing.stays)
        else { return }
        let origin = instance.classes[owner].candidate.origin
        let list = try instance.list(need: posting.need, acquired: standing.acquired)
        for set in instance.trainingSets(list) where set.sessions.allSatisfy({ instance.seatGroups[origin]?[$0] != nil }) {
            var next: Int??
            for way in ways(posting, set, into: line) {
                let target = next ?? self.next(after: index, with: set.acquired, from: standing)
                next = target
                if let target { lines[target].enter(on: posting.end, from: cycles.count) }
                lines[line].exits.append(cycles.count)
                cycles.append(NetworkCycle(
                    line: line, posting: posting, isFirst: standing.isFirst, sessions: set.sessions, applications: way.applications,
                    last: way.last, next: target))
            }
        }
    }

    private func allows(_ posting: Posting, after stays: [Standing.Stay]) -> Bool {
        guard posting.limitedChannel >= 0 else { return true }
        return windows.allows(
            StayWindows.Stay(start: posting.start, end: posting.end, channel: posting.limitedChannel),
            after: stays.map { StayWindows.Stay(start: $0.start, end: $0.end, channel: $0.channel) })
    }

    private struct Way {
        /// The last day on which the stay before may end.
        var last: Day
        var applications: [Application]?
    }

    /// The choices of applications after a training, each with the last end of the stay before that leaves it whole; of those that
    /// nobody in the line needs none. Whoever comes earlier has all that those who come later have.
    private func ways(_ posting: Posting, _ set: TrainingSet, into line: Int) -> [Way] {
        let span = set.sessions.isEmpty ? nil : set.start...set.end
        guard instance.firstApplicationDay(posting, span: span, owner: owner, after: Day(number: .min / 2)) != nil else { return [] }
        let ready = max(posting.earliest, span.map { $0.upperBound + 1 } ?? posting.earliest)
        var latest = posting.start - restDays - 1
        if let span { latest = min(latest, span.lowerBound - 1) }
        var found: [Way] = []
        var before = Day(number: .min)
        for last in ends(posting, ready: ready) where before < latest {
            let end = min(last, latest)
            // Who could still be here then is in the line that this one leads to.
            if let passage = lines[line].passage, end >= passage.day { break }
            if lines[line].isEntered(after: before, through: end) {
                let applications = posting.calendars.map { instance.applications(posting, $0, from: max(ready, end + 1)) }
                if let known = found.last, known.applications == applications {
                    found[found.count - 1].last = end
                } else if applications?.isEmpty != true {
                    found.append(Way(last: end, applications: applications))
                }
            }
            before = end
        }
        return found
    }

    /// The ends of the stay before after which fewer applications are left, ascending.
    private func ends(_ posting: Posting, ready: Day) -> [Day] {
        guard let calendars = posting.calendars else { return ready <= posting.start ? [posting.start - 1] : [] }
        var ends: Set<Day> = []
        for index in calendars {
            let calendar = instance.calendars[index]
            guard let days = calendar.days(from: ready, for: posting.start, margin: instance.scenario.cycle.visaMarginDays) else { continue }
            for stretch in calendar.stretches(holding: days) { ends.insert(min(calendar.stretches[stretch].last, days.upperBound) - 1) }
        }
        return ends.sorted()
    }
}
