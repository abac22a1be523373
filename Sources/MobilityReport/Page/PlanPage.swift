import ChartLibrary
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
    ///   - isPublic: whether groups of fewer than 5 people, and ids of people and requests, are left out.
    public init(
        _ report: PlanReport, projection: Projection? = nil, behaviour: Behaviour? = nil, behaviourSource: String? = nil,
        language: Language = .english, isPublic: Bool = false
    ) {
        context = PageContext(
            report, projection: projection, behaviour: behaviour ?? report.scenario.behaviour, behaviourSource: behaviourSource,
            language: language, isPublic: isPublic)
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
            SourceSection(context).section,
        ].filter { !$0.exhibits.isEmpty || !$0.sentences.isEmpty }
    }

    var document: Markup {
        let (sections, language) = (sections, context.language)
        let links = sections.map { section -> Markup in "<li><a href=\"#\(section.id)\">\(section.title)</a></li>" }
        let charts = JSONValue.object(sections.flatMap(\.charts)).text
        let navigation: Markup = links.isEmpty ? "" : "<nav aria-label=\"\(context(Phrases.contents))\"><ul>\(links)</ul></nav>\n"
        let content: Markup = isTooSmall
            ? "<p>\(context(Phrases.tooFew))</p>" : "\(Headline(context).markup)\(sections.map { $0.markup(language) })"
        let note: Markup = context.disclosure.isPublic ? "<p class=\"note\">\(context(Phrases.publicNote))</p>\n" : ""
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <title>\(title)</title>
            <style>
            \(Markup(trusted: Self.style))</style>
            </head>
            <body>
            <a class="skip" href="#content">\(context(Phrases.skip))</a>
            <header><h1>\(title)</h1>
            <p class="lead">\(context.scenario.description)</p>
            \(note)</header>
            \(navigation)<main id="content" tabindex="-1">
            \(content)</main>
            <footer><p>\(footer)</p></footer>
            <!--
            \(Markup(trusted: ChartLibrary.licence))-->
            <script type="application/json" id="charts">
            \(Markup(trusted: Self.scriptSafe(charts)))</script>
            <script>
            \(Markup(trusted: ChartLibrary.script))
            </script>
            <script>
            \(Markup(trusted: Self.script))</script>
            </body>
            </html>

            """
    }

    private var footer: String {
        Phrases.made.with(
            context.language, context.report.version, String(context.scenario.digest.prefix(12)), String(context.scenario.seed))
    }

    private static var style: String { String(decoding: PackageResources.report_css, as: UTF8.self) }
    private static var script: String { String(decoding: PackageResources.report_js, as: UTF8.self) }

    /// JSON in which no name can end the script that holds it: `<` stands only in its strings, where an escape means the same.
    private static func scriptSafe(_ json: String) -> String {
        var out = ""
        out.reserveCapacity(json.utf8.count)
        for scalar in json.unicodeScalars {
            switch scalar {
            case "<": out += "\\u003c"
            case ">": out += "\\u003e"
            case "&": out += "\\u0026"
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": out += "?"
            case "\u{2028}": out += "\\u2028"
            case "\u{2029}": out += "\\u2029"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
