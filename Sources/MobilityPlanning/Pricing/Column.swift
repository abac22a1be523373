import MobilityModel

/// One cycle of a column, decided in full.
struct PlannedCycle: Hashable {
    /// Index into `Instance.groups`.
    var group: Int
    var isFirst: Bool
    /// Indices into `scenario.sessions`.
    var sessions: [Int]
    var calendar: Int?
    var stretch: Int
    var visaDate: Day?
    var leaf: Int?
    var pin: Int?
}

/// An itinerary of a class: a column of the master.
struct Column {
    struct Key: Hashable {
        var owner: Int
        var cycles: [PlannedCycle]
    }

    var owner: Int
    var cycles: [PlannedCycle]
    /// Coefficients by row, each row once, without those of the terms.
    var entries: [Entry]
    /// By term, exact; the penalty is none of a column's.
    var terms: [Int64]

    var key: Key { Key(owner: owner, cycles: cycles) }

    /// What one person on it adds to an objective.
    /// - Parameter objective: by term, the coefficient of one unit of it.
    func gain(_ objective: [Double]) -> Double {
        var sum = 0.0
        for index in objective.indices where objective[index] != 0 { sum += objective[index] * Double(terms[index]) }
        return sum
    }
}

extension Instance {
    /// The column that a sequence of cycles makes.
    func column(owner: Int, cycles: [PlannedCycle]) -> Column {
        var sums: [Int: Double] = [:]
        if let row = table[.people(owner)] { sums[row] = 1 }
        var values = [Int64](repeating: 0, count: terms.count)
        let origin = classes[owner].candidate.origin
        func add(_ kind: RowKind, _ value: Double = 1) {
            if let row = table[kind] { sums[row, default: 0] += value }
        }
        for cycle in cycles {
            let posting = posting(owner, cycle.group)
            guard let variant = posting.variant(isFirst: cycle.isFirst) else { continue }
            var cents = posting.cost
            for entry in variant.entries { sums[entry.row, default: 0] += entry.value }
            add(.places(posting.group))
            add(.minPlaces(posting.group))
            for session in cycle.sessions {
                add(.seats(session))
                add(.minSeats(session))
                let seat = scenario.sessions[session].seatCost.amount
                if let group = seatGroups[origin]?[session]?.index { add(.paid(group), Double(seat)) }
                cents += seat
            }
            if let index = cycle.calendar {
                let stretch = calendars[index].stretches[cycle.stretch]
                let fee = calendars[index].consulate.fee.amount
                add(.applications(calendar: index, month: stretch.month))
                if let group = stretch.fundGroup { add(.paid(group), Double(fee)) }
                cents += fee
            }
            if let leaf = cycle.leaf { for line in quotas.paths[leaf] { add(.quota(line)) } }
            if let pin = cycle.pin { add(.pin(pin)) }
            for (index, term) in terms.enumerated() {
                switch term {
                case .penalty: break
                case .placements: values[index] += variant.placements
                case .stayDays: values[index] += posting.stayDays
                case .match: values[index] += posting.match
                case .returns: values[index] += variant.returns[min(cycle.sessions.count, variant.returns.count - 1)]
                case .cost: values[index] += cents
                }
            }
        }
        for (group, rows) in spendingRows.enumerated() {
            guard let paid = table[.paid(group)], let cents = sums[paid] else { continue }
            for row in rows { sums[row, default: 0] += cents }
        }
        let entries = sums.filter { $0.value != 0 }.map { Entry(row: $0.key, value: $0.value) }.sorted { $0.row < $1.row }
        return Column(owner: owner, cycles: cycles, entries: entries, terms: values)
    }
}
