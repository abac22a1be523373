import MobilityModel

/// Why people stay at home and places stay empty.
struct ReasonSection {
    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        let result = context.report.result
        let reader = context.disclosure.isPublic || context.language == .english ? nil : ReasonReader(context.scenario)
        let exhibits = [
            exhibit(ReasonTally(result.unplaced), Phrases.unplaced, Phrases.people, reader),
            exhibit(unfilled(result.unfilled), Phrases.unfilled, Phrases.places, reader),
        ].compactMap { $0 }
        return PageSection(
            id: "reasons", title: context(Phrases.reasons), sentences: exhibits.isEmpty ? [context(Phrases.noReasons)] : [],
            exhibits: exhibits)
    }

    /// That nothing is open tells what every request has: nothing and few are shown alike, as few.
    private func unfilled(_ places: [Unfilled]) -> ReasonTally {
        let (tally, total) = (ReasonTally(places), context.counts.totalPlaces)
        guard tally.total == 0, !context.limits.tellsThatAllIsFilled, total.places - total.filled < SmallGroups.least else { return tally }
        return ReasonTally([(Reason(code: LimitDisclosure.concealed, detail: ""), 1)])
    }

    /// - Parameter reader: of sentences that the page says in another language.
    private func exhibit(_ tally: ReasonTally, _ title: Phrase, _ unit: Phrase, _ reader: ReasonReader?) -> PageSection.Exhibit? {
        guard tally.total > 0 else { return nil }
        let language = context.language
        let caption = title.with(language, context.people(tally.total))
        // In public the rare reasons share a row, and the sentences, which name requests and people, are left out.
        let entries = context.limits.reasons(tally.entries)
        let hidden = context.disclosure.hidden(entries.map(\.count))
        let shown = entries.indices.filter { !hidden.contains($0) }.map { entries[$0] }
        let rest = tally.total - shown.reduce(0) { $0 + $1.count }
        var rows: [(name: String, count: Int, entry: ReasonTally.Entry?)] = shown.map {
            (context(ReasonWords.phrase($0.code)), $0.count, context.disclosure.isPublic ? nil : $0)
        }
        if rest > 0 { rows.append((context(Phrases.others), rest, nil)) }
        let charted = rows.filter { context.disclosure.shows($0.count) }
        let chart = PageChart(
            kind: .stacked, labels: charted.map(\.name),
            series: [.init(name: context(unit), values: charted.map { [Double(context.disclosure.rounded($0.count))] }, colour: 5)], axis: context(unit),
            description: caption)
        var columns: [PageTable.Column] = [.init(context(Phrases.reason)), .number(context(unit))]
        if !context.disclosure.isPublic { columns.append(.init(context(Phrases.mostOften))) }
        let table = PageTable(
            caption: caption, columns: columns,
            rows: rows.map { row in
                var cells: [Markup] = ["\(row.name)", "\(context.people(row.count))"]
                if !context.disclosure.isPublic { cells.append(detail(row.entry, reader)) }
                return cells
            })
        return .init(chart: chart, table: table)
    }

    /// Reasons are written down in English; what is no sentence of a planner's stays as it is.
    private func detail(_ entry: ReasonTally.Entry?, _ reader: ReasonReader?) -> Markup {
        guard let entry, !entry.detail.isEmpty else { return "" }
        let count = entry.sameDetail < entry.count ? " (\(context.language.count(entry.sameDetail)))" : ""
        if let sentences = reader?.sentences(entry.detail) { return "\(ReasonTranslation(context.language).text(sentences))\(count)" }
        return "<span lang=\"en\">\(entry.detail)</span>\(count)"
    }
}
