import MobilityModel

/// A plan as one HTML file that needs nothing else: it opens offline, prints, and says in tables what its charts show.
///
/// Nothing in it grows with the people of the plan: tables and charts show the largest of what they list. The same plan
/// gives the same bytes.
public struct PlanPage {
    private let context: PageContext

    /// - Parameters:
    ///   - projection: what the plan leads to; `nil` where nobody has projected it.
    ///   - behaviour: the chances of the projection; without one, the scenario's.
    ///   - behaviourSource: where those come from that the scenario does not give; `nil` for nowhere.
    ///   - margins: what more of everything scarce brings, planned again; `nil` where only prices are known. Left out of a public page.
    ///   - isPublic: whether groups of fewer than 5 people, and ids of people and requests, are left out.
    public init(
        _ report: PlanReport, projection: Projection? = nil, behaviour: Behaviour? = nil, behaviourSource: String? = nil,
        margins: MarginReport? = nil, language: Language = .english, isPublic: Bool = false
    ) {
        context = PageContext(
            report, projection: projection, behaviour: behaviour ?? report.scenario.behaviour, behaviourSource: behaviourSource,
            margins: margins, language: language, isPublic: isPublic)
    }

    /// UTF-8.
    public var bytes: [UInt8] { Array(document.html.utf8) }

    private var title: String { context.scenario.title.isEmpty ? context.scenario.name : context.scenario.title }

    private var isTooSmall: Bool { context.disclosure.isPublic && context.counts.totalPeople.people < SmallGroups.least }

    private var sections: [PageSection] {
        guard !isTooSmall else { return [] }
        return [
            FlowSection(context).section, GanttSection(context).section, QuotaSection(context).section,
            ConsulateSection(context).section, MeansSection(context).section, OutcomeSection(context).section,
            BottleneckSection(context).section, ReasonSection(context).section, GroupSection(context).section,
            FairnessSection(context).section, SourceSection(context).section,
        ].filter { !$0.exhibits.isEmpty || !$0.sentences.isEmpty }
    }

    var document: Markup {
        PageDocument(
            language: context.language, title: title, lead: context.scenario.description, isPublic: context.disclosure.isPublic,
            opening: isTooSmall ? "<p>\(context(Phrases.tooFew))</p>" : Headline(context).markup, sections: sections, footer: footer
        ).markup
    }

    private var footer: String {
        // By the digest of the files a guess at a row could be tried.
        let digest = context.disclosure.isPublic ? "\u{2013}" : String(context.scenario.digest.prefix(12))
        return Phrases.made.with(
            context.language, context.report.version, digest, String(context.scenario.seed))
    }
}
