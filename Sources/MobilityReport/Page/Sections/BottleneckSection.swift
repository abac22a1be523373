import MobilityModel

/// What more of something scarce would bring: exactly where it was planned again, by prices otherwise.
struct BottleneckSection {
    private static let most = 15

    private let context: PageContext
    /// Exact values tell too much of single requests for a page that goes out.
    private let margins: ExactMargins?

    init(_ context: PageContext) {
        self.context = context
        margins = context.disclosure.isPublic ? nil : context.margins.map { ExactMargins($0, context) }
    }

    var section: PageSection {
        let title = context(Phrases.bottlenecks)
        // What is known exactly needs no price.
        let known = margins?.resources ?? []
        let values = MarginalValue.told(context.report.result.marginalValues, order: context.scenario.terms)
            .filter { !known.contains("\($0.kind) \($0.id)") && context.limits.names($0) }
        var section = PageSection(id: "bottlenecks", title: title)
        if let margins {
            section.sentences = margins.sentences
            if let exhibit = margins.exhibit { section.exhibits.append(exhibit) }
        }
        if let first = values.first?.term {
            section.sentences.append(context(Phrases.byPricesIntro))
            section.exhibits.append(priced(values, first))
        }
        // Always there: where it is said depends on nothing, so it tells nothing.
        if context.disclosure.isPublic { section.sentences.append(context(Phrases.publicBottlenecks)) }
        if section.sentences.isEmpty { section.sentences = [context(Phrases.noBottlenecks)] }
        return section
    }

    private func priced(_ values: [MarginalValue], _ first: ObjectiveTerm) -> PageSection.Exhibit {
        // Points of one term compare with one another, not with those of the next.
        let charted = values.filter { $0.term == first }.prefix(Self.most)
        let title = "\(context(Phrases.bottlenecks)) \u{2013} \(context(Phrases.byPrices))"
        let chart = PageChart(
            kind: .stacked, unit: .points, labels: charted.map(name),
            series: [.init(name: context(first.phrase), values: charted.map { [scaled($0)] }, colour: 2)],
            axis: context(first.phrase), description: "\(title): \(context(Phrases.oneMore))")
        let table = PageTable(
            caption: title,
            columns: [.init(context(Phrases.scarce)), .init(context(Phrases.term)), .number(context(Phrases.oneMore))],
            rows: values.map { value in
                ["\(name(value))", "\(context(value.term.phrase))", "\(value.term.difference(value.change, context.language))"]
            })
        return .init(chart: chart, table: table)
    }

    private func name(_ value: MarginalValue) -> String {
        let kind = context(KindWords.phrase(value.kind))
        let isPrivate = ["request", "session", "candidate"].contains(value.kind)
        let amount = value.kind == "fund" ? " (\(context.language.euro(Double(MarginalValue.euros))))" : ""
        return (context.disclosure.isPublic && isPrivate ? kind : "\(kind) \(value.id)") + amount
    }

    private func scaled(_ value: MarginalValue) -> Double {
        switch value.term {
        case .cost: value.change / 100
        case .returns: value.change / 1e6
        default: value.change
        }
    }
}
