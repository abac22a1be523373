import MobilityGeneration
import MobilityModel
import Testing

struct DecretoFlussiTests {
    private let seed: UInt64 = 2026

    @Test func aSeedGivesTheSameBytesAndAnotherSeedOthers() {
        let first = DecretoFlussi(seed: seed).files().files
        let second = DecretoFlussi(seed: seed).files().files
        let other = DecretoFlussi(seed: seed + 1).files()
        #expect(first.map(\.name) == second.map(\.name))
        #expect(first.map(\.content) == second.map(\.content))
        #expect(other["candidates.csv"] != DecretoFlussi(seed: seed).files()["candidates.csv"])
        // What the decree says is drawn from no seed.
        #expect(other["quotas.csv"] == DecretoFlussi(seed: seed).files()["quotas.csv"])
    }

    @Test(arguments: [2026, 7] as [UInt64]) func placesAreTheDecrees(seed: UInt64) throws {
        let lines = try read(DecretoFlussi(seed: seed).files()).quotas
        func places(_ id: String) -> Int { lines.first { $0.id.text == id }?.places ?? -1 }
        let roots = lines.filter { $0.within == nil && $0.id.text.hasPrefix("flussi") }
        #expect(roots.reduce(0) { $0 + $1.places } == 497_550)
        #expect([2026, 2027, 2028].map { places("flussi-\($0)") } == [164_850, 165_850, 166_850])
        #expect([2026, 2027, 2028].map { places("seasonal-\($0)") } == [88_000, 89_000, 90_000])
        #expect([2026, 2027, 2028].map { places("non-seasonal-rest-\($0)") } == [19_300, 10_900, 2_700])
        #expect([2026, 2027, 2028].map { places("seasonal-rest-\($0)") } == [32_850, 33_850, 34_850])
        for parent in lines {
            let children = lines.filter { $0.within == parent.id }
            if !children.isEmpty { #expect(children.reduce(0) { $0 + $1.places } == parent.places, "\(parent.id)") }
        }
        #expect(lines.allSatisfy { !$0.source.isEmpty })
    }

    @Test(arguments: [2026, 7] as [UInt64]) func totalsOfPeopleAndDemandAreMetExactly(seed: UInt64) throws {
        let scenario = try read(DecretoFlussi(seed: seed).files())
        #expect(scenario.candidates.reduce(0) { $0 + $1.count } == 1_000_000)
        #expect((400...1_500).contains(scenario.candidates.count))
        #expect((300...1_200).contains(scenario.requests.count))
        func people(_ matches: (Candidate) -> Bool) -> Int { scenario.candidates.filter(matches).reduce(0) { $0 + $1.count } }
        #expect(people { $0.origin == "ML" } == 2_700)
        #expect(people { $0.origin == "ML" && $0.sex == .female } == 540)
        #expect(people { $0.origin == "MA" } == 140_000)

        func asked(_ matches: (Request) -> Bool) -> Int { scenario.requests.filter(matches).reduce(0) { $0 + $1.places } }
        #expect(asked { _ in true } == 3 * 180_012 + 6_691)
        for year in [2026, 2027, 2028] {
            #expect(asked { $0.start.year == year && $0.channel.hasPrefix("seasonal") } == 66_761)
            #expect(asked { $0.start.year == year && $0.sector == "family_care" } == 49_766)
            let work = asked { $0.start.year == year && $0.channel == "non_seasonal" && $0.sector != "family_care" }
            #expect(work + asked { $0.start.year == year && $0.channel == "self_employed" } == 63_485)
        }
        #expect(asked { $0.channel == "training_abroad" } == 6_691)
        let north = Double(asked { $0.region == "North" }) / Double(asked { _ in true })
        #expect(abs(north - 0.625) < 0.001, "\(north)")
    }

    @Test func noStayBreaksItsChannelsLimitAndNoRequestIsFiledBeforeItsClickDay() throws {
        let scenario = try read(DecretoFlussi(seed: seed).files())
        for request in scenario.requests {
            if let limit = scenario.channels[request.channel]?.stay { #expect(request.stayDays <= limit.days, "\(request.id)") }
            let filed = try #require(request.filed)
            #expect(filed >= .on(request.start.year, 1, 12), "\(request.id)")
        }
    }

    @Test func aCorridorIsTheOriginsPartOfTheWhole() throws {
        let scenario = try read(DecretoFlussi(seed: seed, origin: "ML", year: 2026).files())
        #expect(scenario.candidates.allSatisfy { $0.origin == "ML" })
        #expect((40...150).contains(scenario.candidates.count))
        #expect((500...2_000).contains(scenario.candidates.reduce(0) { $0 + $1.count }))
        #expect((60...120).contains(scenario.requests.count))
        #expect(scenario.requests.allSatisfy { $0.start.year == 2026 && ($0.origins.isEmpty || $0.origins == ["ML"]) })
        func places(_ id: String) -> Int? { scenario.quotas.first { $0.id.text == id }?.places }
        // 25,000 places for 793,000 people of the listed countries, of whom 2,700 are from Mali.
        #expect(places("listed-2026") == 25_000 * 2_700 / 793_000)
        #expect(places("agriculture-organisations-2026") == 30_000 * 2_700 / 1_000_000)
        #expect(places("agriculture-new-agreement-2026") == nil)
        for parent in scenario.quotas {
            let children = scenario.quotas.filter { $0.within == parent.id }
            if !children.isEmpty { #expect(children.reduce(0) { $0 + $1.places } == parent.places, "\(parent.id)") }
        }
    }

    @Test func anyOriginAndYearOfTheDecreeMakesACorridor() throws {
        for (origin, year) in [("BD", 2027), ("SY", 2026), ("TG", 2028), ("CM", 2026)] {
            let scenario = try read(DecretoFlussi(seed: 5, origin: origin, year: year).files())
            #expect(!scenario.candidates.isEmpty && !scenario.requests.isEmpty, "\(origin) \(year)")
        }
    }

    @Test func refusesWhatTheDecreeDoesNotHave() {
        #expect(throws: DecretoFlussi.Problem.self) { try DecretoFlussi(seed: 1, origin: "JP", year: 2026) }
        #expect(throws: DecretoFlussi.Problem.self) { try DecretoFlussi(seed: 1, origin: "Mali", year: 2026) }
        #expect(throws: DecretoFlussi.Problem.self) { try DecretoFlussi(seed: 1, origin: "ML", year: 2029) }
    }
}

private extension Day {
    static func on(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day)! }
}
