import MobilityModel
import OracleSupport
import Testing
@testable import MobilityPlanning

/// Possible cycles, described when they are asked for.
@Suite struct PostingTests {
    /// What is looked up in tables is what the conditions say one by one.
    @Test func eligibleAreThoseWhomNoConditionKeepsOut() throws {
        var (eligible, kept) = (0, 0)
        for seed in 0..<60 {
            let instance = try Instance(OracleFamily.scenario(seed: seed))
            let eligibility = Eligibility(instance.scenario)
            let atoms = instance.training.atoms
            for (owner, people) in instance.classes.enumerated() {
                let owned = atoms.owned(by: people.candidate)
                let expected = instance.groups.indices.filter { index in
                    let group = instance.groups[index]
                    guard eligibility.failure(people.candidate, group) == nil else { return false }
                    return atoms.atoms(of: group.request).allSatisfy { owned[$0] >= group.request.start || !atoms.granting[$0].isEmpty }
                }
                #expect(instance.book.eligibleGroups(owner) == expected, "seed \(seed), class \(owner)")
                eligible += expected.count
                kept += instance.groups.count - expected.count
            }
        }
        #expect(eligible > 200 && kept > 20, "\(eligible) eligible, \(kept) not")
    }

    /// What is counted kind by kind is what going through all people and requests counts.
    @Test func surveysFindWhatAllPairsHold() throws {
        var cycles = 0
        for seed in 0..<120 {
            let instance = try Instance(OracleFamily.scenario(seed: seed))
            var (count, people) = (0, [Int](repeating: 0, count: instance.groups.count))
            var (most, step) = ([Int64](repeating: 0, count: instance.groups.count), Int64(0))
            var (latest, met) = ([Int: Day](), Set<Int>())
            for (owner, whole) in instance.classes.enumerated() {
                for group in instance.groups.indices where instance.book.isEligible(owner, group) {
                    #expect(instance.book.hasAsked(owner, group), "seed \(seed)")
                    guard let offer = instance.book.offer(owner, group) else { continue }
                    met.insert(offer)
                    count += 1
                    people[group] += whole.count
                    let match = instance.book.match(owner, group)
                    most[group] = max(most[group], match)
                    step = greatestCommonDivisor(step, match)
                    let (need, start) = (instance.book.need(owner, group), instance.groups[group].request.start)
                    latest[need] = max(latest[need] ?? start, start)
                }
            }
            #expect(instance.census.count == count && instance.census.people == people, "seed \(seed)")
            #expect(instance.census.mostMatch == most && instance.census.matchStep == step, "seed \(seed)")
            #expect(met.count == instance.book.offers.count, "seed \(seed)")
            #expect(instance.book.latestStarts.enumerated().allSatisfy { latest[$0.offset] == $0.element }, "seed \(seed)")
            cycles += count
        }
        #expect(cycles > 400)
    }

    /// What is shared by people of a kind on requests of a signature is what each of them would do there.
    @Test func sharedOffersAreEverybodysOwn() throws {
        var compared = 0
        for seed in 0..<60 {
            let instance = try Instance(OracleFamily.scenario(seed: seed))
            let builder = PostingBuilder(
                instance.scenario, groups: instance.groups, calendars: instance.calendars, quotas: instance.quotas, demands: [], table: instance.table)
            for (owner, people) in instance.classes.enumerated() {
                for posting in instance.postings(of: owner) {
                    let sessions = min(instance.scenario.sessions.count, instance.training.atoms.skills.count)
                    let own = builder.offer(
                        0, people.candidate, group: posting.group, maximumSessions: sessions, funds: instance.fundGroups,
                        addPaidRow: { instance.table[.paid($0)] ?? -1 })
                    for (mine, shared) in [(own?.first, posting.first), (own?.later, posting.later)] {
                        #expect((mine == nil) == (shared == nil), "seed \(seed)")
                        #expect(mine?.entries.map(\.row) == shared?.entries.map(\.row) && mine?.entries.map(\.value) == shared?.entries.map(\.value))
                        #expect(mine?.placements == shared?.placements && mine?.leaves == shared?.leaves)
                        #expect(zip(mine?.returns ?? [], shared?.returns ?? []).allSatisfy { $0 == $1 }, "seed \(seed)")
                    }
                    #expect(own?.calendars == posting.calendars && own?.cost == posting.cost)
                    compared += 1
                }
            }
        }
        #expect(compared > 200)
    }

    /// Makes later cycles worth more to people who are 30, which all become in the middle of the horizon: between two cycles.
    private func ageInTheMiddle(_ scenario: inout Scenario) {
        let middle = scenario.horizon.lowerBound + (scenario.horizon.upperBound - scenario.horizon.lowerBound) / 2
        for index in scenario.candidates.indices { scenario.candidates[index].born = middle - 10_957 }
        scenario.priorities.append(Priority(who: Who(ageMin: 30, returning: true), place: Where(), add: 5))
        if !scenario.objective.contains(.placements) { scenario.objective.insert(.placements, at: 0) }
    }

    /// What a shortlist leaves out is in no best itinerary, whatever the prices.
    @Test func shortlistsKeepTheBest() throws {
        var (generator, shorter, gaining, pruned) = (SplitMix64(seed: 4), 0, 0, 0)
        for seed in 0..<80 {
            var scenario = OracleFamily.scenario(seed: seed)
            if seed % 3 == 0 { ageInTheMiddle(&scenario) }
            let instance = try Instance(scenario)
            for _ in 0..<4 {
                func random(_ most: Double) -> Double { Double(generator.next() >> 11) * 0x1p-53 * most }
                let duals = instance.table.rows.map { row -> Double in
                    let size: Double = switch row.kind {
                    case .places, .quota, .applications, .seats, .minSeats, .minPlaces, .rule: 0.8
                    case .paid, .spending: 1e-6
                    default: 0
                    }
                    return random(1) < 0.4 ? 0 : row.upper == .infinity ? -random(size) : random(size)
                }
                let objective = instance.terms.indices.map { index in random(1) * (instance.terms[index].isMaximised ? 1 : -1) / instance.scales[index] }
                let prices = Prices(instance, duals: duals, objective: objective)
                let (all, few) = (Pricer(instance, prices: prices, shortens: false), Pricer(instance, prices: prices, shortens: true, few: seed % 3 + 1))
                let list = Shortlist(Preparations(instance, prices: prices))
                func prospects(_ owner: Int, _ floor: Double) throws -> Int { try list.prospects(owner, above: floor)?.count ?? .max }
                for owner in instance.classes.indices {
                    let (best, found) = (try all.best(owner, above: 0, limit: 1).profit, try few.best(owner, above: 0, limit: 1).profit)
                    #expect(abs(best - found) <= 1e-9 * (1 + abs(best)), "seed \(seed), class \(owner): \(found), without the list \(best)")
                    if best > 0 { gaining += 1 }
                    // Nor does looking for what is worth more than a floor miss any of that.
                    for share in [0.3, 0.9, 0.999, 1.2] where best > 0 {
                        let above = try few.best(owner, above: share * best, limit: 3)
                        #expect(abs(above.profit - max(share, 1) * best) <= 1e-9 * (1 + best), "seed \(seed), class \(owner), above \(share)")
                        #expect(above.columns.isEmpty == (share > 1))
                        if try prospects(owner, share * best) < prospects(owner, 0) { pruned += 1 }
                    }
                    if try prospects(owner, 0) < instance.postings(of: owner).count { shorter += 1 }
                }
            }
        }
        #expect(shorter > 100 && gaining > 100 && pruned > 100, "\(shorter) shortened, \(gaining) gaining, \(pruned) shortened further")
    }
}
