import MobilityModel

/// `Reach` where possible cycles are too many to prepare each: what can be prepared is looked up once for each cell of people and
/// group, as the last day on which somebody may become free; what is left for each person is to compare days.
///
/// A later cycle counts where it can follow the first cycle that ends soonest, by training that starts anew. That leaves out who learns for it in
/// that cycle what they could not learn afterwards; otherwise it is what `Reach` says.
struct VastReach {
    /// A group that admits the people of a cell.
    private struct Chance {
        var group: Int
        var stay: StayWindows.Stay
        /// Who is free by then can be ready, in a first cycle and in a later one.
        var first: Day
        var later: Day
    }

    private struct Question: Hashable {
        var list: Int
        var calendars: [Int]?
        var ready: Day
        var start: Day
    }

    private let instance: Instance
    private let windows: StayWindows
    private static let never = Day(number: .min)

    init(_ instance: Instance) {
        self.instance = instance
        windows = StayWindows(instance.scenario)
    }

    /// - Parameter filled: by group, the people that the plan has there.
    /// - Complexity: O(cells x groups that admit them), and a comparison of days for each person and such group.
    func chances(filled: [Int]) throws -> [PlacementChance] {
        var known: [Question: Day] = [:]
        let cells = PeopleCells(instance.book.people).members
        var people = [Int](repeating: 0, count: instance.groups.count)
        for owners in cells {
            let list = try chances(of: owners[0], &known)
            for owner in owners {
                let count = instance.classes[owner].count
                forEachReached(owner, list) { people[$0] += count }
            }
        }
        let shares = zip(filled, people).map { $1 > 0 ? Double($0) / Double($1) : 0 }
        var chances: [PlacementChance] = []
        for owners in cells {
            let list = try self.chances(of: owners[0], &known)
            for owner in owners {
                var (expected, isInReach) = (0.0, false)
                forEachReached(owner, list) { group in
                    expected += shares[group]
                    isInReach = true
                }
                chances += instance.classes[owner].members.map {
                    PlacementChance(candidate: instance.scenario.candidates[$0].id, isInReach: isInReach, expected: expected)
                }
            }
        }
        return chances.sorted { $0.candidate < $1.candidate }
    }

    /// Of a cell, in the order of groups.
    private func chances(of owner: Int, _ known: inout [Question: Day]) throws -> [Chance] {
        let (book, person) = (instance.book, instance.book.people.traits[owner])
        var list: [Chance] = []
        for group in book.groups(withAnyOf: person.occupations).lazy.map(Int.init) where book.admits(owner, group) {
            guard let offer = book.offer(ofKind: Int(person.kind), group: group) else { continue }
            let request = book.requests.traits[group]
            let question = Question(
                list: try instance.list(need: book.need(owner, group), acquired: 0), calendars: offer.calendars, ready: request.ready, start: request.start)
            let day = known[question] ?? lastDay(question, origin: instance.classes[owner].candidate.origin)
            known[question] = day
            list.append(Chance(
                group: group, stay: StayWindows.Stay(start: request.start, end: request.end, channel: request.limitedChannel),
                first: offer.first == nil ? Self.never : day, later: offer.later == nil ? Self.never : day))
        }
        return list
    }

    /// The last day on which somebody may become free and still be ready; the distant past where nobody can.
    private func lastDay(_ question: Question, origin: Country) -> Day {
        var last = Self.never
        let payers = instance.seatGroups[origin]
        for set in instance.trainingSets(question.list) where payers.map({ payers in set.sessions.allSatisfy { payers[$0] != nil } }) ?? true {
            let ready = set.sessions.isEmpty ? question.ready : max(question.ready, set.end + 1)
            guard let applied = lastApplication(question, from: ready) else { continue }
            last = max(last, set.sessions.isEmpty ? applied : set.start)
        }
        return last
    }

    /// The last day for the application, or for being ready where none is needed.
    private func lastApplication(_ question: Question, from ready: Day) -> Day? {
        guard let calendars = question.calendars else { return ready <= question.start ? question.start : nil }
        return calendars.compactMap { index -> Day? in
            let calendar = instance.calendars[index]
            guard let days = calendar.days(from: ready, for: question.start, margin: instance.scenario.cycle.visaMarginDays) else { return nil }
            let payable = calendar.stretches(holding: days).last { calendar.stretches[$0].fundGroup != FundGroups.unpayable }
            return payable.map { min(days.upperBound, calendar.stretches[$0].last) }
        }.max()
    }

    private func forEachReached(_ owner: Int, _ list: [Chance], _ body: (Int) -> Void) {
        let (person, candidate) = (instance.book.people.traits[owner], instance.classes[owner].candidate)
        let rest = instance.scenario.cycle.restDays
        let rested = candidate.lastStayUntil.map { $0 + rest } ?? Day(number: .min / 2)
        let free = instance.classes[owner].candidate.firstDayFree
        let history = StayWindows.history(of: candidate)
        func isFree(_ chance: Chance) -> Bool {
            let stay = chance.stay
            return stay.start >= person.from && stay.start >= person.ofAge && stay.start < person.tooOld && stay.end <= person.last
                && stay.start > rested && (history.isEmpty || windows.allows(stay, after: history))
        }
        var soonest: StayWindows.Stay?
        for chance in list where free <= chance.first && chance.stay.end < soonest?.end ?? Day(number: .max) && isFree(chance) { soonest = chance.stay }
        guard let soonest else { return }
        let next = max(free, soonest.end + 1)
        for chance in list where isFree(chance) {
            let follows = next <= chance.later && chance.stay.start > soonest.end + rest
            if free <= chance.first || (follows && windows.allows(chance.stay, after: history + [soonest])) { body(chance.group) }
        }
    }
}
