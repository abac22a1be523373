import MobilityModel

/// All variants beside one another: the figures that matter most, placements, and what comes back.
struct GlanceSection {
    private static let figures: [(kind: String, figure: String)] =
        ["people_placed", "placements", "share_filled", "cost_eur"].map { ("plan", $0) }
        + [OutcomeFigure.departed, .returnedOnTime, .returnRate, .overstayed, .costPerOnTimeReturn, .projectsAlive12m]
            .map { ("projection", $0.rawValue) }

    let base: Comparison.Header
    let sides: [Comparison.Side]
    let language: Language

    var section: PageSection {
        PageSection(
            id: "glance", title: Phrases.atAGlance(language),
            exhibits: [.init(chart: nil, table: table)] + [placements, returns].compactMap { $0 })
    }

    private func row(_ kind: String, _ figure: String, _ side: Comparison.Side) -> ComparisonRow? {
        side.rows.first { $0.kind == kind && $0.group == "all" && $0.figure == figure }
    }

    private var table: PageTable {
        PageTable(
            caption: Phrases.glanceTable(language),
            columns: [.init(Phrases.figure(language)), .number(Phrases.base(language))] + sides.map { .number($0.plan.name) },
            rows: Self.figures.compactMap { kind, figure in
                let rows = sides.map { row(kind, figure, $0) }
                guard let first = rows.compactMap({ $0 }).first else { return nil }
                let words = ComparedFigure(first, language: language)
                return ["\(ComparedFigure.name(figure, language))", "\(words.level(first.base))"] + rows.map { row -> Markup in
                    guard let row else { return "\u{2013}" }
                    let difference: Markup = "\(words.difference(row.difference))"
                    guard let paired = row.paired else { return difference }
                    let drawn = "\(words.difference(paired.lowerBound)) \u{2026} \(words.difference(paired.upperBound))"
                    guard let expectation = row.expectation else { return "\(difference)<br><span class=\"small\">\(drawn)</span>" }
                    let once = Phrases.inOneRun.with(language, drawn)
                    let average = "\(words.difference(expectation.mean, digits: 2)) (\(words.interval(expectation)))"
                    return "\(difference)<br><span class=\"small\">\(once)<br>\(Phrases.averageShort.with(language, average))</span>"
                }
            })
    }

    private var placements: PageSection.Exhibit? {
        let rows = sides.compactMap { side in row("plan", "placements", side).map { (side.plan.name, $0) } }
        guard rows.count > 1 else { return nil }
        let caption = Phrases.placementsByVariant(language)
        return DifferenceExhibit(caption: caption, axis: Phrases.placements(language), rows: rows, language: language).exhibit
    }

    private var returns: PageSection.Exhibit? {
        let rows = sides.compactMap { side in
            row("projection", OutcomeFigure.returnedOnTime.rawValue, side).map { (side.plan.name, $0) }
        }
        guard rows.count > 1 else { return nil }
        let caption = Phrases.returnsByVariant(language)
        return DifferenceExhibit(caption: caption, axis: OutcomeFigure.returnedOnTime.phrase(language), rows: rows, language: language).exhibit
    }
}
