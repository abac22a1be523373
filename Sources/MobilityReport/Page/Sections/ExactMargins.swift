import MobilityModel

/// What was planned again with more of one thing at a time, as a table.
struct ExactMargins {
    private let report: MarginReport
    private let context: PageContext
    private var language: Language { context.language }

    init(_ report: MarginReport, _ context: PageContext) {
        self.report = report
        self.context = context
    }

    private var known: [Margin] { report.margins.filter { !$0.steps.isEmpty } }

    /// What only prices say nothing to gain of is counted, not listed. Of what brings nothing, what the plan uses up comes first.
    private var listed: [Margin] {
        let planned = known.filter { $0.steps.last?.method == .exact }
        let idle = planned.filter { $0.holds == nil }
        return planned.filter { $0.holds != nil } + idle.filter { $0.price != nil } + idle.filter { $0.price == nil }
    }

    /// `quota IT-2027`: those of which more than a price is known.
    var resources: Set<String> { Set(known.map { "\($0.resource.kind) \($0.resource.id)" }) }

    var sentences: [String] {
        guard !known.isEmpty else { return [] }
        var sentences = [context(Phrases.exactlyIntro)]
        let values = context.report.result.terms.map(\.value)
        let base = known.first?.steps.first?.changes.map(\.before)
        if base != values { sentences.append(context(Phrases.fromAnotherPlan)) }
        let idle = known.count - listed.count
        if idle > 0 { sentences.append(Phrases.exactlyNothing.with(language, language.count(idle))) }
        return sentences
    }

    var exhibit: PageSection.Exhibit? {
        guard !listed.isEmpty else { return nil }
        let table = PageTable(
            caption: "\(context(Phrases.bottlenecks)) \u{2013} \(context(Phrases.exactly))",
            columns: [
                .init(context(Phrases.scarce)), .number(context(Phrases.has)), .number(context(Phrases.soMuchMore)),
                .init(context(Phrases.brings)), .init(context(Phrases.known)), .init(context(Phrases.holds)),
            ],
            rows: listed.compactMap(row))
        return .init(chart: nil, table: table)
    }

    private func row(_ margin: Margin) -> [Markup]? {
        guard let step = margin.toldStep else { return nil }
        return [
            "\(context(KindWords.phrase(margin.resource.kind))) \(margin.resource.id)", "\(amount(margin.capacity, margin))",
            "\(amount(step.more, margin))", "\(brought(step))", "\(sureness(step))", "\(holding(margin, step))",
        ]
    }

    private func amount(_ amount: Int64, _ margin: Margin) -> String {
        if case .fund = margin.resource { language.euro(Double(amount) / 100) } else { language.count(amount) }
    }

    /// `priority points: +9; penalty points: 2 fewer`.
    private func brought(_ step: MarginStep) -> String {
        let moving = step.changes.filter { !$0.isNothing }.map { change -> String in
            let ends = change.isExact ? nil : change.proven
            let text = ends.map { "\(difference($0.lowerBound, change)) \u{2026} \(difference($0.upperBound, change))" }
            return Phrases.termMoves.with(language, context(change.term.unitPhrase), text ?? difference(change.difference, change))
        }
        return moving.isEmpty ? context(Phrases.bringsNothing) : moving.joined(separator: "; ")
    }

    private func difference(_ value: Int64, _ change: TermChange) -> String { change.term.difference(Double(value), language) }

    private func sureness(_ step: MarginStep) -> String {
        let moving = step.changes.filter { !$0.isNothing }
        if moving.allSatisfy(\.isExact) { return context(Phrases.exact) }
        return context(moving.contains { $0.proven == nil } ? Phrases.ofThePlansFound : Phrases.withinBounds)
    }

    private func holding(_ margin: Margin, _ step: MarginStep) -> String {
        guard let holds = margin.holds else { return Phrases.nothingUpTo.with(language, amount(step.more, margin)) }
        var parts: [String] = []
        if let idle = margin.steps.last(where: { $0.more < holds.from }) {
            parts.append(Phrases.lessBrings.with(language, amount(idle.more, margin)))
        }
        if holds.to > holds.from { parts.append(Phrases.eachUpTo.with(language, amount(holds.from, margin), amount(holds.to, margin))) }
        if let end = holds.breaksAt { parts.append(Phrases.notAt.with(language, amount(end, margin))) }
        return parts.isEmpty ? Phrases.eachUpTo.with(language, amount(holds.from, margin), amount(holds.to, margin)) : parts.joined(separator: "; ")
    }
}
