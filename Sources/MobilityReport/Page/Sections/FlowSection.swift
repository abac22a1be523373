import MobilityModel

/// The cycle from quota to next cycle, with what is lost from step to step.
struct FlowSection {
    private struct Step {
        var name: Phrase
        var mean: Double
        /// 5 % and 95 %; `nil` for what is planned.
        var interval: (low: Double, high: Double)?
        /// Lost since the step before it that counts the same; `nil` where none does.
        var lost: Double?
        var isHidden = false
    }

    /// Quota and requests so many times the placements would leave the rest of the chart too small to read.
    private static let mostTimes = 20.0

    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        let language = context.language
        let all = context.projection?.all
        let intro = all == nil
            ? context(Phrases.flowPlanned)
            : Phrases.flowProjected.with(language, language.count(context.projection?.replicates ?? 0))
        let steps = planned + (all.map(projected) ?? plannedOnly)
        var section = PageSection(id: "flow", title: context(Phrases.flow), sentences: [intro])
        section.exhibits = [.init(chart: chart(steps), table: table(steps))]
        if steps.contains(where: { isLarge($0.mean) }) { section.sentences.append(context(Phrases.flowLarge)) }
        if let all { section.exhibits.append(ends(all)) }
        return section
    }

    private var planned: [Step] {
        let scenario = context.scenario
        let quota = scenario.quotas.filter { $0.within == nil }.reduce(0.0) { $0 + Double($1.places) }
        let (requested, placements) = (context.counts.totalPlaces.places, context.counts.totalPeople.placements)
        let shown = context.disclosure.rounded(placements, most: requested)
        return (scenario.quotas.isEmpty ? [] : [Step(name: Phrases.stepQuota, mean: quota)]) + [
            Step(name: Phrases.stepRequest, mean: Double(requested)),
            Step(name: Phrases.stepPlaced, mean: Double(shown), lost: Double(requested - shown), isHidden: isHidden(placements)),
            step(Phrases.stepTraining, tally.trained),
        ]
    }

    private var plannedOnly: [Step] {
        [
            step(Phrases.stepVisa, tally.visas), step(Phrases.stepNext, tally.later),
        ]
    }

    private func projected(_ all: GroupOutcome) -> [Step] {
        // Where some need no visa, those with a visa are not all who go on, and nothing can be called lost there.
        let everybodyNeedsVisa = tally.visas == context.counts.totalPeople.placements
        let chain: [(OutcomeFigure, after: OutcomeFigure?)] = [
            (.takenUp, .planned), (.authorised, .takenUp), (.visasGranted, everybodyNeedsVisa ? .authorised : nil),
            (.departed, everybodyNeedsVisa ? .visasGranted : .authorised), (.completed, .departed),
            (.returnedOnTime, .completed), (.reapplied, nil),
        ]
        return chain.compactMap { figure, before in
            guard let estimate = all[figure] else { return nil }
            let lost = before.flatMap { all[$0] }.map { max(0, $0.mean - estimate.mean) }
            return Step(name: figure.phrase, mean: estimate.mean, interval: (estimate.low, estimate.high), lost: lost)
        }
    }

    private var tally: (trained: Int, visas: Int, later: Int) {
        var result = (trained: 0, visas: 0, later: 0)
        context.forEachCycle { cycle, count, isLater, _ in
            if !cycle.sessions.isEmpty { result.trained += count }
            if cycle.visaDate != nil { result.visas += count }
            if isLater { result.later += count }
        }
        return result
    }

    private func isHidden(_ count: Int) -> Bool { !context.disclosure.shows(count) }

    private func step(_ name: Phrase, _ count: Int) -> Step {
        Step(name: name, mean: Double(context.disclosure.rounded(count)), isHidden: isHidden(count))
    }

    private func isLarge(_ value: Double) -> Bool { value > Self.mostTimes * Double(max(1, context.counts.totalPeople.placements)) }

    private func chart(_ steps: [Step]) -> PageChart {
        let readable = steps.filter { !isLarge($0.mean) && !$0.isHidden }
        return PageChart(
            kind: .stacked, labels: readable.map { context($0.name) },
            series: [
                .init(name: context(Phrases.goOn), values: readable.map { [$0.mean] }, colour: 0),
                .init(
                    name: context(Phrases.lost),
                    values: readable.map { step in step.lost.map { isLarge($0) ? [] : [$0] } ?? [] }, colour: 1),
            ],
            axis: context(Phrases.placesOrPlacements), description: context(Phrases.flowChart))
    }

    private func table(_ steps: [Step]) -> PageTable {
        let language = context.language
        func text(_ value: Double?) -> String { value.map { language.number($0, digits: 1) } ?? "" }
        return PageTable(
            caption: context(Phrases.flow),
            columns: [
                .init(context(Phrases.step)), .number(context(Phrases.mean)), .number(context(Phrases.from)),
                .number(context(Phrases.to)), .number(context(Phrases.loss)),
            ],
            rows: steps.map { step in
                let mean = step.isHidden ? context.disclosure.text(0, isHidden: true, language) : text(step.mean)
                return [
                    "\(context(step.name))", "\(mean)", "\(text(step.interval?.low))", "\(text(step.interval?.high))",
                    "\(step.isHidden ? "" : text(step.lost))",
                ]
            })
    }

    private func ends(_ all: GroupOutcome) -> PageSection.Exhibit {
        let figures: [OutcomeFigure] = [.returnedOnTime, .returnedEarly, .extended, .lawfulExit, .overstayed]
        return IntervalExhibit(
            caption: context(Phrases.ends), unit: .count, axis: context(Phrases.placements),
            rows: figures.compactMap { figure in all[figure].map { (context(figure.phrase), $0, figure) } }, context: context
        ).exhibit
    }
}
