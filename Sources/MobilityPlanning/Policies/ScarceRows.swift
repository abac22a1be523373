/// The rows of everything scarce, by what stands for it in a preparation, and how much each has.
struct ScarceRows {
    /// By row; the greatest number there is where the row is no capacity.
    var capacity: [Int64]
    /// By session; -1 for none.
    let seats: [Int]
    /// By leaf line: its own row and those of all lines above.
    let paths: [[Int]]
    /// By calendar, then stretch: the row of its month; -1 for none.
    let applications: [[Int]]

    init(_ instance: Instance) {
        capacity = instance.table.rows.map { row in
            switch row.kind {
            case .people(let owner): Int64(instance.classes[owner].count)
            case .places(let group): Int64(instance.groups[group].places)
            case .seats(let session): Int64(instance.scenario.sessions[session].seats)
            case .applications(let calendar, _): Int64(instance.calendars[calendar].consulate.monthlyCapacity)
            case .quota(let line): Int64(instance.quotas.lines[line].places)
            default: .max
            }
        }
        seats = instance.scenario.sessions.indices.map { instance.table[.seats($0)] ?? -1 }
        paths = instance.quotas.paths.map { path in path.compactMap { instance.table[.quota($0)] } }
        applications = instance.calendars.enumerated().map { index, calendar in
            calendar.stretches.map { instance.table[.applications(calendar: index, month: $0.month)] ?? -1 }
        }
    }
}
