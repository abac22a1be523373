/// A section of the page: a heading, sentences, and tables with a chart beside some of them.
struct PageSection: Sendable {
    struct Exhibit: Sendable {
        /// `nil` where a table says it all.
        var chart: PageChart?
        var table: PageTable
    }

    /// Unique in the page: letters.
    var id: String
    var title: String
    /// In the contents, where the title is long.
    var shortTitle: String?
    var sentences: [String] = []
    var exhibits: [Exhibit] = []

    func markup(_ language: Language) -> Markup {
        let paragraphs = sentences.map { sentence -> Markup in "<p>\(sentence)</p>\n" }
        let figures = exhibits.enumerated().map { number, exhibit -> Markup in
            let table = exhibit.table.markup(
                id: "\(id)-table-\(number)", language, hidesCaption: exhibit.chart?.description == exhibit.table.caption)
            guard let chart = exhibit.chart, !chart.labels.isEmpty else { return table }
            return """
                <figure><figcaption>\(chart.description)</figcaption><div class="chart" style="height:\(chart.height)px"><canvas id="\(id)-chart-\(number)" role="img" \
                aria-label="\(chart.description)" aria-describedby="\(id)-table-\(number)"></canvas></div></figure>
                \(table)
                """
        }
        return """
            <section id="\(id)" aria-labelledby="\(id)-title"><h2 id="\(id)-title">\(title)</h2>
            \(paragraphs)\(figures)</section>

            """
    }

    /// By the id of their place in the page.
    var charts: [(key: String, value: JSONValue)] {
        exhibits.enumerated().compactMap { number, exhibit in
            guard let chart = exhibit.chart, !chart.labels.isEmpty else { return nil }
            return ("\(id)-chart-\(number)", chart.json)
        }
    }
}
