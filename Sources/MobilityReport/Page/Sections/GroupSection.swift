import MobilityModel

/// Who is placed, by every attribute, and where.
struct GroupSection {
    /// Groups of one attribute; the smaller ones share a row.
    private static let most = 12

    private let context: PageContext
    init(_ context: PageContext) { self.context = context }

    var section: PageSection {
        PageSection(id: "groups", title: context(Phrases.groups), exhibits: [people, places].compactMap { $0 })
    }

    private struct Row {
        var name: String
        var whole: Int
        var part: Int
        var isHidden: Bool
    }

    private var people: PageSection.Exhibit? {
        let rows = context.counts.people.flatMap { attribute, groups in
            self.rows(attribute, groups.map { ($0.group, $0.people, $0.placed) }, ofPeople: true)
        }
        return exhibit(
            rows, context(Phrases.groups), whole: Phrases.peopleInGroup, part: Phrases.placedInGroup, rest: Phrases.notPlaced,
            unit: Phrases.people)
    }

    private var places: PageSection.Exhibit? {
        let rows = context.counts.places.flatMap { attribute, groups in
            self.rows(attribute, groups.map { ($0.group, $0.places, $0.filled) }, ofPeople: false)
        }
        return exhibit(
            rows, context(Phrases.filled), whole: Phrases.places, part: Phrases.used, rest: Phrases.left, unit: Phrases.places)
    }

    /// Of one attribute; a lone group says nothing that the headline does not.
    private func rows(_ attribute: String, _ groups: [(name: String, whole: Int, part: Int)], ofPeople: Bool) -> [Row] {
        guard groups.count > 1 else { return [] }
        var kept = groups
        if groups.count > Self.most {
            let largest = Set(groups.sorted { ($1.whole, $0.name) < ($0.whole, $1.name) }.prefix(Self.most - 1).map(\.name))
            kept = groups.filter { largest.contains($0.name) }
            let rest = groups.filter { !largest.contains($0.name) }
            kept.append((
                "\(context(Phrases.others)) (\(rest.count))", rest.reduce(0) { $0 + $1.whole }, rest.reduce(0) { $0 + $1.part }))
        }
        var hidden = context.disclosure.hidden(kept.map(\.part))
        if ofPeople {
            // Whole, part and what is left of it are all told by any two of them.
            hidden.formUnion(context.disclosure.hidden(kept.map(\.whole)))
            hidden.formUnion(context.disclosure.hidden(kept.map { $0.whole - $0.part }))
        }
        let kind = context(KindWords.phrase(attribute))
        return kept.enumerated().map { index, group in
            // Places are asked for in public, people are not counted there.
            let whole = ofPeople ? context.disclosure.rounded(group.whole) : group.whole
            return Row(
                name: "\(kind): \(KindWords.value(group.name, context.language))", whole: whole,
                part: context.disclosure.rounded(group.part, most: whole), isHidden: hidden.contains(index))
        }
    }

    private func exhibit(
        _ rows: [Row], _ caption: String, whole: Phrase, part: Phrase, rest: Phrase, unit: Phrase
    ) -> PageSection.Exhibit? {
        guard !rows.isEmpty else { return nil }
        let language = context.language
        let charted = rows.filter { !$0.isHidden }
        let chart = PageChart(
            kind: .stacked, labels: charted.map(\.name),
            series: [
                .init(name: context(part), values: charted.map { [Double($0.part)] }, colour: 0),
                .init(name: context(rest), values: charted.map { [Double($0.whole - $0.part)] }, colour: 7),
            ],
            axis: context(unit), description: caption)
        let table = PageTable(
            caption: caption,
            columns: [
                .init(context(Phrases.group)), .number(context(whole)), .number(context(part)), .number(context(Phrases.share)),
            ],
            rows: rows.map { row in
                guard !row.isHidden else { return ["\(row.name)", "\u{2013}", "\u{2013}", ""] }
                return [
                    "\(row.name)", "\(language.count(row.whole))", "\(language.count(row.part))",
                    "\(language.share(row.part, of: row.whole))",
                ]
            })
        return .init(chart: chart, table: table)
    }
}
