import Foundation
import Testing

/// `mobility explain`, through the program.
@Suite struct ExplainTests {
    private struct Document: Decodable {
        struct Term: Decodable { var term: String; var change: Int64; var least: Int64?; var most: Int64?; var exact: Bool }
        struct Alternative: Decodable { var change: String; var outcome: String; var verdict: String?; var terms: [Term] }
        struct Condition: Decodable { var rule: String; var met: Bool; var detail: String }
        struct Trail: Decodable { var request: String; var conditions: [Condition] }
        struct Found: Decodable {
            struct Change: Decodable { var column: String; var value: String; var listed: Bool }
            var changes: [Change]
        }
        struct OwnChange: Decodable { var placing: Found?; var possible: Found? }
        var kind: String
        var id: String
        var decided: [String]
        struct Hindrance: Decodable { var rule: String?; var people: Int }
        var nearest: [Trail]
        var hindrances: [Hindrance]
        var alternatives: [Alternative]
        var own_change: OwnChange?
        var notes: [String]
    }

    /// One place, wanted by a speaker of Italian and by somebody who would have to learn it and cannot.
    private func village() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            """
            horizon: {from: 2027-01-01, until: 2027-12-31}
            channels: {work: {}}
            match: {language: 20}
            objective: [placements, match]
            rules: [{id: few, kind: at_most, count: 1, who: {}}]
            """, to: "village/scenario.yaml")
        try place.write(
            """
            id,origin,sex,born,occupations,languages,from
            awa,ML,F,1990-01-01,picker,it:B1,2027-01-01
            binta,ML,F,1990-01-01,picker,fr:B1,2027-01-01
            """, to: "village/candidates.csv")
        try place.write(
            """
            id,employer,country,channel,sector,occupation,start,end,places,languages
            harvest,e,ML,work,farm,picker,2027-06-01,2027-08-31,1,it:A1
            """, to: "village/requests.csv")
        #expect(try place.run("plan", "village", "--quiet").exitCode == 0)
        return place
    }

    private func explain(_ place: Workplace, _ arguments: String...) throws -> Document {
        let run = try Binary.run(["explain", "plans/village", "--format", "json"] + arguments, in: place.url)
        #expect(run.exitCode == 0, "\(run.errors)")
        return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
    }

    @Test func whatTheyCouldChangeIsFoundAndIsTrue() throws {
        let place = try village()
        let binta = try explain(place, "--candidate", "binta")
        #expect(binta.nearest.first?.conditions.filter { !$0.met }.map(\.rule) == ["V2", "V5", "V9"])
        #expect(binta.alternatives.map(\.outcome) == ["impossible"])
        let change = try #require(binta.own_change?.placing?.changes.first)
        #expect((change.column, change.value, change.listed) == ("languages", "it:A1", true))
        // As good as before, so either may go: with awa away, the change must place her.
        let rows = try #require(place.text("village/candidates.csv"))
        try place.write(rows.replacingOccurrences(of: "fr:B1", with: "fr:B1|it:A1").replacingOccurrences(of: "it:B1", with: "fr:A1"), to: "village/candidates.csv")
        #expect(try place.run("plan", "village", "--quiet").exitCode == 0)
        #expect(try explain(place, "--candidate", "binta").decided.first?.hasPrefix("placed: harvest") == true)
    }

    /// Whoever goes by lot is told so, as whoever stays is.
    @Test func lotsAreToldToThoseWhoWonThem() throws {
        let place = try village()
        let rows = try #require(place.text("village/candidates.csv"))
        try place.write(rows.replacingOccurrences(of: "fr:B1", with: "it:B1"), to: "village/candidates.csv")
        #expect(try place.run("plan", "village", "--quiet").exitCode == 0)
        let isHome = try #require(place.text("plans/village/unplaced.csv")).contains("awa")
        let (winner, loser) = isHome ? ("binta", "awa") : ("awa", "binta")
        #expect(try explain(place, "--candidate", winner).notes.contains { $0.hasPrefix("Lots were drawn among 2 people alike to the model, \(winner) with them: they decided who of them goes (1 does)") })
        #expect(try explain(place, "--candidate", loser).decided.first?.contains("lots were drawn among 2 alike") == true)
    }

    /// The plan's reason is of the request for which she comes furthest; where another is as near, the reader is told why two are named.
    @Test func theReasonAndTheNearestRequestAgree() throws {
        let place = try village()
        try place.write(
            """
            horizon: {from: 2027-01-01, until: 2027-12-31}
            channels: {work: {}}
            rules: [{id: none, kind: at_most, count: 0, who: {}, where: {employer: f}}]
            """, to: "village/scenario.yaml")
        try place.write(
            """
            id,employer,country,channel,sector,occupation,start,end,places
            harvest,e,ML,work,farm,picker,2027-06-01,2027-08-31,1
            harvest-2,f,ML,work,farm,picker,2027-06-01,2027-08-31,1
            """, to: "village/requests.csv")
        #expect(try place.run("plan", "village", "--quiet").exitCode == 0)
        let home = try #require(["awa", "binta"].first { place.text("plans/village/unplaced.csv")?.contains($0) == true })
        let told = try explain(place, "--candidate", home)
        #expect(told.decided.first?.contains("the places of harvest are taken") == true)
        #expect(told.nearest.map(\.request) == ["harvest", "harvest-2"])
        #expect(told.notes.contains("The reason is that of harvest, for which they come furthest on the way; harvest-2 misses as few conditions: 1."))
    }

    /// A minimum brings more than the one that was asked for, and the text does not deny it.
    @Test func moreThanOneMayCome() throws {
        let place = try village()
        try place.write(
            """
            horizon: {from: 2027-01-01, until: 2027-12-31}
            channels: {work: {}}
            rules: [{id: none, kind: at_most, count: 0, who: {}, penalty: 1}]
            """, to: "village/scenario.yaml")
        try place.write(
            """
            id,employer,country,channel,sector,occupation,start,end,places,min_places
            harvest,e,ML,work,farm,picker,2027-06-01,2027-08-31,3,2
            """, to: "village/requests.csv")
        #expect(try place.run("plan", "village", "--quiet").exitCode == 0)
        let run = try place.run("explain", "plans/village", "--request", "harvest")
        #expect(run.output.contains("one more person is on harvest, at least 1 in all (2 in that plan):\n    2 penalty points more, +2 priority points"))
    }

    @Test func costsAreToldTermByTerm() throws {
        let place = try village()
        let awa = try explain(place, "--candidate", "awa")
        #expect(awa.alternatives.first?.verdict == "worse")
        #expect(awa.alternatives.first?.terms.map { "\($0.term) \($0.change) \($0.exact)" } == ["placements -1 true", "match -20 true"])
        let request = try explain(place, "--request", "harvest")
        #expect(request.alternatives.map(\.change).first == "harvest has one more place, 2 in all")
        let rule = try explain(place, "--rule", "few")
        #expect(rule.alternatives.map(\.outcome) == ["planned", "impossible", "planned"])
        #expect(rule.alternatives.last?.terms.map(\.change) == [-1, -20])
        // The rule keeps binta out, who also lacks Italian; of the request she misses that first.
        #expect(rule.hindrances.map { "\($0.rule ?? "") \($0.people)" } == ["V2 1"])
        #expect(request.hindrances.map { "\($0.rule ?? "") \($0.people)" } == ["V2 1"])
    }

    @Test(arguments: ["--candidate awa", "--candidate binta", "--request harvest", "--rule few"])
    func textStaysWithinItsWidth(options: String) throws {
        let place = try village()
        let run = try Binary.run(["explain", "plans/village"] + options.split(separator: " ").map(String.init), in: place.url)
        #expect(run.exitCode == 0)
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(run.output.contains("If it were otherwise"))
    }

    @Test func unknownIdsGetTheNearest() throws {
        let place = try village()
        let candidate = try place.run("explain", "plans/village", "--candidate", "bintou")
        #expect(candidate.exitCode == 2)
        #expect(candidate.errors.contains("did you mean `binta`?"))
        let rule = try place.run("explain", "plans/village", "--rule", "feww")
        #expect(rule.exitCode == 2 && rule.errors.contains("did you mean `few`?"))
        #expect(try place.run("explain", "plans/village").exitCode == 64)
        #expect(try place.run("explain", "plans/village", "--rule", "few", "--candidate", "awa").exitCode == 64)
        #expect(try place.run("explain", "plans/nowhere", "--rule", "few").exitCode == 2)
    }

    /// What is pinned stays, and is named where it stands in the way.
    @Test func pinsHoldInEveryPlan() throws {
        let place = try village()
        let rows = try #require(place.text("plans/village/plan.csv"))
        try place.write(rows.replacingOccurrences(of: "\n1,awa,(.*),\n", with: "\n1,awa,$1,true\n", options: .regularExpression), to: "agreed/plan.csv")
        #expect(try place.run("plan", "village", "--quiet", "--pin", "agreed").exitCode == 0)
        let run = try place.run("explain", "plans/village", "--candidate", "awa")
        #expect(run.output.contains("impossible: it cannot hold together with pin awa on harvest"))
    }

    /// The plan's directory has the scenario's name, and is not taken for it.
    @Test func aPlanNamedFromElsewhereFindsItsScenario() throws {
        let place = try village()
        let run = try Binary.run(
            ["explain", place.url.appendingPathComponent("plans/village").path, "--rule", "few", "--format", "json"],
            in: FileManager.default.temporaryDirectory)
        #expect(run.exitCode == 0, "\(run.errors)")
    }

    /// A policy's plan is explained as it is, and measured from the best one.
    @Test func aPlanOfAPolicyIsMeasuredFromTheBest() throws {
        let place = try village()
        #expect(try place.run("plan", "village", "--quiet", "--policy", "first-come").exitCode == 0)
        let awa = try explain(place, "--candidate", "awa")
        #expect(awa.alternatives.first?.terms.map(\.change) == [-1, -20])
    }
}
