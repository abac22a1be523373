import Foundation
import MobilityModel
import Testing

@testable import MobilityReport

/// The page of a comparison: whole, safe, discreet where it is for the public, and never noise for effect.
@Suite struct ComparisonPageTests {
    private static func header(_ name: String) -> Comparison.Header {
        .init(
            name: name, title: "title " + name, description: "about " + name, scenarioPath: "s/" + name, planPath: "p/" + name,
            status: "optimal", digest: "d1")
    }

    private static func row(_ kind: String, _ group: String, _ figure: String, _ base: Double, _ variant: Double) -> ComparisonRow {
        ComparisonRow(kind: kind, group: group, figure: figure, base: base, variant: variant)
    }

    /// Women are 3 and then 9; everything else is large.
    private static func comparison(_ name: String, people: Double = 46, nearness: Nearness? = nil) -> Comparison {
        var terms = [row("term", "placements", "value", 40, 46), row("term", "placements", "gap", 0, 0.05)]
        terms[0].solver = 4...8
        let plan = [
            row("plan", "all", "people_placed", people, people + 6), row("plan", "all", "placements", people, people + 6),
            row("plan", "all", "share_filled", 0.5, 0.6), row("plan", "all", "cost_eur", 10_000, 9_000),
            row("plan", "sex=F", "placements", 3, 9), row("plan", "sex=M", "placements", 30, 24), row("plan", "sex=X", "placements", 7, 13),
            row("plan", "area=\(name)", "placements", 20, 26), row("quota", "q-\(name)", "used", 3, 9), row("session", "s-\(name)", "used", 8, 9),
        ]
        let projection = [("all", 46), ("sex=F", 3), ("sex=M", 24), ("sex=X", 7)].flatMap { group, people in
            [OutcomeFigure.departed, .returnedOnTime, .returnRate].map { figure in
                let isRate = figure == .returnRate
                return ComparisonRow(
                    kind: "projection", group: group, figure: figure.rawValue, base: isRate ? 0.9 : 30, variant: isRate ? 0.925 : 33,
                    people: people, paired: isRate ? -0.01...0.05 : 1...5, pairedMean: isRate ? 0.025 : 3, standardError: 0.1,
                    expectation: isRate
                        ? .init(mean: 0.0241, low: 0.0112, high: 0.0399, standardError: 0.001)
                        : .init(mean: 2.91, low: 2.13, high: 3.77, standardError: 0.01))
            }
        }
        let movers = Movers(
            groups: [
                .init(group: "sex=F", winners: 6, losers: 0), .init(group: "sex=M", winners: 2, losers: 8),
                .init(group: "sex=X", winners: 7, losers: 1),
            ],
            winners: 15, losers: 9, notShared: 0)
        return Comparison(
            base: header("base"),
            sides: [
                .init(plan: header(name), rows: terms + plan + projection + (nearness?.rows ?? []), movers: movers, sharesBase: false)
            ],
            play: .init(seed: 7, replicates: 100), projectionNote: "", version: "1")
    }

    private func page(_ name: String, _ language: Language = .english, isPublic: Bool = false) -> String {
        ComparisonPage(Self.comparison(name), language: language, isPublic: isPublic).document.html
    }

    private func cells(_ texts: String...) -> String { texts.map { "<td class=\"n\">\($0)</td>" }.joined() }

    @Test func levelsDifferencesProofAndIntervalStandBesideEachOther() {
        let html = page("plain")
        // The term, between what its difference is proven to lie, and the gaps.
        #expect(html.contains(cells("40", "46", "+6", "+4 \u{2026} +8", "0\u{A0}%", "5\u{A0}%")))
        // A share differs by points and not by percent; its interval holds 0.
        let rate = "+2.41 pp<br><span class=\"small\">+1.12\u{A0}pp\u{A0}\u{2026} +3.99\u{A0}pp</span>"
        let isRateThere = html.contains(
            cells("90\u{A0}%", "92.5\u{A0}%", "+2.5 pp", "-1 pp", "+5 pp", rate) + "<td>an effect; one run may show none</td>")
        #expect(isRateThere)
        let number = "+2.91<br><span class=\"small\">+2.13\u{A0}\u{2026} +3.77</span>"
        #expect(html.contains(cells("30", "33", "+3", "+1", "+5", number) + "<td></td>"))
        #expect(html.contains("<tr><th scope=\"row\">sex: women</th><td class=\"n\">6</td><td class=\"n\">0</td></tr>"))
        #expect(html.contains("share no scenario that they extend"))
        #expect(!html.contains("src=") && !html.contains("<link") && html.contains("default-src 'none'"))
    }

    /// A difference of shares is no share; people without an area are not people of an area without a name.
    @Test func theTextTellsPointsFromPercents() {
        let text = ComparisonText(Self.comparison("")).text
        #expect(text.contains(/share filled +50 % +60 % +\+10 pp\n/))
        #expect(text.contains(/return rate +90 % +92.5 % +\+2.5 pp +-1 pp +\+5 pp  may be nothing\n/))
        #expect(text.contains("  area not given ") && !text.contains("area="))
        // On average there is something; the drawn interval still holds 0.
        #expect(text.contains(/\nOn average +difference +5 % +95 %\n/))
        #expect(text.contains(/return rate +\+2.41 pp +\+1.12 pp +\+3.99 pp  an effect; one run may show none\n/))
        #expect(text.contains(/returned on time +\+2.91 +\+2.13 +\+3.77\n/))
    }

    @Test func whatMayBeNothingOnAverageTooIsNoEffect() {
        func reading(_ paired: ClosedRange<Double>, _ low: Double?, _ high: Double?) -> ComparisonRow.Reading? {
            let expectation = low.flatMap { low in high.map { ExpectationEstimate(mean: (low + $0) / 2, low: low, high: $0, standardError: 0) } }
            return ComparisonRow(
                kind: "projection", group: "all", figure: "departed", paired: paired, pairedMean: (paired.lowerBound + paired.upperBound) / 2,
                expectation: expectation).reading
        }
        #expect(reading(-1...1, -0.1, 0.1) == .mayBeNothing && reading(-1...1, 0, 0.1) == .mayBeNothing)
        #expect(reading(-1...1, 0.1, 0.2) == .somethingOnAverage && reading(-3...0, -0.2, -0.1) == .somethingOnAverage)
        #expect(reading(1...2, 1.1, 1.2) == .something && reading(0...0, 0, 0) == .nothing && reading(0...0, nil, nil) == .nothing)
        #expect(reading(-1...1, nil, nil) == .mayBeNothing)
        // Too rare for any replicate drawn, and yet more on average.
        #expect(reading(0...0, 0.001, 0.002) == .somethingOnAverage)
    }

    @Test func everyRowOfTheTableHasItsUnit() {
        func unit(_ kind: String, _ group: String, _ figure: String) -> String { Self.row(kind, group, figure, 1, 2).unit }
        #expect(unit("term", "cost", "value") == "cents" && unit("plan", "all", "cost_eur") == "eur")
        #expect(unit("term", "returns", "value") == "millionths" && unit("term", "placements", "value") == "points")
        #expect(unit("term", "cost", "gap") == "share" && unit("projection", "all", "return_rate") == "share")
        #expect(unit("fund", "f", "used_eur") == "eur" && unit("quota", "q", "used") == "count")
    }

    @Test func thePublicSeesNoSmallGroup() {
        let html = page("plain", isPublic: true)
        // Women are 3 in the base, the next smallest would tell of them; men won by 2 and others lost by 1, which leaves nobody.
        #expect(!html.contains("sex: women") && !html.contains("sex: other"))
        #expect(!html.contains("s-plain") && !html.contains("q-plain"))
        // What is left is rounded: 9 losers are 5 or 10, 46 people 45 or 50, and points, which may count people, are left out.
        #expect(html.contains(/everybody<\/th><td class="n">15<\/td><td class="n">(5|10)<\/td>/))
        // The exact difference on average would tell what rounding hides.
        #expect(!html.contains("On average") && !html.contains("2.91") && !html.contains("one run"))
        #expect(!html.contains(">46<") && !html.contains(">52<") && !html.contains(">+6<") && !html.contains(">33<"))
        #expect(page("plain").contains(">46<") && page("plain").contains(">52<"))
        #expect(page("plain").contains("s-plain") && page("plain").contains("q-plain"))
        let few = ComparisonPage(Self.comparison("plain", people: 3), isPublic: true).document.html
        #expect(few.contains("fewer than 5 people.") && !few.contains("<table"))
    }

    /// What the text says of the nearest plan, beside who wins and loses; its exact counts are nothing for the public.
    @Test func howNearThePlanIsStandsBesideTheMovers() {
        func html(_ nearness: Nearness, _ language: Language = .english, isPublic: Bool = false) -> String {
            ComparisonPage(Self.comparison("plain", nearness: nearness), language: language, isPublic: isPublic).document.html
        }
        let closest = Nearness(moved: 1024, fewestMoved: 1024, changed: 6077, fewestChanged: 6071)
        let words: [(Language, String)] = [
            (
                .english,
                "it is the nearest to the base’s, which is proven. People placed in one of the two plans only: 1,024; "
                    + "of those placed in both, they do something else: 6,077 (at least 6,071 in any plan as good)."
            ),
            (
                .french,
                "c’est le plus proche de celui de la base, ce qui est prouvé. "
                    + "Personnes placées dans un seul des deux plans\u{A0}: 1\u{202F}024\u{A0}; "
                    + "parmi celles placées dans les deux, font autre chose\u{A0}: 6\u{202F}077 (au moins 6\u{202F}071 dans tout plan aussi bon)."
            ),
            (
                .italian,
                "questo è il più vicino a quello della base, ed è dimostrato. Persone collocate in uno solo dei due piani: 1.024; "
                    + "fra quelle collocate in entrambi, fanno altro: 6.077 (almeno 6.071 in ogni piano altrettanto buono)."
            ),
        ]
        for (language, sentence) in words {
            let (own, open) = (html(closest, language), html(closest, language, isPublic: true))
            #expect(own.contains(sentence) && !open.contains(sentence.prefix(40)), "\(language)")
            for count in [1024, 6077, 6071].map({ language.count($0) }) { #expect(own.contains(count) && !open.contains(count), "\(count)") }
        }
        let perhaps = html(Nearness(moved: 24, fewestMoved: 20, changed: 3, fewestChanged: 0))
        #expect(perhaps.contains("another may be nearer to the base’s. People placed in one of the two plans only: 24 (at least 20 in any"))
        #expect(perhaps.contains("20 in any plan as good); of those placed in both, they do something else: 3."))
        #expect(html(Nearness(moved: 2, fewestMoved: 2, changed: 3, fewestChanged: 0)).contains("something else: 3 (perhaps fewer)."))
        let same = html(Nearness(moved: 0, fewestMoved: 0, changed: 0, fewestChanged: 0))
        #expect(same.contains("which is proven: everybody does what they do there."))
        // Where the variant was planned by itself, nothing is known of it.
        #expect(!page("plain").contains("nearest to the base"))
    }

    @Test func namesAreTextAndNeverMarkup() throws {
        for isPublic in [false, true] {
            EvilName.expectOnlyText(in: page(EvilName.text, isPublic: isPublic))
        }
    }

    @Test func everyLanguageHasItsWords() {
        #expect(page("plain", .french).contains("peut n’être rien") && page("plain", .french).contains("+2,5 points"))
        #expect(page("plain", .italian).contains("può non essere nulla") && page("plain", .italian).contains("<html lang=\"it\">"))
    }

    @Test func whatRoundsToNothingHasNoSign() {
        #expect(Figures.signed("0", of: 0.01) == "0" && Figures.signed("-0 %", of: -0.01) == "0 %")
        #expect(Figures.signed("3", of: 3) == "+3" && Figures.signed("-3", of: -3) == "-3")
    }

    @Test(.enabled(if: HeadlessBrowser.isThere)) func aBrowserDrawsEveryChart() throws {
        for name in ["plain", EvilName.text] {
            let html = page(name, .italian)
            let charts = html.components(separatedBy: "<canvas").count - 1
            #expect(charts >= 4)
            let shown = try HeadlessBrowser.document(of: html)
            #expect(shown.contains("data-drawn=\"\(charts)\""), "\(shown.prefix(300))")
            #expect(!shown.contains("data-failed=\""))
        }
    }
}
