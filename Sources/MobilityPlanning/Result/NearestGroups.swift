import MobilityModel

/// In which order to look for the placement that came nearest, where people have thousands of possible ones: what is full whatever
/// the training ranks the groups for a kind of people, and bounds how near each can have come.
final class NearestGroups {
    struct Ranked {
        var group: Int32
        /// No obstacle on the way to it lies at a greater stage.
        var ceiling: Int8
    }

    private struct Key: Hashable {
        var kind: Int32
        var occupations: Int32
    }

    private let instance: Instance
    private let rows: ScarceRows
    private let isFull: [Bool]
    private var ranked: [Key: [Ranked]] = [:]

    init(_ instance: Instance, _ saturation: Saturation) {
        self.instance = instance
        rows = ScarceRows(instance)
        var isFull = [Bool](repeating: false, count: instance.table.rows.count)
        for row in saturation.full { isFull[row] = true }
        self.isFull = isFull
    }

    /// The groups of a class's occupations, the nearest first, of equal ones in their order; the class may be eligible for some only.
    func groups(_ owner: Int) -> [Ranked] {
        let person = instance.book.people.traits[owner]
        let key = Key(kind: person.kind, occupations: person.occupations)
        if let known = ranked[key] { return known }
        let groups = instance.book.groups(withAnyOf: person.occupations)
        let list = groups.compactMap { group in ceiling(kind: Int(person.kind), Int(group)).map { Ranked(group: group, ceiling: $0) } }
        // Swift's sort is stable: equal ones keep their order.
        let sorted = list.sorted { $0.ceiling > $1.ceiling }
        ranked[key] = sorted
        return sorted
    }

    /// As the stages of `Reasons` go: nothing full, places alone, one other thing, several.
    private func ceiling(kind: Int, _ group: Int) -> Int8? {
        guard let offer = instance.book.offer(ofKind: kind, group: group) else { return nil }
        guard let variant = offer.first else { return 40 }
        let arePlacesTaken = instance.table[.places(group)].map { isFull[$0] } ?? false
        let isLineFull = !variant.leaves.isEmpty && !variant.leaves.contains { rows.paths[$0].allSatisfy { !isFull[$0] } }
        let areMonthsFull = offer.calendars.map { !hasMonth($0, instance.book.requests.traits[group]) } ?? false
        switch (isLineFull ? 1 : 0) + (areMonthsFull ? 1 : 0) {
        case 0: return arePlacesTaken ? 90 : 95
        case 1: return arePlacesTaken ? 77 : 80
        default: return arePlacesTaken ? 76 : 77
        }
    }

    private func hasMonth(_ calendars: [Int], _ request: RequestTraits) -> Bool {
        calendars.contains { index in
            let calendar = instance.calendars[index]
            guard let days = calendar.days(from: request.ready, for: request.start, margin: instance.scenario.cycle.visaMarginDays) else { return false }
            return calendar.stretches(holding: days).contains {
                let row = rows.applications[index][$0]
                return calendar.stretches[$0].fundGroup != FundGroups.unpayable && (row < 0 || !isFull[row])
            }
        }
    }
}
