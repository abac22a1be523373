import MobilityModel

/// How a figure of a comparison is written: a level, and a difference with its sign.
struct ComparedFigure {
    enum Unit { case count, share, money, term(ObjectiveTerm) }

    let unit: Unit
    let language: Language

    init(unit: Unit, language: Language) { self.unit = unit; self.language = language }

    init(_ row: ComparisonRow, language: Language) {
        self.language = language
        if row.kind == "term", let term = ObjectiveTerm(rawValue: row.group) {
            unit = .term(term)
        } else if row.figure.hasSuffix("_eur") {
            unit = .money
        } else if row.figure == "share_filled" || OutcomeFigure(rawValue: row.figure)?.isShare == true {
            unit = .share
        } else {
            unit = .count
        }
    }

    func level(_ value: Double?, digits: Int = 1) -> String {
        guard let value else { return "\u{2013}" }
        return switch unit {
        case .count: language.number(value, digits: digits)
        case .share: language.share(value)
        case .money: language.euro(value)
        case .term(let term): term.text(value, language)
        }
    }

    /// Differences of shares are points of percent and no percent.
    func difference(_ value: Double?, digits: Int = 1) -> String {
        guard let value else { return "\u{2013}" }
        if case .term(let term) = unit { return term.difference(value, language) }
        let text: String
        if case .share = unit {
            text = Phrases.points.with(language, language.number(value * 100, digits: digits))
        } else {
            text = level(value, digits: digits)
        }
        return Figures.signed(text, of: value)
    }

    /// The difference on average with its interval below it.
    func average(_ expectation: ExpectationEstimate) -> Markup {
        "\(difference(expectation.mean, digits: 2))<br><span class=\"small\">\(interval(expectation))</span>"
    }

    /// Luck left out it is often small, so its ends take a digit more. A line breaks between them only.
    func interval(_ expectation: ExpectationEstimate) -> String {
        [expectation.low, expectation.high].map { difference($0, digits: 2).replacing(" ", with: "\u{A0}") }.joined(separator: "\u{A0}\u{2026} ")
    }

    /// For a chart.
    func charted(_ value: Double) -> Double {
        if case .share = unit { value * 100 } else { value }
    }

    /// The name of a plan's figure.
    static func name(_ figure: String, _ language: Language) -> String {
        switch figure {
        case "people_placed": Phrases.placed(language)
        case "placements": Phrases.placements(language)
        case "places": Phrases.placesAsked(language)
        case "share_filled": Phrases.shareFilled(language)
        case "cost_eur": Phrases.cost(language)
        default: OutcomeFigure(rawValue: figure).map { $0.phrase(language) } ?? figure
        }
    }

    /// `sex: women` for `sex=F`.
    static func group(_ name: String, _ language: Language) -> String {
        let parts = name.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return name == "all" ? Phrases.everybody(language) : name }
        return "\(KindWords.phrase(parts[0])(language)): \(KindWords.value(parts[1], language))"
    }
}
