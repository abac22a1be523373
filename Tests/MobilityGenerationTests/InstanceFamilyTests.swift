import Foundation
import MobilityChecking
import MobilityIngest
import MobilityModel
import MobilityPlanning
import Testing

@testable import MobilityGeneration

struct InstanceFamilyTests {
    private static let tiny = FamilySize(name: "tiny", people: 60, requests: 10)

    @Test func aSeedGivesTheSameBytesAndAnotherSeedOthers() {
        for asPools in [false, true] {
            let first = InstanceFamily(seed: 1, size: .small, asPools: asPools).files().files
            #expect(InstanceFamily(seed: 1, size: .small, asPools: asPools).files().files.map(\.bytes) == first.map(\.bytes))
            let other = InstanceFamily(seed: 2, size: .small, asPools: asPools).files()
            for file in first where file.name != "quotas.csv" && file.name != "courses.csv" && file.name != "funds.csv" {
                #expect(other[file.name] != file.content, "\(file.name)")
            }
        }
    }

    @Test(arguments: [FamilySize.small, .medium]) func totalsAreExact(size: FamilySize) throws {
        let scenario = try read(InstanceFamily(seed: 3, size: size).files())
        #expect(scenario.candidates.count == size.people && scenario.candidates.allSatisfy { $0.count == 1 })
        #expect(scenario.requests.count == size.requests)
        #expect(scenario.requests.reduce(0) { $0 + $1.places } == size.places)
        #expect(size.places == size.people * 497_550 / 1_000_000)
        let trees = scenario.quotas.filter { $0.within == nil && $0.id.text.hasPrefix("flussi") }
        #expect(trees.reduce(0) { $0 + $1.places } == size.places)
        #expect(trees.map(\.places) == apportion(size.places, weights: [164_850, 165_850, 166_850]))
        expectSumsOfLines(scenario.quotas)
        for origin in DecreeOrigin.all.prefix(6) {
            let people = scenario.candidates.filter { $0.origin == origin.country }
            let exact = size.people * origin.weight / 10_000
            #expect((exact...exact + 1).contains(people.count), "\(origin.country)")
            #expect(people.filter { $0.sex == .female }.count == apportion(people.count, weights: [origin.women, 100 - origin.women])[0])
        }
        #expect(scenario.candidates.filter { $0.cycles > 0 }.count == size.people * 120 / 1_000)
        for area in DecreeFigures.areas {
            let places = scenario.requests.filter { $0.region == area.name }.reduce(0) { $0 + $1.places }
            #expect(abs(places * 1_000 - size.places * area.weight) < 1_000, "\(area.name)")
        }
    }

    private func expectSumsOfLines(_ lines: [QuotaLine]) {
        for parent in lines {
            let children = lines.filter { $0.within == parent.id }
            if !children.isEmpty { #expect(children.reduce(0) { $0 + $1.places } == parent.places, "\(parent.id)") }
        }
    }

    @Test func theLargestHasTheDecreesPlacesAndTheLargeOneYearOfThem() {
        for (size, lines) in [(FamilySize.extraLarge, 63), (.large, 21)] {
            let origins = FamilyOrigins(seed: 1, size: size)
            let quotas = FamilySupply(size: size, origins: origins).quotas
            #expect(quotas.count == lines)
            #expect(quotas.filter { $0.within == nil && $0.id.text.hasPrefix("flussi") }.reduce(0) { $0 + $1.places } == size.places)
            expectSumsOfLines(quotas)
            let requests = FamilyDemand.requests(seed: 1, size: size, origins: origins)
            #expect(requests.count == size.requests && requests.allSatisfy { $0.places >= 1 })
            #expect(requests.reduce(0) { $0 + $1.places } == size.places)
            #expect(Set(requests.map(\.start.year)) == Set(size.years))
        }
        #expect(FamilySize.extraLarge.places == 497_550)
        #expect(FamilySupply(size: .extraLarge, origins: FamilyOrigins(seed: 1, size: .extraLarge)).quotas == DecreeQuotas.lines())
    }

    @Test func aScenarioHasEverythingThatAPlanMustRespect() throws {
        let scenario = try read(InstanceFamily(seed: 4, size: .medium).files())
        let (people, requests) = (scenario.candidates, scenario.requests)
        #expect(Set(people.map(\.occupations.count)) == [1, 2, 3])
        #expect(Set(people.map(\.countries.count)) == [0, 1, 2, 3])
        #expect(people.contains { $0.certificates.contains { $0.expiry != nil } } && people.contains { $0.until != nil })
        #expect(Set(people.map(\.guarantor)) == Set(Guarantor.allCases))
        let back = people.filter { $0.cycles > 0 }
        #expect(back.allSatisfy { person in person.lastStayUntil.map { $0 < person.from } ?? false })
        let employers = Set(requests.map(\.employer))
        #expect(back.filter { $0.lastEmployer != nil }.count == apportion(back.count, weights: [869, 131])[0])
        #expect(back.allSatisfy { $0.lastEmployer.map(employers.contains) ?? true })

        #expect(requests.contains { $0.minPlaces > 1 } && requests.contains { !$0.origins.isEmpty } && requests.contains { $0.priority > 1 })
        let named = requests.filter { !$0.named.isEmpty }
        #expect(!named.isEmpty && named.count < requests.count / 20)
        for request in requests {
            if let limit = scenario.channels[request.channel]?.stay { #expect(request.stayDays <= limit.days, "\(request.id)") }
            #expect(request.minPlaces <= request.places)
            let opens = scenario.quotas.filter { $0.channels.contains(request.channel) && $0.from.year == request.start.year }.compactMap(\.opens)
            #expect(opens.isEmpty || opens.contains { $0 <= request.filed ?? Day(number: 0) }, "\(request.id)")
        }
        var byEmployer: [String: Int] = [:]
        for request in requests { byEmployer["\(request.employer) \(request.start.year)", default: 0] += 1 }
        #expect(byEmployer.values.max() == 3)
        #expect(scenario.sessions.contains { !$0.requires.isEmpty } && scenario.sessions.contains { $0.minSeats > 0 })
        #expect(scenario.rules.count >= 6 && scenario.rules.contains { $0.penalty == nil } && scenario.rules.contains { $0.penalty != nil })
        #expect(scenario.funds.count == 4 && scenario.objective.count == 3)
    }

    /// Everything that a row says of its people, in the classes of `FamilyPools`.
    private func marginals(_ scenario: Scenario) -> [String: Int] {
        let lists = DecreeJobs.trades.flatMap(\.occupations)
        var counts: [String: Int] = [:]
        for row in scenario.candidates {
            let list = lists.contains(row.occupations) ? row.occupations : row.occupations.dropLast()
            let age = 2025 - row.born.year
            let band = FamilyFigures.ages.firstIndex { $0.years.contains(age) } ?? -1
            let half = row.cycles > 0 ? "back" : "\(row.from.year) \((row.from.month.month - 1) / 6)"
            let passport = row.passportUntil.map { FamilyFigures.passportYears.firstIndex(of: yearsBand(($0 - row.from) / 365)) ?? -1 }
            for key in [
                "people", "\(row.origin) \(row.sex)", "\(row.origin) \(row.area)", "\(row.sex) \(band)", "\(row.origin) \(half)",
                "list \(list)", "further \(list != row.occupations)", "italian \(row.languages.filter { $0.language == "it" })",
                "\(row.origin) certificates \(row.certificates.map { "\($0.name) \($0.expiry != nil)" })",
                "cycles \(row.cycles) \(row.lastEmployer != nil)", "until \(row.until != nil)", "passport \(passport ?? -1)",
                "countries \(row.countries)", "guarantor \(row.guarantor)",
            ] { counts[key, default: 0] += row.count }
        }
        return counts
    }

    private func yearsBand(_ years: Int) -> ClosedRange<Int> { FamilyFigures.passportYears.first { $0.contains(years) } ?? 0...0 }

    @Test(arguments: [1, 2, 3] as [UInt64]) func poolsKeepThePeopleAndWhatTheyAre(seed: UInt64) throws {
        let people = try read(InstanceFamily(seed: seed, size: .medium).files())
        let pools = try read(InstanceFamily(seed: seed, size: .medium, asPools: true).files())
        #expect(pools.candidates.count < people.candidates.count / 3)
        let (expected, found) = (marginals(people), marginals(pools))
        for key in Set(expected.keys).union(found.keys).sorted() {
            #expect(expected[key] == found[key], "\(key)")
        }
        // All else is the same scenario; only whom requests name differs.
        #expect(pools.quotas == people.quotas && pools.sessions == people.sessions && pools.consulates == people.consulates)
        #expect(pools.requests.map(\.places) == people.requests.map(\.places) && pools.requests.map(\.end) == people.requests.map(\.end))
    }

    @Test(arguments: [1, 2] as [UInt64], [false, true]) func aTinyOneIsPlannedAndThePlanIsValid(seed: UInt64, asPools: Bool) throws {
        let scenario = try read(InstanceFamily(seed: seed, size: Self.tiny, asPools: asPools).files())
        #expect(scenario.candidates.reduce(0) { $0 + $1.count } == 60 && scenario.requests.count == 10)
        #expect(scenario.requests.reduce(0) { $0 + $1.places } == 29)
        let result = Planner(scenario: scenario).plan()
        #expect(result.status == .optimal)
        #expect(PlanChecker(scenario: scenario).check(result.plan).isValid)
        #expect(!result.plan.itineraries.isEmpty)
    }

    @Test func theHardRulesCanBeMetTogether() throws {
        let size = FamilySize(name: "few", people: 150, requests: 90)
        let scenario = try read(InstanceFamily(seed: 5, size: size).files())
        let result = Planner(scenario: scenario, options: PlanOptions(findsReasons: false, policy: .firstCome)).plan()
        #expect(PlanChecker(scenario: scenario).check(result.plan).isValid)
        #expect(result.plan.itineraries.contains { $0.cycles.count > 1 })
    }
}
