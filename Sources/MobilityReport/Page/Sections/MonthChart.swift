import MobilityModel

/// Counts by month, stacked by what they belong to: the largest have a colour of their own, the others share one.
struct MonthChart {
    private static let most = 6

    var title: String
    var axis: String
    /// By name.
    var counts: [String: [Month: Int]]
    var capacity: [Month: Int] = [:]
    /// By name: what each has room for in a month at most; none where it is not known.
    var room: [String: Int] = [:]
    var context: PageContext

    var chart: PageChart {
        let (months, shown) = (allMonths, context.disclosure.shown(counts))
        func total(_ name: String) -> Int { (counts[name] ?? [:]).values.reduce(0, +) }
        let names = counts.keys.sorted { (total($1), $0) < (total($0), $1) }
        let own = Array(names.prefix(Self.most)), others = names.dropFirst(Self.most)
        func values(_ names: some Collection<String>) -> [[Double]] {
            months.map { month in
                let known = names.compactMap { name in shown[name]?[month].map { context.disclosure.rounded($0, most: room[name] ?? .max) } }
                return known.isEmpty ? [] : [Double(known.reduce(0, +))]
            }
        }
        var series = own.enumerated().map { PageChart.Series(name: $1, values: values([$1]), colour: $0) }
        if !others.isEmpty { series.append(.init(name: context(Phrases.others), values: values(others), colour: 7)) }
        if !capacity.isEmpty {
            series.append(
                .init(
                    name: context(Phrases.capacityInUse), values: months.map { capacity[$0].map { [Double($0)] } ?? [] }, colour: PageChart.ink,
                    isLine: true))
        }
        return PageChart(
            kind: .stacked, isHorizontal: false, labels: months.map(context.language.month), series: series, axis: axis,
            description: title)
    }

    /// From the first to the last, those without a count as well.
    private var allMonths: [Month] {
        let used = counts.values.flatMap(\.keys)
        guard let first = used.min(), let last = used.max() else { return [] }
        var months = [first]
        while let month = months.last, month < last { months.append(month.next) }
        return months
    }
}
