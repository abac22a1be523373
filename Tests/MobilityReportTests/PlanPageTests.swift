import Foundation
import MobilityModel
import Testing

@testable import MobilityReport

/// The page of a plan: whole, safe, and discreet where it is for the public.
@Suite struct PlanPageTests {
    /// Three rows of people, one of them large, with ids that would do harm if they were not text.
    private static func report(_ name: String) -> PlanReport {
        let (request, quota, consulate) = (Request.ID("r-" + name), QuotaLine.ID("q-" + name), Consulate.ID("c-" + name))
        let day = SampleReport.day
        func candidate(_ id: String, _ count: Int, _ sex: Sex) -> Candidate {
            Candidate(
                id: Candidate.ID(id + name), count: count, origin: "ML", area: "area-" + name, sex: sex, born: day("1990-01-01"),
                occupations: ["picker"], from: day("2026-01-01"))
        }
        let scenario = Scenario(
            name: name, title: "title " + name, description: "about " + name, references: ["ref " + name],
            horizon: day("2026-01-01")...day("2026-12-31"),
            candidates: [candidate("few-", 3, .female), candidate("many-", 40, .male), candidate("some-", 9, .other)],
            requests: [
                Request(
                    id: request, employer: name, country: "ES", channel: "seasonal", sector: "sector-" + name, occupation: "picker",
                    start: day("2026-07-01"), end: day("2026-12-31"), places: 60)
            ],
            quotas: [QuotaLine(id: quota, from: day("2026-01-01"), until: day("2026-12-31"), places: 60, source: "law " + name)],
            behaviour: Behaviour(
                chances: [.overstayed: Chance(rate: 0.1, n: 30, source: "source " + name)],
                effects: [Effect(step: .overstayed, who: Who(area: [name]), oddsRatio: 2, low: 1, high: 3)]),
            digest: "d1")
        let cycle = Cycle(request: request, quota: quota, consulate: consulate, visaDate: day("2026-05-02"))
        let itineraries = scenario.candidates.map { Itinerary(candidate: $0.id, count: $0.count == 40 ? 34 : $0.count, cycles: [cycle]) }
        let reason = Reason(code: "quota_full", detail: "full: " + name)
        let result = PlanResult(
            status: .optimal, plan: Plan(itineraries: itineraries), terms: [TermResult(term: .placements, value: 46, bound: 46)],
            unplaced: [Unplaced(candidate: Candidate.ID("many-" + name), count: 6, reason: reason)],
            unfilled: [Unfilled(request: request, places: 60, filled: 46, reason: reason)],
            marginalValues: [
                MarginalValue(term: .placements, kind: "request", id: request.text, value: 1),
                MarginalValue(term: .placements, kind: "quota", id: quota.text, value: 2),
            ])
        let usage = PlanUsage(
            quotas: [CapacityUse(id: quota.text, used: 46, capacity: 60)], sessions: [CapacityUse(id: "s-" + name, used: 7, capacity: 9)],
            consulates: [ConsulateUse(id: consulate.text, month: Month(year: 2026, month: 5), used: 46, capacity: 50)])
        return PlanReport(scenario: scenario, scenarioPath: "s", result: result, usage: usage, version: "1")
    }

    private static func projection(_ people: [(String, String, Int)]) -> Projection {
        Projection(seed: 1, requested: 100, replicates: 100, groups: people.map { dimension, value, count in
            GroupOutcome(
                dimension: dimension, value: value, people: count,
                figures: OutcomeFigure.allCases.map { figure in
                    let mean = figure.isShare ? 0.9 : Double(count)
                    return FigureEstimate(
                        mean: mean, low: mean * 0.9, high: mean * 1.05, parameterShare: 0.5, standardError: 0.01, defined: 100)
                })
        })
    }
    private static let groups = [("all", "", 46), ("sex", "F", 3), ("sex", "M", 34), ("sex", "X", 9)]

    private func page(_ name: String, _ language: Language = .english, isPublic: Bool = false) -> String {
        PlanPage(Self.report(name), projection: Self.projection(Self.groups), language: language, isPublic: isPublic).document.html
    }

    /// Exact values with how far they hold, beside prices of what was not planned again; a fund's price for EUR 1,000.
    @Test func exactValuesAndPricesAreToldApart() throws {
        var report = Self.report("plain")
        report.result.marginalValues.append(MarginalValue(term: .placements, kind: "fund", id: "grants", value: 0.0007))
        report.result.marginalValues.append(MarginalValue(term: .penalty, kind: "fund", id: "loans", value: 0.004))
        func step(_ more: Int64, _ gain: Int64, _ method: MarginStep.Method = .exact) -> MarginStep {
            let before = TermResult(term: .placements, value: 46, bound: 46)
            return MarginStep(more: more, method: method, changes: TermChange.between([before], [TermResult(term: .placements, value: 46 + gain, bound: 46 + gain)]))
        }
        let quota = try #require(report.scenario.quotas.first?.id)
        let margins = MarginReport(
            [
                Margin(resource: .quota(quota), capacity: 60, steps: [step(1, 1), step(2, 2), step(5, 4), step(100, 4)], price: 2),
                Margin(resource: .session("evening"), capacity: 9, steps: [step(100, 0, .proof)], price: nil),
            ], terms: [.placements])
        let words: [(Language, exact: String, holds: String, priced: String)] = [
            (.english, "priority points: +2</td><td>exact</td>", "each as much from 1 to 2; no longer at 5", "fund grants (EUR\u{A0}1,000)"),
            (.french, "points de priorité\u{A0}: +2</td><td>exact</td>", "chacune autant de 1 à 2; plus à 5", "fonds grants (1\u{202F}000\u{A0}EUR)"),
            (.italian, "punti di priorità: +2</td><td>esatto</td>", "ciascuna altrettanto da 1 a 2; non più a 5", "fondo grants (1.000\u{A0}EUR)"),
        ]
        for (language, exact, holds, priced) in words {
            let html = PlanPage(report, margins: margins, language: language).document.html
            #expect(html.contains(exact) && html.contains(holds), "\(language)")
            #expect(html.contains(priced), "\(language)")
            // What is known exactly needs no price.
            let prices = try #require(html.components(separatedBy: "id=\"bottlenecks-table-1\"").last?.components(separatedBy: "</table>").first)
            #expect(prices.contains("grants") && !prices.contains(quota.text), "\(language)")
            #expect(html.contains(ObjectiveTerm.penalty.difference(-4, language)), "\(language)")
        }
        let open = PlanPage(report, margins: margins, isPublic: true).document.html
        #expect(!open.contains("planned again"))
        #expect(PlanPage(report).document.html.contains("fund grants (EUR\u{A0}1,000)"))
    }

    @Test func nothingFromOutsideIsNeeded() {
        let html = page("plain")
        #expect(html.contains("default-src 'none'"))
        #expect(!html.contains("src=") && !html.contains("<link") && !html.contains("@import") && !html.contains("url("))
        #expect(html.contains("Chart.js v3.9.1") && html.contains("Permission is hereby granted"))
        #expect(html.utf8.count < 400_000)
    }

    @Test func namesAreTextAndNeverMarkup() throws {
        for isPublic in [false, true] {
            let html = page(EvilName.text, isPublic: isPublic)
            EvilName.expectOnlyText(in: html)
            let data = try #require(html.firstMatch(of: /id="charts">\n(?s)(.*?)<\/script>/)).1
            #expect(!data.contains("<"))
            let charts = try #require(JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
            for id in charts.keys { #expect(html.contains("<canvas id=\"\(id)\"")) }
            #expect(charts.count == html.components(separatedBy: "<canvas").count - 1)
        }
    }

    @Test func everyChartHasItsTableAndItsName() {
        let html = page("plain")
        let canvases = html.matches(of: /<canvas id="[^"]+" role="img" aria-label="([^"]+)" aria-describedby="([^"]+)">/)
        #expect(canvases.count == html.components(separatedBy: "<canvas").count - 1 && canvases.count >= 8)
        for canvas in canvases {
            #expect(!canvas.1.isEmpty)
            #expect(html.contains("<table id=\"\(canvas.2)\""))
        }
        #expect(html.matches(of: /<th(?! scope="(col|row)")[ >]/).isEmpty)
    }

    @Test func theFiguresAreThoseOfThePlan() {
        let html = page("plain")
        #expect(html.contains("<span class=\"big\">46</span><br><span class=\"small\">of 52</span>"))
        #expect(html.contains("<tr><th scope=\"row\">q-plain</th><td class=\"n\">46</td><td class=\"n\">60</td><td class=\"n\">14</td><td class=\"n\">76.7\u{A0}%</td></tr>"))
        #expect(html.contains("<tr><th scope=\"row\">c-plain</th><td>May 2026</td><td class=\"n\">46</td><td class=\"n\">50</td>"))
        #expect(html.contains("90 % interval 81\u{A0}% to 94.5\u{A0}%; under the scenario’s own chances</span>"))
        let other = PlanPage(Self.report("plain"), projection: Self.projection(Self.groups), behaviourSource: "circular-scheme").document.html
        #expect(other.contains("to 94.5\u{A0}%; under the chances of circular-scheme, where the scenario gives none</span>"))
        #expect(html.contains("10\u{A0}% of 30 observations") && html.contains("source plain") && html.contains("law plain"))
        #expect(html.contains("quota line full") && html.contains("full: plain"))
    }

    @Test func thePublicSeesNoSmallGroupAndNoIds() {
        let html = page("plain", isPublic: true)
        for id in ["few-plain", "many-plain", "some-plain", "r-plain", "s-plain", "full: plain"] { #expect(!html.contains(id), "\(id)") }
        // Women are 3; one group alone would be told by the others, so the next smallest goes too.
        #expect(html.contains("<tr><th scope=\"row\">sex: women</th><td class=\"n\">\u{2013}</td><td class=\"n\">\u{2013}</td><td class=\"n\"></td></tr>"))
        #expect(html.contains("<tr><th scope=\"row\">sex: other</th><td class=\"n\">\u{2013}</td>"))
        #expect(html.contains("<tr><th scope=\"row\">sex: men</th><td class=\"n\">40</td>"))
        #expect(html.contains("Public version"))
        #expect(page("plain").contains("<tr><th scope=\"row\">sex: women</th><td class=\"n\">3</td>"))
    }

    /// No count of people stands as it is, in a table or in a chart: what one table leaves out another cannot tell.
    @Test func thePublicSeesCountsRounded() throws {
        let html = page("plain", isPublic: true)
        #expect(!html.contains(">46<") && !html.contains(">34<") && !html.contains("of 52<") && !html.contains("76.7\u{A0}%"))
        let line = try #require(html.firstMatch(of: /q-plain<\/th><td class="n">(\d+)<\/td><td class="n">60<\/td><td class="n">(\d+)<\/td>/))
        let (used, left) = (try #require(Int(line.1)), try #require(Int(line.2)))
        #expect((45...50).contains(used) && used % 5 == 0 && left == 60 - used)
        let data = try #require(html.firstMatch(of: /id="charts">\n(?s)(.*?)<\/script>/)).1
        let charts = try #require(JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: [String: Any]])
        for (id, chart) in charts where chart["unit"] as? String == "count" {
            for series in try #require(chart["series"] as? [[String: Any]]) {
                for value in try #require(series["values"] as? [Any]) {
                    for number in (value as? [Double]) ?? (value as? Double).map({ [$0] }) ?? [] {
                        #expect(number.truncatingRemainder(dividingBy: 5) == 0, "\(id): \(number)")
                    }
                }
            }
        }
        for language in Language.allCases { #expect(page("plain", language, isPublic: true).contains(Phrases.publicNote(language).replacingOccurrences(of: "<", with: "&lt;"))) }
    }

    @Test func rareReasonsCannotBeToldFromTheirSum() {
        var report = Self.report("plain")
        report.result.unplaced = [("quota_full", 30), ("age", 7), ("resting", 2)].map { code, count in
            Unplaced(candidate: "many-plain", count: count, reason: Reason(code: code, detail: "why"))
        }
        let html = PlanPage(report, isPublic: true).document.html
        #expect(html.contains("<th scope=\"row\">quota line full</th><td class=\"n\">30</td>"))
        #expect(html.contains("<th scope=\"row\">others</th><td class=\"n\">\(PublicRounding(report.scenario).count(9))</td>"))
        #expect(!html.contains("<th scope=\"row\">age</th>") && !html.contains("<th scope=\"row\">resting</th>"))
    }

    @Test func tooFewPeopleAreNotShownAtAll() {
        let small = PlanPage(SampleReport.report, isPublic: true).document.html
        #expect(small.contains("Nothing can be shown: these are fewer than 5 people.") && !small.contains("<table"))
    }

    @Test func hiddenCountsCannotBeToldFromTheOthers() {
        let disclosure = Disclosure(PublicRounding(secret: 1))
        #expect(disclosure.hidden([3, 40, 9]) == [0, 2])
        #expect(disclosure.hidden([3, 2, 9]) == [0, 1])
        #expect(disclosure.hidden([0, 40]).isEmpty)
        #expect(disclosure.hidden([0, 2]) == [0, 1])
        #expect(disclosure.hidden([1, 40, 2, 9]) == [0, 2, 3])
        let (may, june, july) = (Month(year: 2026, month: 5), Month(year: 2026, month: 6), Month(year: 2026, month: 7))
        #expect(disclosure.shown(["a": [may: 3, june: 9, july: 8], "b": [may: 7]]) == ["a": [june: 9], "b": [may: 7]])
        #expect(Disclosure(nil).hidden([1, 2]).isEmpty)
    }

    @Test func languagesDifferInWordsAndNumbers() {
        let (french, italian) = (page("plain", .french), page("plain", .italian))
        #expect(french.contains("<html lang=\"fr\">") && french.contains("personnes placées") && french.contains("76,7\u{A0}%"))
        #expect(italian.contains("<html lang=\"it\">") && italian.contains("persone collocate") && italian.contains("2 mag 2026".replacingOccurrences(of: "2 ", with: "2\u{A0}")))
        #expect(Language.french.count(1_234_567) == "1\u{202F}234\u{202F}567" && Language.italian.count(1234) == "1.234")
        #expect(Language.french.day(SampleReport.day("2026-07-01")) == "1er\u{A0}juil. 2026")
    }

    @Test func everyReasonOfThePlannerHasWords() {
        let codes = [
            "no_eligible_request", "age", "not_yet_available", "not_available_to_the_end", "passport_expires", "outside_horizon",
            "not_filed", "skill_missing", "no_consulate", "no_quota_line", "no_fund", "resting", "stay_limit", "max_cycles",
            "no_session", "no_session_in_time", "authorisation_too_late", "visa_too_late", "session_full", "session_minimum",
            "consulate_closed", "consulate_full", "quota_full", "places_taken", "request_minimum", "outbid", "fund_exhausted", "rule", "not_better",
            "room_left", "soft_rule", "no_eligible_candidate", "candidates_elsewhere", "unexplained",
        ]
        for code in codes { #expect(ReasonWords.phrase(code)(.french) != ReasonWords.phrase(code)(.english) || code == "age", "\(code)") }
    }

    /// Where there is a browser: every chart is drawn, and nothing goes wrong.
    @Test(.enabled(if: HeadlessBrowser.isThere)) func aBrowserDrawsEveryChart() throws {
        for name in ["plain", EvilName.text] {
            let html = page(name, .french)
            let shown = try HeadlessBrowser.document(of: html)
            #expect(shown.contains("data-drawn=\"\(html.components(separatedBy: "<canvas").count - 1)\""), "\(shown.prefix(300))")
            #expect(!shown.contains("data-failed=\""))
        }
    }

    /// Names that take several lines beside the bars of a narrow page have higher rows there. It is the heights of charts that are
    /// compared: whether a name is drawn whole within its row is not looked at.
    @Test(.enabled(if: HeadlessBrowser.isThere)) func aNarrowPageMakesRoomForLongNames() throws {
        let html = page("plain", .french)
        func heights(_ width: Int) throws -> [Int] {
            let shown = try HeadlessBrowser.document(of: html, width: width)
            #expect(!shown.contains("data-failed=\""))
            return shown.matches(of: /class="chart" style="height: ?([0-9]+)px/).compactMap { Int($0.1) }
        }
        let (wide, narrow) = (try heights(1_280), try heights(390))
        #expect(wide.count == narrow.count && wide.count >= 8)
        #expect(zip(wide, narrow).allSatisfy { $0 <= $1 } && zip(wide, narrow).contains { $0 < $1 }, "\(wide) \(narrow)")
    }
}
