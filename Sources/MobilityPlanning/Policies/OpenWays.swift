import MobilityModel

/// Training, application and quota line with room for one more, the best first; and where there are none, for whole kinds of people.
///
/// *What has no room stays so*, since seats, months and lines only fill up as long as nobody is taken back (`reset`). A way to prepare a
/// cycle needs each session to start once the person is free, and an application that follows these, that day and the authorisation, early
/// enough for the start. So what can be prepared in a window can be prepared in every window that holds it, where the training sets, leaf lines and consulates are
/// the same: a window in which no way has room tells that of all windows that it holds, whoever asks.
///
/// *What cannot be paid stays so* for the same reason, where the offer is the same besides; but for the cost of running a session,
/// which the first to attend it pays: so once a session opens, that is forgotten (`forgetUnpaid`).
final class OpenWays {
    private struct Route: Hashable {
        var leaves: [Int]
        var calendars: [Int]?
    }

    private struct Key: Hashable {
        var list: Int32
        /// A route, or a variant.
        var number: Int32
    }

    private let instance: Instance
    /// By variant: its leaf lines and consulates.
    private let routes: [Int32]
    /// By list: its sets whose sessions all had room when they were last looked at; `nil` where nobody has asked.
    private var open: [[Int]?] = []
    private var spent: [Key: [WantedCycle.Window]] = [:]
    private var unpaid: [Key: [WantedCycle.Window]] = [:]

    init(_ instance: Instance) {
        self.instance = instance
        var known = Interning<Route>()
        routes = instance.book.offers.flatMap { offer in
            [offer.first, offer.later].map { variant in
                variant.map { Int32(known.number(of: Route(leaves: $0.leaves, calendars: offer.calendars))) } ?? -1
            }
        }
    }

    // MARK: What is known

    /// Whether no way has room, as is known.
    func isSpent(_ cycle: WantedCycle) -> Bool { spent[key(cycle)]?.contains { $0.holds(cycle.window) } ?? false }

    /// The first day from which on it is known that whoever is not free before finds no room.
    func spentFrom(list: Int, variant: Posting.Variant, ready: Day, start: Day) -> Day? {
        guard let windows = spent[Key(list: Int32(list), number: routes[variant.number])] else { return nil }
        return windows.lazy.filter { $0.ready <= ready && $0.start >= start }.map(\.free).min()
    }

    func noteSpent(_ cycle: WantedCycle) { Self.note(cycle.window, &spent[key(cycle), default: []]) }

    /// Whether no way with room could be paid, as is known.
    func isUnpaid(_ cycle: WantedCycle) -> Bool {
        unpaid[Key(list: Int32(cycle.list), number: Int32(cycle.variant.number))]?.contains { $0.holds(cycle.window) } ?? false
    }

    func noteUnpaid(_ cycle: WantedCycle) {
        Self.note(cycle.window, &unpaid[Key(list: Int32(cycle.list), number: Int32(cycle.variant.number)), default: []])
    }

    func forgetUnpaid() { unpaid = [:] }

    /// To be called once somebody is taken back.
    func reset() { (open, spent, unpaid) = ([], [:], [:]) }

    private func key(_ cycle: WantedCycle) -> Key { Key(list: Int32(cycle.list), number: routes[cycle.variant.number]) }

    private static func note(_ window: WantedCycle.Window, _ known: inout [WantedCycle.Window]) {
        known.removeAll { window.holds($0) }
        known.append(window)
    }

    // MARK: Room

    /// Whether a leaf line, and a month between authorisation and start, have room, whatever the training.
    func hasRoute(_ variant: Posting.Variant, calendars: [Int]?, ready: Day, start: Day, _ ledger: Ledger) -> Bool {
        guard variant.leaves.isEmpty || variant.leaves.contains(where: ledger.hasRoom(leaf:)) else { return false }
        guard let calendars else { return true }
        return calendars.contains { firstApplication($0, from: ready, for: start, ledger) != nil }
    }

    /// The ways with room, what opens the fewest sessions first, then what needs the fewest, the cheapest, the earliest application;
    /// then by line, by training set and by consulate.
    ///
    /// - Parameter take: says whether the way will do, which ends the search.
    /// - Returns: whether any way had room.
    func search(_ cycle: WantedCycle, _ ledger: Ledger, take: (Preparation) throws -> Bool) rethrows -> Bool {
        let leaves: [Int?] = cycle.variant.leaves.isEmpty ? [nil] : cycle.variant.leaves.filter(ledger.hasRoom(leaf:))
        guard !leaves.isEmpty else { return false }
        var hadRoom = false
        for sets in ranked(cycle, ledger) {
            guard let best = earliest(sets, cycle, leaf: leaves[0], ledger) else { continue }
            hadRoom = true
            if try take(best) { return true }
            // The best mostly does; the others are listed only where it does not.
            for way in all(sets, cycle, leaves, ledger).dropFirst() where try take(way) { return true }
        }
        return hadRoom
    }

    /// The training sets with room that are over in time, in ranks that only the application tells apart.
    private func ranked(_ cycle: WantedCycle, _ ledger: Ledger) -> [[TrainingSet]] {
        let (sets, payers) = (instance.trainingSets(cycle.list), instance.seatGroups[cycle.origin])
        let sessions = instance.scenario.sessions
        while open.count <= cycle.list { open.append(nil) }
        let before = open[cycle.list] ?? sets.indices.filter { sets[$0].sessions.allSatisfy { payers?[$0] != nil || payers == nil } }
        let left = before.filter { sets[$0].sessions.allSatisfy(ledger.hasRoom(session:)) }
        open[cycle.list] = left
        if left.count == 1 { return isTimely(sets[left[0]], cycle) ? [[sets[left[0]]]] : [] }
        var keyed: [(opened: Int, cost: Int64, set: Int)] = []
        for index in left where isTimely(sets[index], cycle) {
            let opened = sets[index].sessions.count { instance.needsOpening(sessions[$0]) && ledger.attendance($0) == 0 }
            keyed.append((opened, sets[index].sessions.reduce(0) { $0 + sessions[$1].seatCost.amount }, index))
        }
        func rank(_ key: (opened: Int, cost: Int64, set: Int)) -> (Int, Int, Int64) { (key.opened, sets[key.set].sessions.count, key.cost) }
        keyed.sort { rank($0) != rank($1) ? rank($0) < rank($1) : $0.set < $1.set }
        var ranks: [[TrainingSet]] = []
        for (position, key) in keyed.enumerated() {
            if position > 0, rank(keyed[position - 1]) == rank(key) {
                ranks[ranks.count - 1].append(sets[key.set])
            } else {
                ranks.append([sets[key.set]])
            }
        }
        return ranks
    }

    private func isTimely(_ set: TrainingSet, _ cycle: WantedCycle) -> Bool { set.sessions.isEmpty || set.start >= cycle.free }

    /// The first day for an application, or for the stay where none is needed.
    private func first(_ set: TrainingSet, _ cycle: WantedCycle) -> Day {
        let free = max(cycle.posting.earliest, cycle.free)
        return set.sessions.isEmpty ? free : max(free, set.end + 1)
    }

    /// The first stretch with room.
    private func firstApplication(_ index: Int, from first: Day, for start: Day, _ ledger: Ledger) -> Int? {
        let calendar = instance.calendars[index]
        guard let days = calendar.days(from: first, for: start, margin: instance.scenario.cycle.visaMarginDays) else { return nil }
        return calendar.stretches(holding: days).first {
            calendar.stretches[$0].fundGroup != FundGroups.unpayable && ledger.hasRoom(calendar: index, stretch: $0)
        }
    }

    /// The first of `all`.
    private func earliest(_ sets: [TrainingSet], _ cycle: WantedCycle, leaf: Int?, _ ledger: Ledger) -> Preparation? {
        var best: Preparation?
        for set in sets {
            let (first, start) = (first(set, cycle), cycle.posting.start)
            var way = Preparation(profit: 0, sessions: set.sessions, acquired: set.acquired, leaf: leaf)
            guard let calendars = cycle.posting.calendars else {
                if first <= start { return way }
                continue
            }
            for calendar in calendars {
                guard let stretch = firstApplication(calendar, from: first, for: start, ledger) else { continue }
                let day = max(first, instance.calendars[calendar].stretches[stretch].first)
                if let known = best?.visaDate, known <= day { continue }
                (way.calendar, way.stretch, way.visaDate) = (calendar, stretch, day)
                best = way
            }
        }
        return best
    }

    /// Every way with room through sets of one rank.
    private func all(_ sets: [TrainingSet], _ cycle: WantedCycle, _ leaves: [Int?], _ ledger: Ledger) -> [Preparation] {
        var ways: [Preparation] = []
        for set in sets {
            let (first, start) = (first(set, cycle), cycle.posting.start)
            for leaf in leaves {
                var way = Preparation(profit: 0, sessions: set.sessions, acquired: set.acquired, leaf: leaf)
                guard let calendars = cycle.posting.calendars else {
                    if first <= start { ways.append(way) }
                    continue
                }
                for application in instance.applications(cycle.posting, calendars, from: first)
                where ledger.hasRoom(calendar: application.calendar, stretch: application.stretch) {
                    (way.calendar, way.stretch) = (application.calendar, application.stretch)
                    way.visaDate = max(first, instance.calendars[application.calendar].stretches[application.stretch].first)
                    ways.append(way)
                }
            }
        }
        return ways.enumerated().sorted { a, b in
            let (mine, theirs) = (a.element.visaDate?.number ?? .min, b.element.visaDate?.number ?? .min)
            return (mine, a.element.leaf ?? -1, a.offset) < (theirs, b.element.leaf ?? -1, b.offset)
        }.map(\.element)
    }
}
