import MobilityModel

/// Where and when the visa of a cycle is applied for: any day of a stretch is as good as another.
struct Application: Hashable {
    var calendar: Int
    var stretch: Int
}

/// What is chosen for a cycle apart from its stay and its training: a quota line, an application. Each is possible whatever
/// is chosen for the other and for other cycles.
enum Alternatives: Hashable {
    case leaves([Int])
    case applications([Application])

    var count: Int {
        switch self {
        case .leaves(let leaves): leaves.count
        case .applications(let applications): applications.count
        }
    }
}

/// An itinerary but for what is chosen apart from it: many itineraries are one pattern.
///
/// A person with three cycles, five quota lines and four months for each visa has 8,000 itineraries of one pattern. Only sums of
/// the choices meet the rows of a master, so it is enough to choose how many cycles take which line and which month.
struct Pattern {
    struct Key: Hashable {
        var owner: Int
        /// Without quota line and application, unless pinned.
        var cycles: [PlannedCycle]
    }

    var key: Key
    /// The first application day of each cycle, where one is needed.
    var earliest: [Day?]
    var alternatives: [Alternatives]
    /// By cycle: the position among `alternatives` of the quota line's and of the application's; `nil` where there is no choice.
    var leafChoice: [Int?]
    var applicationChoice: [Int?]
    /// What all itineraries of the pattern have in common.
    var column: Column
}

extension Instance {
    /// The pattern of an itinerary.
    func pattern(of column: Column) -> Pattern {
        let owner = column.owner
        var cycles = column.cycles
        var earliest: [Day?] = []
        var alternatives: [Alternatives] = []
        var (leafChoice, applicationChoice): ([Int?], [Int?]) = ([], [])
        var previousEnd = classes[owner].candidate.lastStayUntil ?? Day(number: .min / 2)
        for index in cycles.indices {
            let cycle = cycles[index]
            let posting = posting(owner, cycle.group)
            let first = firstApplicationDay(posting, span: trainingSpan(cycle.sessions), owner: owner, after: previousEnd)
            previousEnd = posting.end
            earliest.append(first)
            leafChoice.append(nil)
            applicationChoice.append(nil)
            guard cycle.pin == nil else { continue }
            if cycle.leaf != nil, let leaves = posting.variant(isFirst: cycle.isFirst)?.leaves, leaves.count > 1 {
                cycles[index].leaf = nil
                leafChoice[index] = alternatives.count
                alternatives.append(.leaves(leaves))
            }
            guard cycle.calendar != nil, let first, let calendars = posting.calendars else { continue }
            cycles[index].visaDate = nil
            let applications = self.applications(posting, calendars, from: first)
            guard applications.count > 1 else { continue }
            (cycles[index].calendar, cycles[index].stretch) = (nil, 0)
            applicationChoice[index] = alternatives.count
            alternatives.append(.applications(applications))
        }
        return Pattern(
            key: Pattern.Key(owner: owner, cycles: cycles), earliest: earliest, alternatives: alternatives, leafChoice: leafChoice,
            applicationChoice: applicationChoice, column: self.column(owner: owner, cycles: cycles))
    }

    /// The itinerary of a pattern in which each choice is made.
    /// - Parameter chosen: by position in `alternatives`, the position of the choice.
    func column(of pattern: Pattern, chosen: [Int]) -> Column {
        var cycles = pattern.key.cycles
        for index in cycles.indices {
            if let choice = pattern.leafChoice[index], case .leaves(let leaves) = pattern.alternatives[choice] {
                cycles[index].leaf = leaves[chosen[choice]]
            }
            if let choice = pattern.applicationChoice[index], case .applications(let list) = pattern.alternatives[choice] {
                (cycles[index].calendar, cycles[index].stretch) = (list[chosen[choice]].calendar, list[chosen[choice]].stretch)
            }
            if cycles[index].pin == nil, let calendar = cycles[index].calendar, let first = pattern.earliest[index] {
                cycles[index].visaDate = max(first, calendars[calendar].stretches[cycles[index].stretch].first)
            }
        }
        return column(owner: pattern.key.owner, cycles: cycles)
    }

    /// The stretches in which the visa for a stay can be applied for, and paid, from a day on.
    func applications(_ posting: Posting, _ calendars: [Int], from first: Day) -> [Application] {
        calendars.flatMap { index -> [Application] in
            let calendar = self.calendars[index]
            guard let days = calendar.days(from: first, for: posting.start, margin: scenario.cycle.visaMarginDays) else { return [] }
            return calendar.stretches(holding: days)
                .filter { calendar.stretches[$0].fundGroup != FundGroups.unpayable }
                .map { Application(calendar: index, stretch: $0) }
        }
    }

    /// The first day on which the visa can be applied for (or, where none is needed, the stay can start) after this training;
    /// `nil` where the training itself comes too early.
    func firstApplicationDay(_ posting: Posting, span: ClosedRange<Day>?, owner: Int, after previousEnd: Day) -> Day? {
        guard let span else { return max(posting.earliest, previousEnd + 1) }
        guard span.lowerBound > previousEnd, span.lowerBound >= classes[owner].candidate.from else { return nil }
        return max(posting.earliest, max(previousEnd, span.upperBound) + 1)
    }

    /// From the first day of the first session to the last of the last; `nil` without sessions.
    func trainingSpan(_ sessions: [Int]) -> ClosedRange<Day>? {
        guard let first = sessions.map({ scenario.sessions[$0].start }).min(), let last = sessions.map({ scenario.sessions[$0].end }).max()
        else { return nil }
        return first...last
    }

    /// Coefficients of an alternative by row, each row once, and its cents.
    func entries(of alternatives: Alternatives, _ index: Int) -> (entries: [Entry], cents: Int64) {
        switch alternatives {
        case .leaves(let leaves):
            return (quotas.paths[leaves[index]].compactMap { line in table[.quota(line)].map { Entry(row: $0, value: 1) } }, 0)
        case .applications(let applications):
            let (calendar, stretch) = (applications[index].calendar, calendars[applications[index].calendar].stretches[applications[index].stretch])
            let fee = calendars[calendar].consulate.fee.amount
            var entries = table[.applications(calendar: calendar, month: stretch.month)].map { [Entry(row: $0, value: 1)] } ?? []
            if let group = stretch.fundGroup, let row = table[.paid(group)], fee != 0 {
                for row in [row] + spendingRows[group] { entries.append(Entry(row: row, value: Double(fee))) }
            }
            return (entries, fee)
        }
    }
}
