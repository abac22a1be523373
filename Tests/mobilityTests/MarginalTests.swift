import Foundation
import Testing

/// `mobility marginal`, through the program.
@Suite struct MarginalTests {
    /// Three people for a request with two places, of which the quota line allows one; of a second request nobody has any use.
    private func village() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            """
            horizon: {from: 2027-01-01, until: 2027-12-31}
            channels: {work: {quota: true}}
            """, to: "village/scenario.yaml")
        try place.write(
            """
            id,count,origin,sex,born,occupations,from
            people,3,ML,F,1990-01-01,picker,2027-01-01
            """, to: "village/candidates.csv")
        try place.write(
            """
            id,employer,country,channel,sector,occupation,start,end,places
            harvest,e,ML,work,farm,picker,2027-06-01,2027-08-31,2
            kitchen,e,ML,work,farm,cook,2027-06-01,2027-08-31,2
            """, to: "village/requests.csv")
        try place.write("id,from,until,places\nline,2027-01-01,2027-12-31,1\n", to: "village/quotas.csv")
        #expect(try place.run("plan", "village", "--quiet").exitCode == 0)
        return place
    }

    @Test func bottlenecksAreRankedInWords() throws {
        let place = try village()
        let run = try place.run("marginal", "plans/village", "--out", "margins.csv")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("""
            Bottlenecks, most to gain first (exact: planned again with so much more of one thing)
              1 more place on line line: +1 priority point; 100 more: no more than that

            Nothing to gain
            """))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let table = try #require(place.text("margins.csv"))
        #expect(table.hasPrefix("kind,id,unit,capacity,more,method,term,change,least,most\nquota,line,place,1,1,exact,placements,1,1,1\n"))
        #expect(table.contains("request,kitchen,place,2,100,proof,placements,0,0,0") || table.contains("request,kitchen,place,2,100,exact,placements,0,0,0"))
    }

    @Test func pricesAreLabelled() throws {
        let place = try village()
        let run = try place.run("marginal", "plans/village", "--method", "prices", "--kind", "quota")
        #expect(run.exitCode == 0)
        #expect(run.output.contains("Known by price only (shadow prices of the relaxation, not planned again)\n  1 more place on line line: +1 priority points"))
        let summary = try #require(place.text("plans/village/summary.json"))
        #expect(summary.contains("\"id\": \"line\", \"value\": 1.0, \"method\": \"price\""))
        #expect(try place.run("marginal", "plans/village", "--kind", "quotas").exitCode == 64)
        #expect(try place.run("marginal", "plans/village", "--out", "plans").exitCode == 1)
    }

    /// The page has what was planned again where it is asked for, and prices otherwise.
    @Test func theReportShowsExactValuesWhereAskedFor() throws {
        let place = try village()
        #expect(try place.run("report", "plans/village").exitCode == 0)
        let prices = try #require(place.text("plans/village/report.html"))
        #expect(prices.contains("By prices:") && !prices.contains("planned again"))
        let run = try place.run("report", "plans/village", "--marginal", "--language", "it", "--out", "exact.html")
        #expect(run.exitCode == 0, "\(run.errors)")
        let exact = try #require(place.text("exact.html"))
        #expect(exact.contains("linea di quota line</th><td class=\"n\">1</td><td class=\"n\">1</td><td>punti di priorità: +1</td><td>esatto</td>"))
        #expect(exact.contains("non più a 2"))
        #expect(try place.run("report", "plans/village", "--marginal", "--public").exitCode == 64)
    }

    /// Two more people go for 60 euro each: every step of a fund that was planned is told, not only the first and the last.
    @Test func everyStepOfAFundIsTold() throws {
        let place = try village()
        try place.write(
            """
            horizon: {from: 2027-01-01, until: 2027-12-31}
            channels: {work: {}}
            costs: {reintegration_eur: 600}
            """, to: "village/scenario.yaml")
        try place.write("id,count,origin,sex,born,occupations,from\npeople,60,ML,F,1990-01-01,picker,2027-01-01\n", to: "village/candidates.csv")
        try place.write(
            """
            id,employer,country,channel,sector,occupation,start,end,places
            harvest,e,ML,work,farm,picker,2027-06-01,2027-08-31,50
            """, to: "village/requests.csv")
        try place.write("id,amount_eur\npurse,700\n", to: "village/funds.csv")
        #expect(try place.run("plan", "village", "--quiet").exitCode == 0)
        let run = try place.run("marginal", "plans/village", "--kind", "fund", "--quiet")
        #expect(run.output.split(separator: "\n").dropFirst().map { $0.drop { $0 == " " } }.joined(separator: " ")
            == "EUR 1,000.00 more in fund purse: +1 priority point; EUR 100.00 bring nothing; EUR 10,000.00 more: "
                + "+16 priority points; EUR 100,000.00 more: +49 priority points")
        let priced = try place.run("marginal", "plans/village", "--kind", "fund", "--quiet", "--method", "prices")
        #expect(priced.output.contains("EUR 1,000.00 more in fund purse: +1.67 priority points at most"))
    }

    @Test func theDocumentSaysHowFarItHolds() throws {
        struct Document: Decodable {
            struct Margin: Decodable { var kind: String; var id: String; var holds_to: Int?; var breaks_at: Int? }
            var margins: [Margin]
        }
        let run = try village().run("marginal", "plans/village", "--format", "json", "--quiet")
        let first = try #require(try JSONDecoder().decode(Document.self, from: Data(run.output.utf8)).margins.first)
        #expect((first.kind, first.id, first.holds_to, first.breaks_at) == ("quota", "line", 1, 2))
    }
}
