import MobilityModel

/// Applications at consulates, month by month.
struct ConsulateSection {
    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        let uses = context.report.usage.consulates
        let title = context(Phrases.consulates)
        guard !uses.isEmpty else { return PageSection(id: "consulates", title: title) }
        var counts: [String: [Month: Int]] = [:], capacity: [Month: Int] = [:]
        for use in uses {
            counts[use.id, default: [:]][use.month, default: 0] += use.used
            capacity[use.month, default: 0] += use.capacity
        }
        let chart = MonthChart(
            title: context(Phrases.consulateChart), axis: context(Phrases.applications), counts: counts, capacity: capacity,
            room: Dictionary(uses.map { ($0.id, $0.capacity) }, uniquingKeysWith: max), context: context
        ).chart
        // All of them in order of time, or where they are too many the fullest.
        let rows = uses.count <= PageTable.most
            ? uses.sorted { ($0.month, $0.id) < ($1.month, $1.id) }
            : uses.sorted { (share($1), $1.used, $0.id, $0.month) < (share($0), $0.used, $1.id, $1.month) }
        let (language, shown) = (context.language, context.disclosure.shown(counts))
        let table = PageTable(
            caption: title,
            columns: [
                .init(context(Phrases.consulate)), .init(context(Phrases.month)), .number(context(Phrases.applications)),
                .number(context(Phrases.capacity)), .number(context(Phrases.share)),
            ],
            rows: rows.map { use in
                let isShown = shown[use.id]?[use.month] != nil
                let count = context.disclosure.rounded(use.used, most: use.capacity)
                let used = isShown ? language.count(count) : context.disclosure.text(use.used, isHidden: true, language)
                return [
                    "\(use.id)", "\(language.month(use.month))", "\(used)", "\(language.count(use.capacity))",
                    "\(isShown ? language.share(count, of: use.capacity) : "")",
                ]
            })
        return PageSection(id: "consulates", title: title, exhibits: [.init(chart: chart, table: table)])
    }

    private func share(_ use: ConsulateUse) -> Double { use.capacity > 0 ? Double(context.disclosure.rounded(use.used, most: use.capacity)) / Double(use.capacity) : 0 }
}
