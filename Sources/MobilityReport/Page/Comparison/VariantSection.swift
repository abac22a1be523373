import MobilityModel

/// One variant beside the base: what is proven, what is projected, who wins and who loses.
struct VariantSection {
    private static let counts: [OutcomeFigure] = [
        .authorised, .visasGranted, .departed, .returnedOnTime, .returnedEarly, .extended, .lawfulExit, .overstayed, .reapplied,
        .projectsStarted, .projectsAlive12m, .jobsCreated,
    ]
    private static let others: [OutcomeFigure] = [.returnRate, .onTimeRate, .strictRate, .cost, .costPerOnTimeReturn]

    let number: Int
    let side: Comparison.Side
    let language: Language
    let disclosure: ComparisonDisclosure

    var section: PageSection {
        var sentences = side.plan.description.isEmpty ? [] : [side.plan.description]
        if !side.sharesBase { sentences.append(Phrases.strangers(language)) }
        for row in rows("term", ComparisonRow.shareOfBound) {
            guard let base = row.base, let variant = row.variant else { continue }
            let term = ObjectiveTerm(rawValue: row.group).map { $0.phrase(language) } ?? row.group
            sentences.append(Phrases.reachedOfTheMost.with(language, term, language.share(base), language.share(variant)))
        }
        let byGroup = groups
        sentences.append((byGroup == nil ? Phrases.nothingDiffers : Phrases.equallyGood)(language))
        sentences.append(side.movers.winners + side.movers.losers > 0 ? Phrases.drawnByLot(language) : Phrases.noMovers(language))
        // Its counts are exact, and say of single people whether they go.
        if !disclosure.disclosure.isPublic, let nearness = Nearness(side.rows) { sentences.append(nearness.sentence(language)) }
        return PageSection(
            id: "variant-\(number)", title: ComparisonPage.title(side.plan), shortTitle: side.plan.name, sentences: sentences,
            exhibits: [terms, plan, projected, rates, byGroup, uses, movers, returns].compactMap { $0 })
    }

    private func rows(_ kind: String, _ figure: String? = nil) -> [ComparisonRow] {
        side.rows.filter { $0.kind == kind && (figure == nil || $0.figure == figure) }
    }

    private var terms: PageSection.Exhibit? {
        let terms = rows("term", "value")
        guard !terms.isEmpty else { return nil }
        let gaps = Dictionary(rows("term", "gap").map { ($0.group, $0) }, uniquingKeysWith: { first, _ in first })
        let table = PageTable(
            caption: Phrases.optimised(language),
            columns: [
                .init(Phrases.term(language)), .number(Phrases.base(language)), .number(Phrases.variant(language)),
                .number(Phrases.difference(language)), .number(Phrases.ofTheBest(language)), .number(Phrases.gapBase(language)),
                .number(Phrases.gapVariant(language)),
            ],
            rows: terms.map { row in
                let words = ComparedFigure(row, language: language)
                let gap = gaps[row.group]
                let proven = row.solver.map { ends in
                    ends.lowerBound == ends.upperBound
                        ? words.difference(ends.lowerBound) : "\(words.difference(ends.lowerBound)) \u{2026} \(words.difference(ends.upperBound))"
                }
                return [
                    "\(ObjectiveTerm(rawValue: row.group).map { $0.phrase(language) } ?? row.group)", "\(words.level(row.base))",
                    "\(words.level(row.variant))", "\(words.difference(row.difference))", "\(proven ?? "\u{2013}")",
                    "\(gap?.base.map { language.share($0) } ?? "\u{2013}")", "\(gap?.variant.map { language.share($0) } ?? "\u{2013}")",
                ]
            })
        return .init(chart: nil, table: table)
    }

    private var plan: PageSection.Exhibit? {
        let rows = rows("plan").filter { $0.group == "all" }.map { (ComparedFigure.name($0.figure, language), $0) }
        guard !rows.isEmpty else { return nil }
        let exhibit = DifferenceExhibit(caption: Phrases.status(language), axis: "", rows: rows, language: language).exhibit
        return .init(chart: nil, table: exhibit.table)
    }

    private func outcomes(_ figures: [OutcomeFigure]) -> [(name: String, row: ComparisonRow)] {
        figures.compactMap { figure in
            side.rows.first { $0.kind == "projection" && $0.group == "all" && $0.figure == figure.rawValue }.map { (figure.phrase(language), $0) }
        }
    }

    private var projected: PageSection.Exhibit? {
        let rows = outcomes(Self.counts)
        guard !rows.isEmpty else { return nil }
        return DifferenceExhibit(
            caption: Phrases.projectedDifferences(language), axis: Phrases.difference(language), rows: rows, language: language
        ).exhibit
    }

    /// Shares and money, which share no axis.
    private var rates: PageSection.Exhibit? {
        let rows = outcomes(Self.others)
        guard !rows.isEmpty else { return nil }
        let exhibit = DifferenceExhibit(caption: Phrases.projectedDifferences(language), axis: "", rows: rows, language: language).exhibit
        return .init(chart: nil, table: exhibit.table)
    }

    private var groups: PageSection.Exhibit? {
        differences(rows("plan", "placements").filter { $0.group != "all" }, Phrases.differencesByGroup, axis: Phrases.placements)
    }

    private var returns: PageSection.Exhibit? {
        let groups = rows("projection", OutcomeFigure.returnedOnTime.rawValue).filter { $0.group != "all" && !$0.group.hasPrefix("cycle=") }
        return differences(groups, Phrases.returnsByGroup, axis: OutcomeFigure.returnedOnTime.phrase)
    }

    private var uses: PageSection.Exhibit? {
        let kinds = ["quota", "session", "consulate", "fund"]
        let moved = side.rows.filter { kinds.contains($0.kind) && $0.figure.hasPrefix("used") && ($0.difference ?? 0) != 0 }
            .sorted { (abs($1.difference ?? 0), $0.kind, $0.group) < (abs($0.difference ?? 0), $1.kind, $1.group) }
        guard !moved.isEmpty else { return nil }
        let rows = moved.map { ("\(KindWords.phrase($0.kind)(language)) \($0.group)", $0) }
        let exhibit = DifferenceExhibit(caption: Phrases.inUse(language), axis: "", rows: rows, language: language).exhibit
        return .init(chart: nil, table: exhibit.table)
    }

    /// Of groups that differ, the farthest first.
    private func differences(_ rows: [ComparisonRow], _ caption: Phrase, axis: Phrase) -> PageSection.Exhibit? {
        let moved = rows.filter { ($0.difference ?? 0) != 0 }
            .sorted { (abs($1.difference ?? 0), $0.group) < (abs($0.difference ?? 0), $1.group) }
        guard !moved.isEmpty else { return nil }
        return DifferenceExhibit(
            caption: caption(language), axis: axis(language), rows: moved.map { (ComparedFigure.group($0.group, language), $0) }, language: language
        ).exhibit
    }

    private func count(_ people: Int) -> Int { disclosure.disclosure.rounded(people) }

    private var movers: PageSection.Exhibit? {
        let movers = side.movers
        let hidden = disclosure.hidden(movers.groups)
        let shown = movers.groups.filter { !hidden.contains($0.group) }
            .sorted { ($1.winners + $1.losers, $0.group) < ($0.winners + $0.losers, $1.group) }
        guard movers.winners + movers.losers > 0 else { return nil }
        let caption = Phrases.winnersAndLosers(language)
        let charted = shown.prefix(20)
        let chart = PageChart(
            kind: .stacked, unit: .opposed, labels: charted.map { ComparedFigure.group($0.group, language) },
            series: [
                .init(name: Phrases.winners(language), values: charted.map { [Double(count($0.winners))] }, colour: 0),
                .init(name: Phrases.losers(language), values: charted.map { [-Double(count($0.losers))] }, colour: 1),
            ],
            axis: Phrases.people(language), description: caption)
        let everybody: [Markup] = [
            "\(Phrases.everybody(language))", "\(disclosure.text(movers.winners, language))", "\(disclosure.text(movers.losers, language))",
        ]
        let table = PageTable(
            caption: caption,
            columns: [.init(Phrases.group(language)), .number(Phrases.winners(language)), .number(Phrases.losers(language))],
            rows: [everybody] + shown.map { group in
                ["\(ComparedFigure.group(group.group, language))", "\(language.count(count(group.winners)))", "\(language.count(count(group.losers)))"]
            })
        return .init(chart: chart, table: table)
    }
}
