import MobilityModel

/// What may be shown to whom: everything to planners; in public no group of fewer than 5 people, and no id of a person, of a
/// request or of a course session, and of what is shown no figure as it is.
struct Disclosure: Sendable {
    /// `nil` for planners.
    private let rounding: PublicRounding?
    var isPublic: Bool { rounding != nil }

    /// - Parameter rounding: of a page for the public.
    init(_ rounding: PublicRounding?) { self.rounding = rounding }

    /// As it is shown.
    func rounded(_ count: Int) -> Int { rounding?.count(count) ?? count }

    /// A count of people that stands beside what there is room for: never more than that, and a multiple all the same, also of what is full.
    func rounded(_ count: Int, most: Int) -> Int {
        guard isPublic else { return count }
        let most = max(count, most)
        return min(rounded(count), most - most % PublicRounding.base)
    }

    /// A count, or an estimate of one.
    func rounded(_ count: Double) -> Double { rounding?.count(count) ?? count }

    func money(_ euro: Double) -> Double { rounding?.money(euro) ?? euro }

    /// Money beside what there is of it: never more than that, and coarse all the same, also of what is used up.
    func money(_ euro: Double, most: Double) -> Double { rounding?.money(euro, most: max(euro, most)) ?? euro }

    func rounded(_ projection: Projection) -> Projection { rounding?.rounded(projection) ?? projection }

    func value(_ value: Double, of figure: OutcomeFigure, people: Int?) -> Double {
        rounding?.value(value, of: figure, people: people) ?? value
    }

    /// Positions of counts that are not shown: those from 1 to 4. All of them sum up to something that is known, so the sum of
    /// those hidden is known too: where that is one count alone, or less than 5, the next smallest goes as well.
    func hidden(_ counts: [Int]) -> Set<Int> {
        guard isPublic else { return [] }
        var hidden = Set(counts.indices.filter { (1..<SmallGroups.least).contains(counts[$0]) })
        guard !hidden.isEmpty else { return [] }
        var sum = hidden.reduce(0) { $0 + counts[$1] }
        let others = counts.indices.filter { !hidden.contains($0) }.sorted { (counts[$0], $0) < (counts[$1], $1) }
        for next in others where hidden.count == 1 || sum < SmallGroups.least {
            hidden.insert(next)
            sum += counts[next]
        }
        return hidden
    }

    /// What may be shown of counts by name and month: the months of one name sum up to what is told of it elsewhere.
    func shown(_ counts: [String: [Month: Int]]) -> [String: [Month: Int]] {
        counts.mapValues { months in
            let order = months.keys.sorted()
            let hidden = Set(hidden(order.map { months[$0] ?? 0 }).map { order[$0] })
            return months.filter { !hidden.contains($0.key) }
        }
    }

    /// Whether a single count may be shown.
    func shows(_ count: Int) -> Bool { !isPublic || count == 0 || count >= SmallGroups.least }

    /// The count, or `< 5`, or a dash for one that is left out to keep another one.
    ///
    /// - Parameter most: what there is room for; `nil` where it stands beside nothing.
    func text(_ count: Int, most: Int? = nil, isHidden: Bool, _ language: Language) -> String {
        guard isHidden else { return language.count(most.map { rounded(count, most: $0) } ?? rounded(count)) }
        return count < SmallGroups.least ? "<\u{A0}\(SmallGroups.least)" : "\u{2013}"
    }
}
