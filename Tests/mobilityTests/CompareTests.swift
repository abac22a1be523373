import Foundation
import Testing

@Suite struct CompareTests {
    /// Awa's row stays out of the second season: two placements fewer.
    private func variant(_ place: Workplace) throws {
        try place.write(
            """
            title: One place fewer in 2027
            extends: ../two-seasons
            amend: {requests: {farm-2027: {places: 1}}}
            """, to: "scenarios/fewer/scenario.yaml")
    }

    @Test func levelsDifferencesAndProofStandBesideEachOther() throws {
        let place = try Workplace()
        try variant(place)
        let run = try place.run("compare", "scenarios/two-seasons", "scenarios/fewer", "--behaviour", "circular-scheme", "--replicates", "200")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(place.listing("comparisons/two-seasons") == ["comparison.csv", "comparison.json", "comparison.txt", "movers.csv"])
        let table = try #require(place.text("comparisons/two-seasons/comparison.csv"))
        #expect(table.contains("fewer,term,placements,value,points,5,4,-1,-1,-1,,,,,,,,\n"))
        #expect(table.contains("fewer,plan,all,placements,count,5,4,-1,,,,,,,,,,\n"))
        #expect(table.contains("fewer,plan,year=2027,places,count,2,1,-1,,,,,,,,,,\n"))
        #expect(table.contains("fewer,quota,spain-2027,used,count,2,1,-1,,,,,,,,,,\n"))
        #expect(table.contains("fewer,projection,all,planned,count,5,4,-1,,,-1,-1,0,0,-1,-1,-1,0\n"))
        // Who goes depends on luck and on chances that are not known well.
        let departed = try #require(table.split(separator: "\n").first { $0.hasPrefix("fewer,projection,all,departed,") })
        let numbers = departed.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        let share = try #require(numbers[13]), low = try #require(numbers[15]), high = try #require(numbers[16])
        #expect(share > 0 && share < 1 && low < high, "\(departed)")
        // What is meant to happen on average lies within what may happen.
        #expect(try #require(numbers[10]) <= low && high <= (try #require(numbers[11])), "\(departed)")
        #expect(!table.contains("nan"))
        let again = try place.run("compare", "scenarios/two-seasons", "scenarios/fewer", "--behaviour", "circular-scheme", "--replicates", "200", "--jobs", "1")
        #expect(again.output == run.output)
    }

    @Test func aComparisonIsReportedAsAPage() throws {
        let place = try Workplace()
        try variant(place)
        #expect(try place.run("compare", "scenarios/two-seasons", "scenarios/fewer", "--behaviour", "circular-scheme", "--replicates", "50").exitCode == 0)
        let run = try place.run("report", "comparisons/two-seasons", "--language", "fr")
        #expect(run.exitCode == 0 && run.output == "Written to comparisons/two-seasons/report.html\n", "\(run.errors)")
        let page = try #require(place.text("comparisons/two-seasons/report.html"))
        #expect(page.contains("<html lang=\"fr\">") && page.contains("<h2 id=\"variant-1-title\">One place fewer in 2027</h2>"))
        #expect(page.contains("<td class=\"n\">5</td><td class=\"n\">4</td><td class=\"n\">-1</td>"))
        #expect(page.contains("<th scope=\"col\" class=\"n\">En moyenne (5 … 95 %)</th>"))
        // One that was written before there were expected differences is read all the same.
        let document = try #require(place.text("comparisons/two-seasons/comparison.json"))
        #expect(document.contains("\"expected_low\""))
        try place.write(document.replacing(/,\s*"expected_[a-z_]*": [-0-9.]+/, with: ""), to: "comparisons/two-seasons/comparison.json")
        let earlier = try place.run("report", "comparisons/two-seasons", "--language", "fr", "--out", "earlier.html")
        #expect(earlier.exitCode == 0 && place.text("comparisons/two-seasons/comparison.json")?.contains("expected_") == false, "\(earlier.errors)")
        #expect(place.text("earlier.html")?.contains("En moyenne") == false)
        let near = try place.run("report", "comparisons/two-season")
        #expect(near.exitCode == 2 && near.errors.contains("did you mean comparisons/two-seasons?"))
        try place.write("{}", to: "comparisons/two-seasons/comparison.json")
        let broken = try place.run("report", "comparisons/two-seasons")
        #expect(broken.exitCode == 2 && broken.errors.contains("compare again"))
        #expect(place.text("comparisons/two-seasons/report.html") == page)
    }

    /// Told of the plans that it is true of, in the comparison's files too; not in public, since it may tell that nobody of a kind goes.
    @Test func whatChangesNothingInAPlanIsTold() throws {
        let place = try Workplace()
        try place.write(
            """
            title: An effect for nobody, and one for nobody planned
            extends: ../two-seasons
            behaviour:
              effects:
                - {step: authorised, where: {country: FR}, odds_ratio: 2, source: x}
                - {step: authorised, who: {returning: true, sex: M}, odds_ratio: 2, source: x}
            """, to: "scenarios/idle/scenario.yaml")
        let behaviour = "circular-scheme+border-shock"
        let run = try place.run("compare", "scenarios/two-seasons", "scenarios/idle", "--behaviour", behaviour, "--replicates", "20")
        #expect(run.exitCode == 0, "\(run.errors)")
        let effect = "idle: warning: effect 1 under `behaviour`, on `authorised`, changes nothing: no request matches its `where`"
        #expect(run.errors.contains(effect) && run.errors.contains("idle: warning: effect 2 under `behaviour`, on `authorised`, changes nothing in this plan"), "\(run.errors)")
        #expect(!run.errors.contains("border-shock changes nothing"))
        let sentence = "Of the chances, this changes nothing in the plan of idle: effect 1 (authorised), effect 2"
        #expect(run.output.contains(sentence))
        let quiet = try place.run("compare", "scenarios/two-seasons", "scenarios/idle", "--behaviour", behaviour, "--replicates", "20", "--quiet")
        #expect(quiet.errors == "" && quiet.output == run.output)
        #expect(try place.run("report", "comparisons/two-seasons").exitCode == 0)
        #expect(place.text("comparisons/two-seasons/report.html")?.contains(sentence) == true)
        #expect(try place.run("report", "comparisons/two-seasons", "--public").exitCode == 0)
        #expect(place.text("comparisons/two-seasons/report.html")?.contains("changes nothing") == false)
    }

    @Test func whatCannotWorkIsSaidBeforeAnythingIsPlanned() throws {
        let place = try Workplace()
        try variant(place)
        try place.write("", to: "file")
        let run = try place.run("compare", "scenarios/two-seasons", "scenarios/fewer", "--behaviour", "circular-shceme")
        #expect(run.exitCode == 2 && run.errors.contains("did you mean circular-scheme?"))
        #expect(try place.run("compare", "scenarios/two-seasons", "scenarios/fewer", "--out", "file").exitCode == 1)
        #expect(try place.run("compare", "scenarios/two-seasons", "scenarios/fewer", "--out", "").exitCode == 64)
        #expect(place.listing("plans").isEmpty)
    }

    @Test func aScenarioComparedWithItselfDiffersInNothing() throws {
        let place = try Workplace()
        try place.write("extends: ../two-seasons\n", to: "scenarios/same/scenario.yaml")
        let run = try place.run("compare", "scenarios/two-seasons", "scenarios/same", "--behaviour", "circular-scheme", "--replicates", "50")
        #expect(run.exitCode == 0, "\(run.errors)")
        let rows = try #require(place.text("comparisons/two-seasons/comparison.csv")).split(separator: "\n").dropFirst()
        let projected = rows.filter { $0.contains(",projection,") }.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(projected.count > 100)
        for cells in projected {
            // The difference, both intervals with their errors, and the share of parameters; a cost of less than one return is not expected.
            let expected = cells.suffix(4)
            let isTold = !(cells.contains("cost_per_on_time_return_eur") && expected.allSatisfy(\.isEmpty))
            #expect(cells[7] == "0" && cells[10..<expected.startIndex].allSatisfy { $0 == "0" }, "\(cells)")
            #expect(!isTold || expected.allSatisfy { $0 == "0" }, "\(cells)")
        }
    }

    @Test func strangersAreComparedAndSaidToBe() throws {
        let place = try Workplace()
        let run = try place.run("compare", "scenarios/two-seasons", "scenarios/cooperative", "--format", "json")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("\"shares_base\": false"))
        #expect(run.output.contains("not_projected"))
    }

    @Test func policiesAreMeasuredAgainstTheBestPlan() throws {
        let place = try Workplace()
        let run = try place.run("compare", "scenarios/cooperative", "--policies", "first-come", "lottery", "greedy")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(place.listing("plans") == ["cooperative", "cooperative.first-come", "cooperative.greedy", "cooperative.lottery"])
        #expect(try place.run("verify", "plans/cooperative.lottery").exitCode == 0)
        let kept = try place.run("plan", "scenarios/cooperative", "--policy", "lottery", "--out", "plans/cooperative.lottery", "--resume")
        #expect(kept.output.hasSuffix("kept.\n"))
        let other = try place.run("plan", "scenarios/cooperative", "--policy", "greedy", "--out", "plans/cooperative.lottery", "--resume")
        #expect(other.output.contains("POLICY greedy"))
        let table = try #require(place.text("comparisons/cooperative/comparison.csv"))
        let shares = table.split(separator: "\n").filter { $0.contains("share_of_bound") }
        #expect(shares.count == 3, "\(shares)")
        #expect(run.output.contains("Of the most that is proven"))
        #expect(try place.run("report", "comparisons/cooperative", "--language", "fr").exitCode == 0)
        #expect(place.text("comparisons/cooperative/report.html")?.contains("Du maximum prouvé possible") == true)
        #expect(try place.run("report", "comparisons/cooperative", "--public").exitCode == 0)
        #expect(place.text("comparisons/cooperative/report.html")?.contains("Of the most that is proven") == false)
    }

    @Test func whatIsNotThereIsNamed() throws {
        let place = try Workplace()
        let run = try place.run("compare", "scenarios/two-seasons", "scenarios/two-season")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("did you mean scenarios/two-seasons?"))
        #expect(try place.run("compare", "scenarios/two-seasons").exitCode == 64)
        #expect(try place.run("compare", "scenarios/two-seasons", "scenarios/impossible").exitCode == 3)
    }
}
