import MobilityModel

/// Placements of groups beside what a lottery would give them, what rules cost, and what lots have decided.
struct FairnessSection {
    private static let most = 24

    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        var section = PageSection(id: "fairness", title: context(Phrases.fairness))
        guard let figures = context.report.fairness else { return section }
        let language = context.language
        section.exhibits = [groups(figures), prices(figures)].compactMap { $0 }
        if !section.exhibits.isEmpty { section.sentences = [context(Phrases.fairnessIntro)] }
        if figures.lotteries > 0, context.disclosure.shows(figures.drawn) {
            section.sentences.append(Phrases.lots.with(language, language.count(figures.lotteries), context.count(figures.drawn)))
        }
        return section
    }

    /// Groups of an attribute sum up, so they are hidden together.
    private func shown(_ figures: FairnessFigures) -> [FairnessFigures.Group] {
        FairnessFigures.attributes.flatMap { attribute -> [FairnessFigures.Group] in
            let groups = figures.groups.filter { $0.attribute == attribute }
            guard groups.count > 1 else { return [] }
            let counts = [groups.map(\.people), groups.map(\.inReach), groups.map(\.placements), groups.map { $0.people - $0.inReach }]
            let hidden = counts.reduce(into: Set<Int>()) { $0.formUnion(context.disclosure.hidden($1)) }
            // With two groups, or one hidden alone, the rest would tell.
            return hidden.count == 1 && context.disclosure.isPublic ? [] : groups.indices.filter { !hidden.contains($0) }.map { groups[$0] }
        }
    }

    private func groups(_ figures: FairnessFigures) -> PageSection.Exhibit? {
        let language = context.language
        let order = figures.farthest.enumerated().reduce(into: [FairnessFigures.Group: Int]()) { $0[$1.element] = $1.offset }
        let rows = shown(figures).sorted { (order[$0] ?? .max, $0.group) < (order[$1] ?? .max, $1.group) }
        guard !rows.isEmpty else { return nil }
        func name(_ group: FairnessFigures.Group) -> String {
            "\(context(KindWords.phrase(group.attribute))): \(KindWords.value(group.group, language))"
        }
        func ends(_ group: FairnessFigures.Group) -> (expected: Double, placements: Double) {
            (context.disclosure.rounded(group.expected), Double(context.disclosure.rounded(group.placements)))
        }
        let charted = rows.prefix(Self.most)
        let chart = PageChart(
            kind: .intervals, labels: charted.map(name),
            series: [
                .init(name: context(Phrases.placements), values: charted.map { [ends($0).placements] }, colour: 3, isLine: true),
                .init(
                    name: context(Phrases.byLottery),
                    values: charted.map { [min(ends($0).expected, ends($0).placements), max(ends($0).expected, ends($0).placements)] }, colour: 4),
            ],
            axis: context(Phrases.placements), description: context(Phrases.fairnessChart))
        let table = PageTable(
            caption: context(Phrases.fairnessChart),
            columns: [
                .init(context(Phrases.group)), .number(context(Phrases.peopleInGroup)), .number(context(Phrases.inReach)),
                .number(context(Phrases.placements)), .number(context(Phrases.byLottery)),
            ],
            rows: rows.map { group in
                [
                    "\(name(group))", "\(context.count(group.people))", "\(context.count(group.inReach))",
                    "\(context.count(group.placements))", "\(language.number(context.disclosure.rounded(group.expected), digits: 1))",
                ]
            })
        return .init(chart: chart, table: table)
    }

    private func prices(_ figures: FairnessFigures) -> PageSection.Exhibit? {
        // Points may be nothing but a count of people.
        guard let first = figures.rulePrices.first, !context.disclosure.isPublic else { return nil }
        let language = context.language
        let table = PageTable(
            caption: "\(context(Phrases.rulePrices)): \(context(first.term.phrase))",
            columns: [
                .init(context(Phrases.rule)), .number(context(Phrases.withAll)), .number(context(Phrases.without)),
                .number(context(Phrases.ruleCost)), .number(context(Phrases.isProven)),
            ],
            rows: figures.rulePrices.map { price in
                [
                    "\(price.rule.text)", "\(price.term.text(Double(price.value), language))",
                    "\(price.term.text(Double(price.valueWithout), language))", "\(price.term.text(Double(price.price), language))",
                    "\(context(price.isProven ? Phrases.yes : Phrases.no))",
                ]
            })
        return .init(chart: nil, table: table)
    }
}
