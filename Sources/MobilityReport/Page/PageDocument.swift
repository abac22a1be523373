import ChartLibrary
import MobilityModel

/// A page as one HTML file that needs nothing else: it opens offline and prints, and its tables say what its charts show.
struct PageDocument {
    var language: Language
    var title: String
    var lead: String
    var isPublic: Bool
    /// Before the sections.
    var opening: Markup
    var sections: [PageSection]
    var footer: String

    var markup: Markup {
        let links = sections.map { section -> Markup in "<li><a href=\"#\(section.id)\">\(section.shortTitle ?? section.title)</a></li>" }
        let charts = JSONValue.object(sections.flatMap(\.charts)).text
        let navigation: Markup = links.isEmpty
            ? "" : "<nav aria-label=\"\(Phrases.contents(language))\"><ul>\(links)</ul></nav>\n"
        let note: Markup = isPublic ? "<p class=\"note\">\(Phrases.publicNote(language))</p>\n" : ""
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
            <a class="skip" href="#content">\(Phrases.skip(language))</a>
            <header><h1>\(title)</h1>
            <p class="lead">\(lead)</p>
            \(note)</header>
            \(navigation)<main id="content" tabindex="-1">
            \(opening)\(sections.map { $0.markup(language) })</main>
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

    private static var style: String { String(decoding: PackageResources.report_css, as: UTF8.self) }
    private static var script: String { String(decoding: PackageResources.report_js, as: UTF8.self) }

    /// JSON in which no name can end the script that holds it: `<` stands only in its strings, where an escape means the same.
    private static func scriptSafe(_ json: String) -> String {
        EscapedText.of(json) { scalar in
            switch scalar {
            case "<", ">", "&", "\u{2028}", "\u{2029}": EscapedText.numbered(scalar, "u", digits: 4)
            case _ where scalar.turnsWriting: "?"
            default: nil
            }
        }
    }
}
