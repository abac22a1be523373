import MobilityModel

/// A comparison as one HTML file that needs nothing else. It is made of what `comparison.json` says; the same comparison gives
/// the same bytes.
public struct ComparisonPage {
    private let comparison: Comparison
    private let language: Language
    private let disclosure: ComparisonDisclosure

    /// - Parameter isPublic: whether groups of fewer than 5 people, and ids of course sessions, are left out.
    public init(_ comparison: Comparison, language: Language = .english, isPublic: Bool = false) {
        self.comparison = comparison
        self.language = language
        disclosure = ComparisonDisclosure(disclosure: Disclosure(isPublic ? PublicRounding(comparison) : nil))
    }

    /// UTF-8.
    public var bytes: [UInt8] { Array(document.html.utf8) }

    var document: Markup {
        let sides = comparison.sides.filter { !disclosure.isTooSmall($0) }.map(PublicComparison(disclosure: disclosure.disclosure).shown)
        let play = comparison.play
        let doubts = play.map { Phrases.twoDoubts.with(language, language.count($0.replicates)) }
            ?? Phrases.notPlayed.with(language, comparison.projectionNote)
        let sections = sides.isEmpty ? [] : [GlanceSection(base: comparison.base, sides: sides, language: language).section]
            + sides.enumerated().map {
                VariantSection(number: $0 + 1, side: $1, language: language, disclosure: disclosure).section
            } + [compared]
        return PageDocument(
            language: language, title: Phrases.comparedWith.with(language, Self.title(comparison.base)),
            lead: comparison.base.description, isPublic: disclosure.disclosure.isPublic,
            opening: sides.isEmpty ? "<p>\(Phrases.tooFew(language))</p>" : "<p>\(doubts)</p>\n\(averages(sides))\(chances)", sections: sections,
            footer: Phrases.comparisonMade.with(language, comparison.version, play.map { String($0.seed) } ?? "\u{2013}")
        ).markup
    }

    private func averages(_ sides: [Comparison.Side]) -> Markup {
        guard sides.contains(where: { $0.rows.contains { $0.expectation != nil } }) else { return "" }
        return "<p>\(Phrases.twoIntervals(language))</p>\n"
    }

    private var chances: Markup {
        guard let play = comparison.play else { return "" }
        let under = play.behaviourSource.map { Phrases.playedUnder.with(language, $0) }
        let others = play.otherChances.isEmpty ? nil : Phrases.otherChances.with(language, play.otherChances.joined(separator: ", "))
        // That an effect concerns nobody planned may tell of few people that there are none.
        let idle = disclosure.disclosure.isPublic ? [] : comparison.idleSentences(language)
        let sentences = ([under, others].compactMap { $0 } + idle).joined(separator: " ")
        return sentences.isEmpty ? "" : "<p>\(sentences)</p>\n"
    }

    private var compared: PageSection {
        let plans = [comparison.base] + comparison.sides.map(\.plan)
        let table = PageTable(
            caption: Phrases.whatIsCompared(language),
            columns: [.init(Phrases.scenarioName(language)), .init(Phrases.status(language)), .init(Phrases.about(language))],
            rows: plans.map { plan in
                let files = Phrases.otherFiles.with(language, plan.scenarioPath, disclosure.disclosure.isPublic ? "\u{2013}" : String(plan.digest.prefix(12)), plan.planPath)
                return [
                    "\(plan.name)", "\(StatusWords.text(plan.status, language))",
                    "\(plan.description)<br><span class=\"small\">\(files)</span>",
                ]
            })
        return PageSection(id: "compared", title: Phrases.whatIsCompared(language), exhibits: [.init(chart: nil, table: table)])
    }

    static func title(_ plan: Comparison.Header) -> String { plan.title.isEmpty ? plan.name : plan.title }
}
