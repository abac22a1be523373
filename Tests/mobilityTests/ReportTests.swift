import Foundation
import Testing

@Suite struct ReportTests {
    private func planned() throws -> Workplace { try .planned("cooperative") }

    @Test func thePageJoinsThePlan() throws {
        let place = try planned()
        let run = try place.run("report", "plans/cooperative")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output == "Written to plans/cooperative/report.html\n")
        let page = try #require(place.text("plans/cooperative/report.html"))
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("This plan has not been projected"))
        #expect(try place.run("verify", "plans/cooperative").exitCode == 0)
        let again = try place.run("report", "plans/cooperative", "--out", "again.html")
        #expect(again.exitCode == 0 && place.text("again.html") == page)
    }

    @Test func outcomesAndTheirSourcesAreShown() throws {
        let place = try planned()
        try place.write("behaviour: {overstayed: {rate: 0.25, n: 40, source: a made up survey}}\n", to: "b.yaml")
        #expect(try place.run("simulate", "plans/cooperative", "--behaviour", "b.yaml", "--replicates", "50").exitCode == 0)
        #expect(try place.run("report", "plans/cooperative", "--language", "fr", "--out", "fr.html").exitCode == 0)
        let page = try #require(place.text("fr.html"))
        #expect(page.contains("taux de retour") && page.contains("a made up survey") && page.contains("vient de b.yaml"))
        #expect(page.contains("25\u{A0}% sur 40 observations"))
    }

    /// Reasons are read from the plan's files, where they stand in English.
    @Test(arguments: ["fr", "it"]) func reasonsAreInTheLanguageOfThePage(language: String) throws {
        let place = try Workplace.planned("cooperative")
        func rows(_ table: String) throws -> [Substring] { try #require(place.text("plans/cooperative/\(table).csv")).split(separator: "\n") }
        #expect(try rows("unplaced").count + rows("unfilled").count > 2)
        #expect(try place.run("report", "plans/cooperative", "--language", language, "--out", "page.html").exitCode == 0)
        #expect(try #require(place.text("page.html")).contains("lang=\"en\"") == false)
        // What somebody has written by hand is shown as they wrote it.
        let people = try rows("unplaced").enumerated().map { number, row in
            number == 0 ? String(row) : row.split(separator: ",").prefix(3).joined(separator: ",") + ",noted by hand"
        }
        try place.write(people.joined(separator: "\n") + "\n", to: "plans/cooperative/unplaced.csv")
        let run = try place.run("report", "plans/cooperative", "--language", language, "--out", "page.html")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try #require(place.text("page.html")).contains("<span lang=\"en\">noted by hand</span>"))
    }

    @Test func thePublicReadsNoIds() throws {
        let place = try planned()
        #expect(try place.run("report", "plans/cooperative", "--public", "--out", "p.html").exitCode == 0)
        let page = try #require(place.text("p.html"))
        for table in ["candidates", "requests", "courses"] {
            let rows = try #require(place.text("scenarios/cooperative/\(table).csv")).split(separator: "\n").dropFirst()
            for id in rows.compactMap({ $0.split(separator: ",").first }) { #expect(!page.contains(">\(id)<"), "\(id)") }
        }
    }

    @Test func whatCannotBeReportedIsAClearFinding() throws {
        let place = try planned()
        func refused(_ arguments: [String], _ words: String, _ code: Int32 = 2) throws {
            let run = try Binary.run(["report"] + arguments, in: place.url)
            #expect(run.exitCode == code, "\(arguments): \(run.errors)")
            #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
        }
        try refused(["plans/nowhere"], "there is no plan directory plans/nowhere")
        try refused(["plans/cooperative", "--language", "de"], "de", 64)
        try refused(["plans/cooperative", "--out", "plans"], "cannot write to plans: it is a directory, expected a file", 1)
        try place.write(try #require(place.text("scenarios/cooperative/scenario.yaml")) + "\n# changed\n", to: "scenarios/cooperative/scenario.yaml")
        try refused(["plans/cooperative"], "was made from other files than those now in scenarios/cooperative")
        // Named, it will do: every rule holds there.
        let run = try place.run("report", "plans/cooperative", "--scenario", "scenarios/cooperative")
        #expect(run.exitCode == 0 && run.errors.contains("it keeps every rule there"), "\(run.errors)")
    }
}
