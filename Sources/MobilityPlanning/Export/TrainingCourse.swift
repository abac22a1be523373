import MobilityModel

/// Training for what the people of a line lack for some requests, session after session in the order of their starts.
struct TrainingCourse {
    struct Key: Hashable {
        var line: Int
        var missing: AtomSet
    }

    /// Position among the sessions in the order of their starts: those before it have been added.
    var next = 0
    /// Lines in training, in the order in which they were first led to.
    var lines: [Int] = []
    var numbers: [Schooling: Int] = [:]
    /// Starts of the stays that may follow, and the last day on which training for each may end.
    let stays: [(start: Day, ready: Day)]

    /// The day before which no stay may start, where training that ends on a day leaves time for one; `nil` where none that could follow
    /// starts earlier.
    func earliestStart(_ start: Day?, after end: Day) -> Day? {
        start.flatMap { start in stays.contains { $0.start < start && $0.ready > end } ? start : nil }
    }
}

extension CycleNetwork {
    /// The lines of those who have learnt what a posting asks for, with all sessions before it starts.
    mutating func attend(_ index: Int, missing: AtomSet, from line: Int) -> [Int] {
        let key = TrainingCourse.Key(line: line, missing: missing)
        var course = courses[key] ?? makeCourse(missing, from: line)
        while course.next < sessions.count, instance.scenario.sessions[sessions[course.next]].start < postings[index].start {
            add(sessions[course.next], to: &course, key, useful: useful[index])
            course.next += 1
        }
        courses[key] = course
        return course.lines.filter { lines[$0].schooling?.isComplete ?? false }
    }

    private func makeCourse(_ missing: AtomSet, from line: Int) -> TrainingCourse {
        let standing = lines[line].standing
        let had = instance.skills(acquired: standing.acquired)
        return TrainingCourse(stays: postings.filter {
            $0.variant(isFirst: standing.isFirst) != nil && allows($0, after: standing.stays)
                && instance.needs[$0.need].missing.subtracting(had) == missing
        }.map { ($0.start, instance.latestPreparation($0)) })
    }

    /// Adds a session to what people of a line may attend, first or after others.
    private mutating func add(_ session: Int, to course: inout TrainingCourse, _ key: TrainingCourse.Key, useful: AtomSet) {
        let (person, training) = (instance.classes[owner].candidate, instance.training)
        let profile = Int(instance.book.people.traits[owner].profile)
        let start = instance.scenario.sessions[session].start
        guard start >= person.from, training.admits(session, origin: person.origin), instance.seatGroups[person.origin]?[session] != nil else { return }
        let had = instance.skills(acquired: lines[key.line].standing.acquired)
        let grants = training.atoms.granted[session].intersection(asked[0])
        let lacking = training.lacking(session, profile: profile, had: had)
        func lessons(_ schooling: Schooling) -> [Schooling.Lesson]? {
            schooling.attending(grants: grants, useful: useful, lacking: lacking, had: had)
        }
        for line in course.lines {
            guard lines[line].isEntered(after: Day(number: .min), through: start - 1), var schooling = lines[line].schooling,
                let more = lessons(schooling)
            else { continue }
            schooling.lessons = more
            attend(session, from: line, last: start - 1, schooling, &course)
        }
        var begun = Schooling(line: key.line, missing: key.missing, lessons: [])
        guard let first = lessons(begun) else { return }
        begun.lessons = first
        begin(session, begun, &course)
    }

    /// The first session, which may be attended during the rest after a stay: then the stay that follows has to wait for its end.
    private mutating func begin(_ session: Int, _ begun: Schooling, _ course: inout TrainingCourse) {
        let (start, end) = (instance.scenario.sessions[session].start, instance.scenario.sessions[session].end)
        // The last days to come, each with the earliest start of a stay for those who come by then.
        var ways: [(last: Day, earliest: Day?)] = [(start - restDays - 1, nil)]
        for next in Set(course.stays.map(\.start)).sorted() {
            let last = min(start - 1, next - restDays - 1)
            guard let before = ways.last, last > before.last else { continue }
            let earliest = course.earliestStart(next, after: end)
            if earliest == nil, before.earliest == nil { ways[ways.count - 1].last = last } else { ways.append((last, earliest)) }
        }
        var before = Day(number: .min)
        for way in ways {
            // Who could still be here then is in the line that this one leads to.
            if let passage = lines[begun.line].passage, way.last >= passage.day { break }
            if lines[begun.line].isEntered(after: before, through: way.last) {
                var schooling = begun
                schooling.earliestStart = way.earliest
                attend(session, from: begun.line, last: way.last, schooling, &course)
            }
            before = way.last
        }
    }

    private mutating func attend(_ session: Int, from line: Int, last: Day, _ schooling: Schooling, _ course: inout TrainingCourse) {
        var schooling = schooling
        let end = instance.scenario.sessions[session].end
        schooling.earliestStart = course.earliestStart(schooling.earliestStart, after: end)
        let target: Int
        if let known = course.numbers[schooling] {
            target = known
        } else {
            target = lines.count
            lines.append(FlowLine(lines[schooling.line].standing, schooling: schooling))
            course.numbers[schooling] = target
            course.lines.append(target)
        }
        add(NetworkStep(kind: .session(session), line: line, last: last, next: (target, end)))
    }
}
