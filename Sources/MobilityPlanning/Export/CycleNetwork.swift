import MobilityModel

/// The cycles that the people of a class may follow, and the training before them, as a network in which every itinerary is a path
/// and every path an itinerary.
///
/// A flow of people through it comes apart into paths of whole people (Ford and Fulkerson's decomposition: time makes it acyclic), so
/// that a number for each step says as much as one for each itinerary.
struct CycleNetwork {
    let instance: Instance
    let owner: Int
    var lines: [FlowLine] = []
    var steps: [NetworkStep] = []

    let postings: [Posting]
    /// All sessions, in the order of their starts.
    let sessions: [Int]
    let restDays: Int
    /// By posting: skills that cycles from it on, and the training for them, may ask for.
    let asked: [AtomSet]
    /// Of each posting, what its training may ask for.
    let useful: [AtomSet]
    private let remembered: RememberedStays
    private let windows: StayWindows
    private var numbers: [Standing: Int] = [:]
    /// By posting: the most cycles of one person from it on.
    private var chains: [Int]
    var courses: [TrainingCourse.Key: TrainingCourse] = [:]

    /// - Parameters:
    ///   - windows: made with the rest between stays.
    ///   - sessions: all, in the order of their starts.
    ///   - askable: by need, the skills that anything on the way to it may ask for.
    /// - Complexity: O(lines x (postings + sessions)).
    init(_ instance: Instance, owner: Int, windows: StayWindows, sessions: [Int], askable: (Int) -> AtomSet) {
        self.instance = instance
        self.owner = owner
        self.windows = windows
        self.sessions = sessions
        restDays = instance.scenario.cycle.restDays
        postings = instance.postings(of: owner)
        remembered = RememberedStays(windows, restDays: restDays, postings: postings)
        useful = postings.map { askable($0.need) }
        chains = Array(repeating: 0, count: postings.count + 1)
        var asked = Array(repeating: AtomSet.empty, count: postings.count + 1)
        for index in postings.indices.reversed() {
            chains[index] = max(chains[index + 1], 1 + chains[postings[index].successor])
            asked[index] = asked[index + 1].union(useful[index])
        }
        self.asked = asked
        guard !postings.isEmpty, instance.scenario.cycle.maxCycles ?? 1 > 0 else { return }
        addSource()
        for index in postings.indices {
            for line in lines.indices where lines[line].schooling == nil { addCycles(index, from: line) }
        }
        dropDeadEnds()
    }

    /// Whether anything leads out of a line, at once or later.
    func isUsed(_ line: Int) -> Bool {
        lines[line].exits.contains { steps[$0].isUsed } || lines[line].passage.map { isUsed($0.line) } ?? false
    }

    // MARK: Standings

    private mutating func addSource() {
        let candidate = instance.classes[owner].candidate
        let day = candidate.lastStayUntil ?? Day(number: .min / 2)
        let stays = StayWindows.history(of: candidate)
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
        lines.append(FlowLine(standing))
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
    private mutating func next(after index: Int, from line: Int) -> Int? {
        let (posting, standing) = (postings[index], lines[line].standing)
        let left = standing.cyclesLeft.map { $0 - 1 }
        guard posting.successor < postings.count, left != 0 else { return nil }
        var stays = standing.stays
        if windows.binding.contains(posting.limitedChannel) {
            stays.append(StayWindows.Stay(start: posting.start, end: posting.end, channel: posting.limitedChannel))
        }
        let skills = instance.skills(acquired: standing.acquired).union(lines[line].schooling?.granted ?? .empty)
        let next = Standing(
            isFirst: false, cyclesLeft: cyclesLeft(left, from: posting.successor),
            acquired: instance.acquired(skills.intersection(asked[posting.successor])), stays: stays)
        return self.line(of: next, on: posting.end)
    }

    // MARK: Cycles

    private mutating func addCycles(_ index: Int, from line: Int) {
        let (posting, standing) = (postings[index], lines[line].standing)
        guard let first = lines[line].days.first, first < posting.start - restDays,
            posting.variant(isFirst: standing.isFirst) != nil, allows(posting, after: standing.stays)
        else { return }
        let missing = instance.needs[posting.need].missing.subtracting(instance.skills(acquired: standing.acquired))
        if missing.isEmpty { return add(index, from: line, latest: posting.start - restDays - 1) }
        for trained in attend(index, missing: missing, from: line) {
            if let start = lines[trained].schooling?.earliestStart, posting.start < start { continue }
            add(index, from: trained, latest: posting.start - 1)
        }
    }

    /// Adds the cycles of a posting, one for each choice of applications.
    /// - Parameter latest: the last day on which who takes it up may have come.
    private mutating func add(_ index: Int, from line: Int, latest: Day) {
        var target: (line: Int, day: Day)?
        for (number, way) in ways(postings[index], from: line, latest: latest).enumerated() {
            if number == 0 { target = next(after: index, from: line).map { ($0, postings[index].end) } }
            add(NetworkStep(kind: .cycle(postings[index], applications: way.applications), line: line, last: way.last, next: target))
        }
    }

    mutating func add(_ step: NetworkStep) {
        if let next = step.next { lines[next.line].enter(on: next.day, from: steps.count) }
        lines[step.line].exits.append(steps.count)
        steps.append(step)
    }

    func allows(_ posting: Posting, after stays: [StayWindows.Stay]) -> Bool {
        guard posting.limitedChannel >= 0 else { return true }
        return windows.allows(
            StayWindows.Stay(start: posting.start, end: posting.end, channel: posting.limitedChannel),
            after: stays)
    }

    private struct Way {
        /// The last day on which who takes it may have come.
        var last: Day
        var applications: [Application]?
    }

    /// The choices of applications, each with the last day to come that leaves it whole; of those that nobody in the line needs none.
    /// Whoever comes earlier has all that those who come later have.
    private func ways(_ posting: Posting, from line: Int, latest: Day) -> [Way] {
        var found: [Way] = []
        var before = Day(number: .min)
        for last in ends(posting) where before < latest {
            let end = min(last, latest)
            // Who could still be here then is in the line that this one leads to.
            if let passage = lines[line].passage, end >= passage.day { break }
            if lines[line].isEntered(after: before, through: end) {
                let applications = posting.calendars.map { instance.applications(posting, $0, from: max(posting.earliest, end + 1)) }
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

    /// The days to come, by stay or by training, after which fewer applications are left, ascending.
    private func ends(_ posting: Posting) -> [Day] {
        guard let calendars = posting.calendars else { return posting.earliest <= posting.start ? [posting.start - 1] : [] }
        var ends: Set<Day> = []
        for index in calendars {
            let calendar = instance.calendars[index]
            guard let days = calendar.days(from: posting.earliest, for: posting.start, margin: instance.scenario.cycle.visaMarginDays)
            else { continue }
            for stretch in calendar.stretches(holding: days) { ends.insert(min(calendar.stretches[stretch].last, days.upperBound) - 1) }
        }
        return ends.sorted()
    }

    // MARK: Dead ends

    /// Training that leads to no stay is for nothing. What can follow a step was added after it.
    private mutating func dropDeadEnds() {
        var lasts = Array(repeating: Day(number: .min), count: lines.count)
        for index in steps.indices.reversed() {
            let step = steps[index]
            if case .session = step.kind, let next = step.next, lasts[next.line] < next.day { steps[index].isUsed = false }
            if steps[index].isUsed { lasts[step.line] = max(lasts[step.line], step.last) }
        }
    }
}
