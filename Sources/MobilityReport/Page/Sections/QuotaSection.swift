import MobilityModel

/// How much of every quota line is used, and when.
struct QuotaSection {
    private static let most = 20

    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        guard !context.scenario.quotas.isEmpty else { return PageSection(id: "quotas", title: context(Phrases.quotas)) }
        return PageSection(id: "quotas", title: context(Phrases.quotas), exhibits: [use] + months)
    }

    private var use: PageSection.Exhibit {
        let language = context.language
        let lines = context.report.usage.quotas
        let hidden = hiddenLines
        let order = lines.indices.sorted {
            (share(lines[$1]), used(lines[$1]), lines[$0].id) < (share(lines[$0]), used(lines[$0]), lines[$1].id)
        }
        let charted = order.filter { lines[$0].used > 0 && !hidden.contains(lines[$0].id) }.prefix(Self.most)
        let chart = PageChart(
            kind: .stacked, unit: .share, labels: charted.map { lines[$0].id },
            series: [.init(name: context(Phrases.used), values: charted.map { [share(lines[$0])] }, colour: 0)],
            axis: context(Phrases.share), description: context(Phrases.quotaChart))
        let table = PageTable(
            caption: context(Phrases.quotas),
            columns: [
                .init(context(Phrases.quota)), .number(context(Phrases.used)), .number(context(Phrases.places)),
                .number(context(Phrases.left)), .number(context(Phrases.share)),
            ],
            rows: order.map { index in
                let line = lines[index]
                let isHidden = hidden.contains(line.id)
                let used = used(line)
                return [
                    "\(line.id)", "\(isHidden ? context.disclosure.text(line.used, isHidden: true, language) : language.count(used))",
                    "\(language.count(line.capacity))", "\(isHidden ? "" : language.count(line.capacity - used))",
                    "\(isHidden ? "" : language.share(used, of: line.capacity))",
                ]
            })
        return .init(chart: chart, table: table)
    }

    /// Lines of one parent sum up to it, so they are looked at together.
    private var hiddenLines: Set<String> {
        let used = Dictionary(context.report.usage.quotas.map { ($0.id, $0.used) }, uniquingKeysWith: { a, _ in a })
        var hidden: Set<String> = []
        for siblings in Dictionary(grouping: context.scenario.quotas, by: \.within).values {
            let ids = siblings.map(\.id.text).sorted()
            for index in context.disclosure.hidden(ids.map { used[$0] ?? 0 }) { hidden.insert(ids[index]) }
        }
        return hidden
    }

    private var months: [PageSection.Exhibit] {
        var counts: [String: [Month: Int]] = [:]
        context.forEachCycle { cycle, count, _, request in
            guard let quota = cycle.quota else { return }
            counts[quota.text, default: [:]][request.start.month, default: 0] += count
        }
        guard !counts.isEmpty else { return [] }
        let title = context(Phrases.quotaMonths)
        let room = Dictionary(context.scenario.quotas.map { ($0.id.text, $0.places) }, uniquingKeysWith: max)
        let chart = MonthChart(title: title, axis: context(Phrases.places), counts: counts, room: room, context: context).chart
        let shown = context.disclosure.shown(counts)
        let rows = counts.flatMap { id, months in months.map { (id: id, month: $0.key, count: $0.value) } }
            .sorted { ($0.month, $0.id) < ($1.month, $1.id) }
        let table = PageTable(
            caption: title,
            columns: [.init(context(Phrases.quota)), .init(context(Phrases.month)), .number(context(Phrases.used))],
            rows: rows.map { row in
                let isHidden = shown[row.id]?[row.month] == nil
                return [
                    "\(row.id)", "\(context.language.month(row.month))",
                    "\(context.disclosure.text(row.count, most: room[row.id], isHidden: isHidden, context.language))",
                ]
            })
        return [.init(chart: chart, table: table)]
    }

    private func used(_ line: CapacityUse) -> Int { context.disclosure.rounded(line.used, most: line.capacity) }

    private func share(_ line: CapacityUse) -> Double { line.capacity > 0 ? Double(used(line)) / Double(line.capacity) : 0 }
}
