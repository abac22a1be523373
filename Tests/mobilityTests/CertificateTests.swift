import Foundation
import Testing

/// `verify` and the prices beside a plan.
@Suite struct CertificateTests {
    private static let path = "plans/two-seasons/certificate.csv"

    private func planned() throws -> (place: Workplace, certificate: String) {
        let place = try Workplace.planned("two-seasons")
        return (place, try #require(place.text(Self.path)))
    }

    private func verified(_ place: Workplace, _ certificate: String) throws -> Binary.Run {
        try place.write(certificate, to: Self.path)
        return try place.run("verify", "plans/two-seasons")
    }

    @Test func pricesStandBesideThePlan() throws {
        let (_, certificate) = try planned()
        #expect(certificate.hasPrefix("""
            term,limit,id,month,value,price,power
            placements,places,farm-2026,,,1,0
            placements,places,farm-2027,,,1,0
            match,kept,placements,,5,0,0

            """), "\(certificate)")
    }

    @Test func withoutACertificateThePlanIsJudgedAsItIs() throws {
        let (place, _) = try planned()
        try FileManager.default.removeItem(at: place.url.appendingPathComponent(Self.path))
        let run = try place.run("verify", "plans/two-seasons")
        #expect(run.exitCode == 0)
        #expect(run.output.contains("note: there is no certificate.csv: the bounds in summary.json are not proven again"), "\(run.output)")
        #expect(!run.output.contains("at most"))
    }

    /// Prices that somebody has changed prove less, never what is not so; what they no longer prove is said to come from the search.
    @Test func otherPricesOnlyWeakenTheBound() throws {
        let (place, certificate) = try planned()
        let dear = try verified(place, certificate.replacing("farm-2026,,,1,0", with: "farm-2026,,,7,0"))
        #expect(dear.exitCode == 0)
        // 3 places at 7 and 2 at 1, and nobody gains more than what a place costs.
        #expect(dear.output.contains("placements  at most 23, gap 360 %\n                at most 5 by search (branching), not certified"), "\(dear.output)")
        let free = try verified(place, "term,limit,id,month,value,price,power\nplacements,,,,,0,0\n")
        #expect(free.exitCode == 0)
        // Everything is free: the two people of awa go twice, bakary once, since only awa is named for 2027.
        #expect(free.output.contains("placements  at most 5, gap 0 %\n"), "\(free.output)")
        #expect(free.output.contains("match       nothing: the certificate has no prices for it\n                at most 280 by search"), "\(free.output)")
        #expect(free.output.contains("certificate.csv: warning: nothing is proven of cost: the certificate has no prices for it"), "\(free.output)")
        let huge = try verified(place, certificate.replacing("farm-2026,,,1,0", with: "farm-2026,,,9223372036854775807,0"))
        #expect(huge.exitCode == 0)
        #expect(huge.output.contains("warning: nothing is proven of placements: its prices are too great to be added up"), "\(huge.output)")
    }

    @Test func pricesOfWhatIsNotThereCountForNothing() throws {
        let (place, certificate) = try planned()
        let run = try verified(place, certificate.replacing("farm-2026,,,1,0", with: "farm-2062,,,1,0"))
        #expect(run.exitCode == 0)
        #expect(run.output.contains("""
            certificate.csv:2:3: warning: `id`: `requests` has nothing with the id "farm-2062": the price counts for nothing; did you mean `farm-2026`?
            """), "\(run.output)")
        #expect(run.output.contains("by search (branching), not certified"))
    }

    @Test func whatCannotBeReadIsAnErrorWithItsPlace() throws {
        let (place, certificate) = try planned()
        let negative = try verified(place, certificate.replacing("farm-2026,,,1,0", with: "farm-2026,,,-1,0"))
        #expect(negative.exitCode == 2)
        #expect(negative.output.contains("NOT ACCEPTED"))
        #expect(negative.output.contains("certificate.csv:2:6: error: `price`: found -1, expected a whole number from 0"), "\(negative.output)")
        let cut = try verified(place, "\u{0}\u{1}{ \"prices\": 12")
        #expect(cut.exitCode == 2)
        #expect(cut.output.contains("certificate.csv:1"), "\(cut.output)")
    }

    /// A bound that is claimed below what the plan has is refused, whatever the certificate proves.
    @Test func aClaimThatContradictsThePlanIsRefused() throws {
        let (place, _) = try planned()
        let path = "plans/two-seasons/summary.json"
        let summary = try #require(place.text(path))
        try place.write(summary.replacing("\"value\": 280, \"bound\": 280", with: "\"value\": 280, \"bound\": 279"), to: path)
        #expect(try place.run("verify", "plans/two-seasons").exitCode == 2)
    }

    @Test func aPolicysPlanHasACertificateOfEachTermAlone() throws {
        let place = try Workplace()
        #expect(try place.run("plan", "scenarios/cooperative", "--policy", "greedy", "--quiet").exitCode == 0)
        let run = try place.run("verify", "plans/cooperative")
        #expect(run.exitCode == 0, "\(run.output)")
        #expect(run.output.contains("proven again") && !run.output.contains("by search"), "\(run.output)")
        #expect(place.text("plans/cooperative/certificate.csv")?.contains(",kept,") == false)
    }
}
