import MobilityModel

/// Every assumption with where it comes from.
struct SourceSection {
    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        var section = PageSection(id: "sources", title: context(Phrases.sources))
        let tables = [behaviour, quotas, settings, references].compactMap { $0 }
        guard !tables.isEmpty else { return section }
        section.sentences = [context(Phrases.sourcesIntro)]
        if let source = context.behaviourSource { section.sentences.append(Phrases.behaviourFrom.with(context.language, source)) }
        section.sentences.append(context(Phrases.settingsIntro))
        section.exhibits = tables.map { .init(chart: nil, table: $0) }
        return section
    }

    private func source(_ text: String?) -> Markup {
        guard let text, !text.isEmpty else { return "<em>\(context(Phrases.noSource))</em>" }
        return "\(text)"
    }

    private var behaviour: PageTable? {
        let (behaviour, language) = (context.behaviour, context.language)
        var rows: [[Markup]] = BehaviourStep.allCases.compactMap { step in
            guard let chance = behaviour.chances[step] else { return nil }
            let rate = language.share(chance.rate)
            let n = chance.n.map { language.number($0, digits: 0) }
            let text = n.map { Phrases.observations.with(language, rate, $0) } ?? rate
            return ["\(context(step.phrase))", "\(text)", source(chance.source)]
        }
        for effect in behaviour.effects {
            let ratio = language.number(effect.oddsRatio, digits: 2)
            var text = Phrases.oddsRatio.with(language, ratio)
            if let low = effect.low, let high = effect.high {
                text += " (\(language.number(low, digits: 2))\u{2013}\(language.number(high, digits: 2)))"
            }
            let who = FilterWords.text(effect.who, effect.place, language)
            rows.append(["\(context(effect.step.phrase))\(who.isEmpty ? "" : ": " + who)", "\(text)", source(effect.source)])
        }
        for kind in DelayKind.allCases {
            guard let delay = behaviour.delays[kind] else { continue }
            let text = Phrases.days.with(language, language.number(delay.medianDays, digits: 1))
            let name = kind == .visa ? context(KindWords.phrase("visa")) : context(KindWords.phrase("authorisation"))
            rows.append(["\(name)", "\(text)", source(delay.source)])
        }
        for (name, number) in [("extension_days", behaviour.extensionDays), ("jobs_per_project", behaviour.jobsPerProject)] {
            guard let number else { continue }
            rows.append(["\(context(KindWords.phrase(name)))", "\(language.number(number.value, digits: 2))", source(number.source)])
        }
        return table(Phrases.assumption, rows)
    }

    private var quotas: PageTable? {
        let rows = context.scenario.quotas.sorted { $0.id < $1.id }.map { line -> [Markup] in
            ["\(context(KindWords.phrase("quota"))) \(line.id.text)", "\(context.language.count(line.places))", source(line.source)]
        }
        return table(Phrases.quota, rows)
    }

    private func table(_ name: Phrase, _ rows: [[Markup]]) -> PageTable? {
        guard !rows.isEmpty else { return nil }
        return PageTable(
            caption: context(name),
            columns: [.init(context(name)), .number(context(Phrases.value)), .init(context(Phrases.source))], rows: rows)
    }

    private var settings: PageTable? {
        PageTable(
            caption: context(Phrases.settings), columns: [.init(context(Phrases.setting)), .number(context(Phrases.value))],
            rows: SettingRows(context.scenario, language: context.language).rows)
    }

    private var references: PageTable? {
        let rows = context.scenario.references.map { reference -> [Markup] in ["\(reference)"] }
        guard !rows.isEmpty else { return nil }
        return PageTable(caption: context(Phrases.references), columns: [.init(context(Phrases.reference))], rows: rows)
    }
}
