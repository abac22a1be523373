import MobilityModel

/// Differences as bars from nothing, or as marks on their intervals, with the levels in a table.
struct DifferenceExhibit {
    private static let mostCharted = 20

    var caption: String
    var axis: String
    /// Of one unit.
    var rows: [(name: String, row: ComparisonRow)]
    var language: Language

    var exhibit: PageSection.Exhibit { .init(chart: chart, table: table) }

    private var hasIntervals: Bool { rows.contains { $0.row.paired != nil } }

    private func words(_ row: ComparisonRow) -> ComparedFigure { ComparedFigure(row, language: language) }

    private var chart: PageChart {
        let charted = rows.filter { $0.row.difference != nil }.prefix(Self.mostCharted)
        let marks = charted.map { [words($0.row).charted($0.row.difference ?? 0)] }
        let name = Phrases.difference(language)
        let series: [PageChart.Series] = hasIntervals
            ? [
                .init(name: name, values: marks, colour: 3, isLine: true),
                .init(
                    name: "90 %",
                    values: charted.map { entry in
                        entry.row.paired.map { [words(entry.row).charted($0.lowerBound), words(entry.row).charted($0.upperBound)] } ?? []
                    }, colour: 4),
            ] : [.init(name: name, values: marks, colour: 0)]
        return PageChart(
            kind: hasIntervals ? .intervals : .stacked, unit: .points, labels: charted.map(\.name), series: series, axis: axis,
            description: caption)
    }

    private var table: PageTable {
        let ends: [PageTable.Column] = hasIntervals
            ? [.number(Phrases.from(language)), .number(Phrases.to(language)), .init(Phrases.reading(language))] : []
        return PageTable(
            caption: caption,
            columns: [
                .init(Phrases.figure(language)), .number(Phrases.base(language)), .number(Phrases.variant(language)),
                .number(Phrases.difference(language)),
            ] + ends,
            rows: rows.map { name, row in
                let words = words(row)
                let cells: [Markup] = [
                    "\(name)", "\(words.level(row.base))", "\(words.level(row.variant))", "\(words.difference(row.difference))",
                ]
                guard hasIntervals else { return cells }
                return cells + [
                    "\(words.difference(row.paired?.lowerBound))", "\(words.difference(row.paired?.upperBound))",
                    "\(reading(row))",
                ]
            })
    }

    private func reading(_ row: ComparisonRow) -> String {
        switch row.reading {
        case .nothing: Phrases.none(language)
        case .mayBeNothing: Phrases.mayBeNothing(language)
        default: ""
        }
    }
}
