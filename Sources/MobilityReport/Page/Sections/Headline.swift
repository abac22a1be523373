import MobilityModel

/// What a plan brings in a handful of figures, and how good it is proven to be.
struct Headline {
    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var markup: Markup {
        let terms: Markup = context.report.result.terms.isEmpty ? "" : self.terms.markup(id: "terms", context.language)
        return """
            <section id="headline" aria-label="\(context(Phrases.headline))">
            <p><strong>\(context(status))</strong></p>
            <dl class="cards">
            \(cards)</dl>
            \(terms)</section>

            """
    }

    private var status: Phrase {
        if context.report.result.terms.isEmpty { return Phrases.unproven }
        return switch context.report.result.status {
        case .optimal: Phrases.optimal
        case .interrupted: Phrases.interrupted
        default: Phrases.feasible
        }
    }

    private var cards: [Markup] {
        let (language, counts) = (context.language, context.counts)
        let (people, places) = (counts.totalPeople, counts.totalPlaces)
        let returning = counts.people.first { $0.attribute == "experience" }?.groups.first { $0.group == "returning" }?.placements ?? 0
        var cards = [
            card(Phrases.placed, context.people(people.placed), Phrases.ofPeople.with(language, context.count(people.people))),
            card(Phrases.placements, context.people(people.placements), Phrases.byReturning.with(language, context.people(returning))),
            card(Phrases.filled, context.people(places.filled, most: places.places), Phrases.ofPeople.with(language, language.count(places.places))),
        ]
        for (figure, phrase) in [(OutcomeFigure.returnRate, Phrases.returnRate), (.costPerOnTimeReturn, Phrases.costPerReturn)] {
            guard let estimate = context.projection?.all?[figure] else { continue }
            let interval = Phrases.interval.with(language, figure.text(estimate.low, language), figure.text(estimate.high, language))
            cards.append(card(phrase, figure.text(estimate.mean, language), "\(interval); \(chances)"))
        }
        return cards
    }

    /// Under which chances: the same plan has other returns under others.
    private var chances: String {
        context.behaviourSource.map { Phrases.chancesFrom.with(context.language, $0) } ?? context(Phrases.ownChances)
    }

    private func card(_ name: Phrase, _ value: String, _ note: String) -> Markup {
        "<div class=\"card\"><dt>\(context(name))</dt><dd><span class=\"big\">\(value)</span><br><span class=\"small\">\(note)</span></dd></div>\n"
    }

    /// Points may be nothing but a count of people; how near they are to the best is not.
    private func text(_ value: Int64, of term: ObjectiveTerm) -> String {
        guard context.disclosure.isPublic else { return term.text(Double(value), context.language) }
        return term == .cost ? context.language.euro(context.disclosure.money(Double(value) / 100)) : "\u{2013}"
    }

    private var terms: PageTable {
        let language = context.language
        return PageTable(
            caption: context(Phrases.terms),
            columns: [
                .init(context(Phrases.term)), .number(context(Phrases.value)), .number(context(Phrases.bound)),
                .number(context(Phrases.gap)),
            ],
            rows: context.report.result.terms.map { term in
                [
                    "\(context(term.term.phrase))", "\(text(term.value, of: term.term))", "\(text(term.bound, of: term.term))",
                    "\(language.share(term.gap))",
                ]
            })
    }
}
