import MobilityModel

/// The open requests as people of one origin and one occupation see them.
struct Openings {
    /// Requests in one country that ask for the same skills which no session gives, and lack money for the same.
    struct Group {
        var country: Country
        var mustHold: [Skill]
        /// What no fund pays of the way there.
        var unpaid: [UnpaidItem]
        /// Negated last day to be free, and negated end of the stay: somebody free from `f` until `u` can take one where
        /// some request has `latest >= f` and `end <= u`.
        var stairs = Staircase()
        var firstStart: Day
        var lastStart: Day
    }

    var groups: [Group] = []
    /// Whether some request has no consulate for the origin, or starts too early.
    var lacksConsulate = false
    var isTooLate = false
    /// Whether a request takes only people it names.
    var isNamed = false
    private var position: [GroupKey: Int] = [:]

    private struct GroupKey: Hashable {
        var country: Country
        var mustHold: [Skill]
        var unpaid: [UnpaidItem]
    }

    mutating func add(_ request: Request, latest: Day, mustHold: [Skill], unpaid: [UnpaidItem]) {
        let key = GroupKey(country: request.country, mustHold: mustHold, unpaid: unpaid)
        let index = position[key] ?? groups.count
        if index == groups.count {
            position[key] = index
            groups.append(Group(country: request.country, mustHold: mustHold, unpaid: unpaid, firstStart: request.start, lastStart: request.start))
        }
        groups[index].stairs.add(-latest.number, -request.end.number)
        groups[index].firstStart = min(groups[index].firstStart, request.start)
        groups[index].lastStart = max(groups[index].lastStart, request.start)
    }

    mutating func settle() {
        for index in groups.indices { groups[index].stairs.settle() }
        position = [:]
    }
}
