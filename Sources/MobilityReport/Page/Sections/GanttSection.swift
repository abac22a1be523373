import MobilityModel

/// When each cohort trains, waits for its visa and stays.
struct GanttSection {
    private struct Key: Hashable {
        var month: Month
        var country: Country
        var channel: String
    }
    private struct Cohort {
        var key: Key
        var people = 0
        var training: (from: Day, to: Day)?
        var visa: Day?
        var start: Day
        var end: Day
    }

    private static let most = 24

    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        let language = context.language
        var all = cohorts.sorted { Self.isEarlier($0, $1) }
        var sentences = [context(Phrases.ganttIntro)]
        let hidden = context.disclosure.hidden(all.map(\.people))
        if !hidden.isEmpty {
            all = all.indices.filter { !hidden.contains($0) }.map { all[$0] }
            sentences.append(Phrases.cohortsHidden.with(language, language.count(hidden.count)))
        }
        guard !all.isEmpty else { return PageSection(id: "cohorts", title: context(Phrases.gantt)) }
        if all.count > Self.most {
            sentences.append(Phrases.largestCohorts.with(language, language.count(Self.most), language.count(all.count)))
        }
        let shown = all.sorted { Self.isLarger($0, $1) }.prefix(Self.most).sorted { Self.isEarlier($0, $1) }
        return PageSection(
            id: "cohorts", title: context(Phrases.gantt), sentences: sentences,
            exhibits: [.init(chart: chart(shown), table: table(shown))])
    }

    /// One pass over the plan.
    private var cohorts: [Cohort] {
        let sessions = Dictionary(context.scenario.sessions.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        var byKey: [Key: Cohort] = [:]
        context.forEachCycle { cycle, count, _, request in
            let key = Key(month: request.start.month, country: request.country, channel: request.channel)
            var cohort = byKey[key] ?? Cohort(key: key, start: request.start, end: request.end)
            cohort.people += count
            cohort.start = min(cohort.start, request.start)
            cohort.end = max(cohort.end, request.end)
            if let date = cycle.visaDate { cohort.visa = min(cohort.visa ?? date, date) }
            for session in cycle.sessions.compactMap({ sessions[$0] }) {
                let known = cohort.training ?? (session.start, session.end)
                cohort.training = (min(known.from, session.start), max(known.to, session.end))
            }
            byKey[key] = cohort
        }
        return Array(byKey.values)
    }

    private static func isLarger(_ a: Cohort, _ b: Cohort) -> Bool { a.people != b.people ? a.people > b.people : isEarlier(a, b) }

    private static func isEarlier(_ a: Cohort, _ b: Cohort) -> Bool {
        (a.key.month, a.key.country.description, a.key.channel) < (b.key.month, b.key.country.description, b.key.channel)
    }

    private func name(_ cohort: Cohort) -> String {
        "\(context.language.month(cohort.key.month)) \u{00B7} \(cohort.key.country) \(cohort.key.channel)"
    }

    private func chart(_ cohorts: [Cohort]) -> PageChart {
        func span(_ from: Day, _ to: Day) -> [Double] { [Double(from.number), Double(to.number) + 1] }
        return PageChart(
            kind: .spans, unit: .day, labels: cohorts.map(name),
            series: [
                .init(name: context(Phrases.training), values: cohorts.map { $0.training.map { span($0.from, $0.to) } ?? [] }, colour: 1),
                .init(
                    name: context(Phrases.visa),
                    values: cohorts.map { cohort in cohort.visa.map { span($0, cohort.start - 1) } ?? [] }, colour: 4),
                .init(name: context(Phrases.stay), values: cohorts.map { span($0.start, $0.end) }, colour: 0),
            ],
            axis: context(Phrases.time), description: context(Phrases.ganttChart))
    }

    private func table(_ cohorts: [Cohort]) -> PageTable {
        let language = context.language
        func span(_ from: Day?, _ to: Day?) -> String {
            guard let from, let to else { return "" }
            return "\(language.day(from)) \u{2013} \(language.day(to))"
        }
        return PageTable(
            caption: context(Phrases.gantt),
            columns: [
                .init(context(Phrases.cohort)), .number(context(Phrases.people)), .init(context(Phrases.training)),
                .init(context(Phrases.visa)), .init(context(Phrases.stay)),
            ],
            rows: cohorts.map { cohort in
                [
                    "\(name(cohort))", "\(context.people(cohort.people))", "\(span(cohort.training?.from, cohort.training?.to))",
                    "\(span(cohort.visa, cohort.visa.map { _ in cohort.start }))", "\(span(cohort.start, cohort.end))",
                ]
            })
    }
}
