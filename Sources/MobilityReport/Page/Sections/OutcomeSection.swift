import MobilityModel

/// What a plan leads to: every figure with its interval, and the return rates of groups.
struct OutcomeSection {
    private static let mostGroups = 24

    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        let language = context.language
        var section = PageSection(id: "outcomes", title: context(Phrases.outcomes))
        guard let projection = context.projection, let all = projection.all else {
            section.sentences = [context(Phrases.noOutcomes)]
            return section
        }
        section.sentences = [Phrases.outcomesIntro.with(language, language.count(projection.replicates))]
            + BehaviourSilence.all(of: context.behaviour).map { silence in
                let steps = silence.steps.map { context($0.phrase) }.joined(separator: ", ")
                return (silence.kind == .always ? Phrases.takenAsCertain : Phrases.takenAsNever).with(language, steps)
            }
        section.exhibits = [.init(chart: nil, table: figures(all)), rates(projection)].compactMap { $0 }
        return section
    }

    private func figures(_ all: GroupOutcome) -> PageTable {
        let language = context.language
        return PageTable(
            caption: context(Phrases.outcomes),
            columns: [
                .init(context(Phrases.figure)), .number(context(Phrases.mean)), .number(context(Phrases.from)),
                .number(context(Phrases.to)), .number(context(Phrases.parameters)),
            ],
            rows: OutcomeFigure.allCases.filter(isTold).compactMap { figure in
                guard let estimate = all[figure] else { return nil }
                let isCertain = estimate.standardError == 0
                return [
                    "\(context(figure.phrase))", "\(figure.text(estimate.mean, language))", "\(figure.text(estimate.low, language))",
                    "\(figure.text(estimate.high, language))", "\(isCertain ? "" : language.share(estimate.parameterShare))",
                ]
            })
    }

    /// Of projects nothing is told where nothing is said of them.
    private func isTold(_ figure: OutcomeFigure) -> Bool {
        switch figure {
        case .projectsStarted: context.behaviour.chances[.projectStarted] != nil
        case .projectsAlive12m: context.behaviour.chances[.projectAlive12m] != nil
        case .jobsCreated: context.behaviour.jobsPerProject != nil
        default: true
        }
    }

    /// Of the groups with most planned cycles, in the order of the projection; a lone group of a kind says nothing new.
    private func rates(_ projection: Projection) -> PageSection.Exhibit? {
        let sizes = Dictionary(grouping: projection.groups, by: \.dimension).mapValues(\.count)
        let groups = projection.groups.filter { $0.dimension == "all" || (sizes[$0.dimension] ?? 0) > 1 }
        func planned(_ group: GroupOutcome) -> Double { group[.planned]?.mean ?? 0 }
        let largest = Set(groups.sorted { (planned($1), $0.name) < (planned($0), $1.name) }.prefix(Self.mostGroups).map(\.name))
        let rows = groups.filter { largest.contains($0.name) }.compactMap { group in
            group[.returnRate].map { (name(group), $0, OutcomeFigure.returnRate) }
        }
        guard rows.count > 1 else { return nil }
        return IntervalExhibit(
            caption: context(Phrases.ratesByGroup), unit: .share, axis: context(Phrases.returnRate), rows: rows, context: context
        ).exhibit
    }

    private func name(_ group: GroupOutcome) -> String {
        guard group.dimension != "all" else { return context(Phrases.everybody) }
        return "\(context(KindWords.phrase(group.dimension))): \(KindWords.value(group.value, context.language))"
    }
}
