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
            card(Phrases.placed, context.people(people.placed), Phrases.ofPeople.with(language, language.count(people.people))),
            card(Phrases.placements, context.people(people.placements), Phrases.byReturning.with(language, context.people(returning))),
            card(Phrases.filled, context.people(places.filled), Phrases.ofPeople.with(language, language.count(places.places))),
        ]
        for (figure, phrase) in [(OutcomeFigure.returnRate, Phrases.returnRate), (.costPerOnTimeReturn, Phrases.costPerReturn)] {
            guard let estimate = context.projection?.all?[figure] else { continue }
            cards.append(card(phrase, figure.text(estimate.mean, language), Phrases.interval.with(
                language, figure.text(estimate.low, language), figure.text(estimate.high, language))))
        }
        return cards
    }

    private func card(_ name: Phrase, _ value: String, _ note: String) -> Markup {
        "<div class=\"card\"><dt>\(context(name))</dt><dd><span class=\"big\">\(value)</span><br><span class=\"small\">\(note)</span></dd></div>\n"
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
                    "\(context(term.term.phrase))", "\(term.term.text(Double(term.value), language))",
                    "\(term.term.text(Double(term.bound), language))", "\(language.share(term.gap))",
                ]
            })
    }
}
