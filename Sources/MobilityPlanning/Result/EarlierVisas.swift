import MobilityModel

/// Moves visa applications to the first days on which they can be made, where that changes nothing else.
///
/// The search leaves open which of several months with room an application goes to, since no rule and no term sees a difference. A
/// planner does: what is asked for early can be late and still come in time.
struct EarlierVisas {
    let instance: Instance
    /// Applications that can still be made at a consulate in a month.
    private var room: [Slot: Int] = [:]
    /// By pin: people on the pinned cycle beyond those whom it asks for.
    private var surplus: [Int] = []

    private struct Slot: Hashable {
        var calendar: Int
        var month: Month
    }

    /// People of one itinerary whose applications are settled before the cycle at `next`.
    private struct Party {
        var owner: Int
        var cycles: [PlannedCycle]
        var count: Int
        var next = 0
    }

    init(_ instance: Instance) { self.instance = instance }

    /// The same people on the same stays, sessions and lines, at the same consulates, paid by the same funds. Who starts first chooses
    /// first; as many as are pinned stay.
    ///
    /// Complexity: O(n log n + cycles · stretches) for n itineraries.
    mutating func applied(to assignment: Assignment) -> Assignment {
        takeRoom(assignment)
        let parties = assignment.uses.enumerated().map { index, use in
            (start: use.column.cycles.first.map { instance.groups[$0.group].request.start }, index: index,
             party: Party(owner: use.column.owner, cycles: use.column.cycles, count: use.count))
        }
        var columns: [Column] = []
        var counts: [Int] = []
        for item in parties.sorted(by: { ($0.start?.number ?? 0, $0.index) < ($1.start?.number ?? 0, $1.index) }) {
            var waiting = [item.party]
            while var party = waiting.popLast() {
                while party.next < party.cycles.count {
                    guard let (earlier, moved) = earlierChoice(party) else {
                        party.next += 1
                        continue
                    }
                    if moved < party.count {
                        var rest = party
                        rest.count -= moved
                        waiting.append(rest)
                        party.count = moved
                    }
                    move(&party, to: earlier)
                    party.next += 1
                }
                columns.append(instance.column(owner: party.owner, cycles: party.cycles))
                counts.append(party.count)
            }
        }
        let moved = instance.assignment(columns, counts: counts)
        let isSame = moved.terms == assignment.terms && moved.shortfall == assignment.shortfall && moved.isWithinLimits
        return isSame ? moved : assignment
    }

    private mutating func takeRoom(_ assignment: Assignment) {
        room = [:]
        surplus = instance.pins.map { -$0.count }
        for use in assignment.uses {
            for cycle in use.column.cycles {
                if let slot = slot(cycle.calendar, cycle.stretch) { take(slot, use.count) }
                if let pin = cycle.pin { surplus[pin] += use.count }
            }
        }
    }

    private func slot(_ calendar: Int?, _ stretch: Int) -> Slot? {
        calendar.map { Slot(calendar: $0, month: instance.calendars[$0].stretches[stretch].month) }
    }

    private mutating func take(_ slot: Slot, _ count: Int) {
        room[slot, default: instance.calendars[slot.calendar].consulate.monthlyCapacity] -= count
    }

    /// The first stretch before the one that the next cycle has, with room in its month and the same funds to pay; and for how many.
    private func earlierChoice(_ party: Party) -> (stretch: Int, count: Int)? {
        let cycle = party.cycles[party.next]
        let most = cycle.pin.map { min(surplus[$0], party.count) } ?? party.count
        guard most > 0, let index = cycle.calendar, let first = firstDay(party) else { return nil }
        let calendar = instance.calendars[index]
        let present = calendar.stretches[cycle.stretch]
        for stretch in calendar.stretch(holding: first)..<max(calendar.stretch(holding: first), cycle.stretch) {
            let other = calendar.stretches[stretch]
            guard other.fundGroup == present.fundGroup else { continue }
            if other.month == present.month { return (stretch, most) }
            let free = room[Slot(calendar: index, month: other.month)] ?? calendar.consulate.monthlyCapacity
            if free > 0 { return (stretch, min(free, most)) }
        }
        return nil
    }

    private mutating func move(_ party: inout Party, to stretch: Int) {
        let cycle = party.cycles[party.next]
        guard let index = cycle.calendar, let first = firstDay(party) else { return }
        if let before = slot(index, cycle.stretch), let after = slot(index, stretch), before != after {
            take(before, -party.count)
            take(after, party.count)
        }
        if let pin = cycle.pin {
            surplus[pin] -= party.count
            party.cycles[party.next].pin = nil
        }
        party.cycles[party.next].stretch = stretch
        party.cycles[party.next].visaDate = max(first, instance.calendars[index].stretches[stretch].first)
    }

    /// The first day on which the visa of the next cycle can be applied for at its consulate.
    private func firstDay(_ party: Party) -> Day? {
        let cycle = party.cycles[party.next]
        let before = party.next > 0
            ? instance.groups[party.cycles[party.next - 1].group].request.end
            : instance.classes[party.owner].candidate.lastStayUntil ?? Day(number: .min / 2)
        guard let index = cycle.calendar, let opening = instance.calendars[index].stretches.first?.first else { return nil }
        let span = instance.trainingSpan(cycle.sessions)
        return instance.firstApplicationDay(instance.posting(party.owner, cycle.group), span: span, owner: party.owner, after: before).map { max($0, opening) }
    }
}
