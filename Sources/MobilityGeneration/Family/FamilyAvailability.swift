import MobilityModel

/// When people can be had, in classes: back from stays of the year before (by cycles and whether the employer files again), there
/// from the autumn before, with or without an end, or from a half-year of the horizon.
struct FamilyAvailability: Sendable {
    enum Kind: Sendable, Hashable {
        case returning(cycles: Int, toEmployer: Bool)
        case leaving
        case early
        /// From a day of these months.
        case late(year: Int, months: ClosedRange<Int>)
    }

    let kinds: [Kind]
    /// People of each kind.
    let counts: [Int]
    private let firstYear: Int

    init(years: [Int], people: Int) {
        let first = years.first ?? 2026
        let last = years.last ?? first
        firstYear = first
        let figures = FamilyFigures.availability
        let groups = apportion(people, weights: [figures.returning, figures.leaving, figures.early, figures.late])
        var parts: [(Kind, Int)] = []
        let returning = apportion(groups[0], weights: [FamilyFigures.sameEmployer, 1_000 - FamilyFigures.sameEmployer])
        for (toEmployer, count) in zip([true, false], returning) {
            for (index, part) in apportion(count, weights: FamilyFigures.cyclesOfReturners).enumerated() {
                parts.append((.returning(cycles: index + 1, toEmployer: toEmployer), part))
            }
        }
        parts.append((.leaving, groups[1]))
        parts.append((.early, groups[2]))
        // Those of the last summer and autumn would come too late for most requests; nobody comes after March of the last year.
        let halves = (first...last).flatMap { year in
            year == last ? [(year, 1...3)] : [(year, 1...6), (year, 7...12)]
        }
        parts += zip(halves, apportion(groups[3], weights: halves.map(\.1.count))).map { (.late(year: $0.0, months: $0.1), $1) }
        kinds = parts.map(\.0)
        counts = parts.map(\.1)
    }

    struct Dates: Sendable {
        var from: Day
        var until: Day?
        var lastStayFrom: Day?
        var lastStayUntil: Day?
    }

    /// Days of one person of a class.
    func dates(_ kind: Kind, _ random: inout SplitMix64) -> Dates {
        switch kind {
        case .returning:
            let stays = FamilyFigures.usualStays
            let days = random.chance(stays.share, in: 10) ? random.number(in: stays.days) : random.number(in: random.pick(stays.others))
            return returned(on: .on(firstYear - 1, random.number(in: 6...11), random.number(in: 1...30)), after: days)
        case .leaving: return Dates(from: autumn, until: .on(firstYear + 2, random.number(in: 1...12), random.number(in: 1...28)))
        case .early: return Dates(from: autumn)
        case .late(let year, let months): return Dates(from: .on(year, random.number(in: months), 1))
        }
    }

    /// The days in the middle of a class, for a pool of it.
    func middle(_ kind: Kind) -> Dates {
        switch kind {
        case .returning: returned(on: .on(firstYear - 1, 8, 31), after: 150)
        case .leaving: Dates(from: autumn, until: .on(firstYear + 2, 7, 1))
        case .early: Dates(from: autumn)
        case .late(let year, let months): Dates(from: .on(year, (months.lowerBound + months.upperBound + 1) / 2, 1))
        }
    }

    private var autumn: Day { .on(firstYear - 1, 9, 1) }

    private func returned(on day: Day, after days: Int) -> Dates {
        Dates(from: max(autumn, day + 1), lastStayFrom: day - (days - 1), lastStayUntil: day)
    }
}
