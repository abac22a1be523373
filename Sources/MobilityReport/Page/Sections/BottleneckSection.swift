import MobilityModel

/// What one more of something scarce would bring.
struct BottleneckSection {
    private static let most = 15

    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        let order = context.scenario.terms
        func position(_ value: MarginalValue) -> Int { order.firstIndex(of: value.term) ?? order.count }
        let values = context.report.result.marginalValues.filter { $0.value.isFinite && $0.value.magnitude >= 0.005 }
            .sorted { (position($0), -abs($0.value), $0.kind, $0.id) < (position($1), -abs($1.value), $1.kind, $1.id) }
        let title = context(Phrases.bottlenecks)
        guard let first = values.first?.term else {
            return PageSection(id: "bottlenecks", title: title, sentences: [context(Phrases.noBottlenecks)])
        }
        // Points of one term compare with one another, not with those of the next.
        let charted = values.filter { $0.term == first }.prefix(Self.most)
        let chart = PageChart(
            kind: .stacked, unit: .points, labels: charted.map(name),
            series: [.init(name: context(first.phrase), values: charted.map { [scaled($0)] }, colour: 2)],
            axis: context(first.phrase), description: "\(title): \(context(Phrases.oneMore))")
        let table = PageTable(
            caption: title,
            columns: [.init(context(Phrases.scarce)), .init(context(Phrases.term)), .number(context(Phrases.oneMore))],
            rows: values.map { value in
                [
                    "\(name(value))", "\(context(value.term.phrase))",
                    "\(value.value > 0 ? "+" : "")\(value.term.text(value.value, context.language))",
                ]
            })
        return PageSection(
            id: "bottlenecks", title: title, sentences: [context(Phrases.bottlenecksIntro)],
            exhibits: [.init(chart: chart, table: table)])
    }

    private func name(_ value: MarginalValue) -> String {
        let kind = context(KindWords.phrase(value.kind))
        let isPrivate = ["request", "session", "candidate"].contains(value.kind)
        return context.disclosure.isPublic && isPrivate ? kind : "\(kind) \(value.id)"
    }

    private func scaled(_ value: MarginalValue) -> Double {
        switch value.term {
        case .cost: value.value / 100
        case .returns: value.value / 1e6
        default: value.value
        }
    }
}
