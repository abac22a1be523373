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
    /// Not on public pages, nor of comparisons made before there were any.
    private var hasExpectations: Bool { rows.contains { $0.row.expectation != nil } }

    private func words(_ row: ComparisonRow) -> ComparedFigure { ComparedFigure(row, language: language) }

    private var chart: PageChart {
        let charted = rows.filter { $0.row.difference != nil }.prefix(Self.mostCharted)
        let marks = charted.map { [words($0.row).charted($0.row.difference ?? 0)] }
        let name = Phrases.difference(language)
        func ends(_ name: String, _ colour: Int, isNarrow: Bool, _ range: (ComparisonRow) -> (low: Double, high: Double)?) -> PageChart.Series {
            let values = charted.map { entry in
                range(entry.row).map { [words(entry.row).charted($0.low), words(entry.row).charted($0.high)] } ?? []
            }
            return .init(name: name, values: values, colour: colour, isNarrow: isNarrow)
        }
        let drawn = ends(hasExpectations ? Phrases.oneRun(language) : "90 %", 4, isNarrow: hasExpectations) { row in
            row.paired.map { ($0.lowerBound, $0.upperBound) }
        }
        // In front, so that it is seen within the other.
        let expected = ends(Phrases.onAverage(language), 0, isNarrow: false) { row in row.expectation.map { ($0.low, $0.high) } }
        let mark = PageChart.Series(name: name, values: marks, colour: hasIntervals ? 3 : 0, isLine: hasIntervals)
        let series = !hasIntervals ? [mark] : hasExpectations ? [mark, expected, drawn] : [mark, drawn]
        return PageChart(
            kind: hasIntervals ? .intervals : .stacked, unit: .points, labels: charted.map(\.name), series: series, axis: axis,
            description: caption)
    }

    private var table: PageTable {
        let averages: [PageTable.Column] = hasExpectations ? [.number(Phrases.onAverage(language))] : []
        let ends: [PageTable.Column] = hasIntervals
            ? [.number(Phrases.from(language)), .number(Phrases.to(language))] + averages + [.init(Phrases.reading(language))] : []
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
                let average: [Markup] = hasExpectations ? [row.expectation.map(words.average) ?? "\u{2013}"] : []
                return cells + ["\(words.difference(row.paired?.lowerBound))", "\(words.difference(row.paired?.upperBound))"] + average
                    + ["\(reading(row))"]
            })
    }

    private func reading(_ row: ComparisonRow) -> String {
        switch row.reading {
        case .nothing: Phrases.none(language)
        case .mayBeNothing: Phrases.mayBeNothing(language)
        case .somethingOnAverage: Phrases.somethingOnAverage(language)
        default: ""
        }
    }
}
