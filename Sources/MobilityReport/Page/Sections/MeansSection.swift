import MobilityModel

/// Funds, balance rules and course sessions.
struct MeansSection {
    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        let exhibits = [funds, rules, sessions].compactMap { $0 }.map { PageSection.Exhibit(chart: nil, table: $0) }
        let title = [(funds, Phrases.funds), (rules, Phrases.rules), (sessions, Phrases.sessions)]
            .compactMap { table, phrase in table == nil ? nil : context(phrase) }.joined(separator: " \u{00B7} ")
        return PageSection(id: "means", title: title, exhibits: exhibits)
    }

    private var funds: PageTable? {
        let (uses, language) = (context.report.usage.funds, context.language)
        guard !uses.isEmpty else { return nil }
        return PageTable(
            caption: context(Phrases.funds),
            columns: [
                .init(context(Phrases.fund)), .number(context(Phrases.paid)), .number(context(Phrases.amount)),
                .number(context(Phrases.share)),
            ],
            rows: uses.map { use in
                let amount = Double(use.amount.amount) / 100
                let used = context.disclosure.money(Double(use.used.amount) / 100, most: amount)
                return [
                    "\(use.id)", "\(language.euro(used))", "\(language.euro(amount))",
                    "\(amount > 0 ? language.share(used / amount) : "")",
                ]
            })
    }

    private var rules: PageTable? {
        let uses = context.report.usage.rules
        guard !uses.isEmpty else { return nil }
        return PageTable(
            caption: context(Phrases.rules),
            columns: [.init(context(Phrases.rule)), .number(context(Phrases.reached)), .number(context(Phrases.missed))],
            rows: uses.map { use in
                // Kept or missed, few who are reached and what the rule asks for tell how many they are.
                let tells = context.limits.tellsMissed(use.id)
                let reached = context.disclosure.shows(use.matched)
                    ? "\(context.count(use.matched)) / \(context.count(use.total))" : tells ? context.people(use.matched) : "\u{2013}"
                return ["\(use.id.text)", "\(reached)", "\(tells ? context.people(use.missed) : "\u{2013}")"]
            })
    }

    private var sessions: PageTable? {
        let (uses, language) = (context.report.usage.sessions.filter { $0.used > 0 }, context.language)
        // Their ids are not for the public, and without them there is nothing to tell them apart.
        guard !uses.isEmpty, !context.disclosure.isPublic else { return nil }
        return PageTable(
            caption: context(Phrases.sessions),
            columns: [
                .init(context(Phrases.session)), .number(context(Phrases.used)), .number(context(Phrases.seats)),
                .number(context(Phrases.share)),
            ],
            rows: uses.sorted { ($1.used, $0.id) < ($0.used, $1.id) }.map { use in
                [
                    "\(use.id)", "\(language.count(use.used))", "\(language.count(use.capacity))",
                    "\(language.share(use.used, of: use.capacity))",
                ]
            })
    }
}
