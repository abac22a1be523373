/// A table with a caption; the first cell of a row is its header where there are others.
struct PageTable: Sendable {
    struct Column: Sendable {
        var title: String
        var isNumber: Bool
        init(_ title: String, isNumber: Bool = false) { self.title = title; self.isNumber = isNumber }
        static func number(_ title: String) -> Column { Column(title, isNumber: true) }
    }

    /// Rows that are shown; a report is read, and the rest is in the files of the plan.
    static let most = 40

    var caption: String
    var columns: [Column]
    var rows: [[Markup]]
    /// Rows beyond `most` that are not here.
    private(set) var hidden = 0

    init(caption: String, columns: [Column], rows: [[Markup]]) {
        self.caption = caption; self.columns = columns
        self.rows = Array(rows.prefix(Self.most))
        hidden = rows.count - self.rows.count
    }

    /// - Parameter hidesCaption: whether the caption is for screen readers alone, since a chart above it says the same.
    func markup(id: String, _ language: Language, hidesCaption: Bool = false) -> Markup {
        let head = columns.map { column -> Markup in
            column.isNumber
                ? "<th scope=\"col\" class=\"n\">\(column.title)</th>" : "<th scope=\"col\">\(column.title)</th>"
        }
        let body = rows.map { row -> Markup in
            let cells = zip(columns, row).enumerated().map { index, cell -> Markup in
                let (column, text) = cell
                if index == 0, columns.count > 1 { return "<th scope=\"row\">\(text)</th>" }
                return column.isNumber ? "<td class=\"n\">\(text)</td>" : "<td>\(text)</td>"
            }
            return "<tr>\(cells)</tr>\n"
        }
        let rest: Markup = hidden == 0 ? "" : "<p class=\"note\">\(Phrases.moreRows.with(language, language.count(hidden)))</p>\n"
        let style: Markup = hidesCaption ? " class=\"heard\"" : ""
        // A last column of words is a sentence and needs room.
        let kind: Markup = columns.count > 2 && columns.last?.isNumber == false ? " class=\"wordy\"" : ""
        // A table wider than a phone scrolls by itself; to be scrolled by keyboard it takes the focus.
        return """
            <div class="scroll" role="group" tabindex="0" aria-label="\(caption)">
            <table id="\(id)"\(kind)><caption\(style)>\(caption)</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(body)</tbody></table></div>
            \(rest)
            """
    }
}
