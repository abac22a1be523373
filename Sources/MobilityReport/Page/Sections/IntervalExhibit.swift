import MobilityModel

/// Estimates with their intervals, as marks on bars and as a table.
struct IntervalExhibit {
    var caption: String
    var unit: PageChart.Unit
    var axis: String
    var rows: [(name: String, estimate: FigureEstimate, figure: OutcomeFigure)]
    var context: PageContext

    var exhibit: PageSection.Exhibit {
        let language = context.language
        let chart = PageChart(
            kind: .intervals, unit: unit, labels: rows.map(\.name),
            series: [
                .init(name: context(Phrases.mean), values: rows.map { [$0.estimate.mean] }, colour: 3, isLine: true),
                .init(name: "90 %", values: rows.map { [$0.estimate.low, $0.estimate.high] }, colour: 4),
            ],
            axis: axis, description: caption)
        let table = PageTable(
            caption: caption,
            columns: [
                .init(context(Phrases.figure)), .number(context(Phrases.mean)), .number(context(Phrases.from)),
                .number(context(Phrases.to)),
            ],
            rows: rows.map { row in
                [
                    "\(row.name)", "\(row.figure.text(row.estimate.mean, language))",
                    "\(row.figure.text(row.estimate.low, language))", "\(row.figure.text(row.estimate.high, language))",
                ]
            })
        return .init(chart: chart, table: table)
    }
}
