import MobilityModel

/// Pools of candidates: of each origin the people of `DecreeOrigin.peopleByOrigin`, shared out over sexes and trades by
/// largest remainders, so that totals by origin and by sex within an origin are met exactly. What else a pool is, is drawn.
struct DecreePools {
    private var random: SplitMix64

    static func candidates(seed: UInt64) -> [Candidate] {
        var pools = DecreePools(random: SplitMix64(seed: seed, stream: 2))
        return zip(DecreeOrigin.all, DecreeOrigin.peopleByOrigin).flatMap { pools.pools(of: $0, people: $1) }
    }

    /// Weights of women and men among the trades, in the order of `DecreeJobs.trades`: assumed.
    static let womenByTrade = [20, 20, 1, 8, 2, 14, 35]
    static let menByTrade = [32, 13, 19, 13, 10, 7, 6]
    private static let sectorOfLastEmployer = ["agriculture", "tourism", "construction", "food_industry", "transport_logistics", "business_support", "family_care"]

    private mutating func pools(of origin: DecreeOrigin, people: Int) -> [Candidate] {
        let bySex = apportion(people, weights: [origin.women, 100 - origin.women])
        let cells = apportion(bySex[0], weights: Self.womenByTrade).enumerated().map { (sex: Sex.female, trade: $0, people: $1) }
            + apportion(bySex[1], weights: Self.menByTrade).enumerated().map { (sex: Sex.male, trade: $0, people: $1) }
        let rows = apportion(origin.rows, weights: cells.map(\.people))
        var result: [Candidate] = []
        for (cell, share) in zip(cells, rows) where cell.people > 0 {
            let weights = (0..<min(max(1, share), cell.people)).map { _ in random.number(in: 60...140) }
            for count in apportion(cell.people, weights: weights) where count > 0 {
                let number = String(result.count + 1)
                let id = "\(origin.country)-" + String(repeating: "0", count: max(0, 3 - number.utf8.count)) + number
                result.append(pool(id: id, count: count, origin: origin, sex: cell.sex, trade: cell.trade))
            }
        }
        return result
    }

    private mutating func pool(id: String, count: Int, origin: DecreeOrigin, sex: Sex, trade index: Int) -> Candidate {
        let trade = DecreeJobs.trades[index]
        let age = random.pick([18...24, 20...29, 22...34, 25...39, 30...44, 40...52])
        var pool = Candidate(
            id: .init(id), count: count, origin: origin.country, area: random.pick(origin.areas), sex: sex,
            born: .on(2025 - random.number(in: age), random.number(in: 1...12), random.number(in: 1...28)),
            occupations: random.pick(trade.occupations), languages: languages(of: origin), from: firstDay())
        if random.chance(1, in: pool.occupations.contains("driver") ? 2 : 4) {
            pool.certificates = trade.certificates.map {
                HeldCertificate(name: $0, expiry: random.chance(1, in: 5) ? .on(2027, random.number(in: 1...12), 30) : nil)
            }
        }
        if random.chance(1, in: 12) { pool.until = .on(2028, random.number(in: 6...12), 30) }
        pool.passportUntil = .on(random.number(in: 2027...2034), random.number(in: 1...12), random.number(in: 1...28))
        // Someone available from the start may have worked a season of 2025 in Italy.
        if pool.from.year == 2025, random.chance(1, in: 5) {
            pool.cycles = random.number(in: 1...3)
            pool.lastEmployer = "\(Self.sectorOfLastEmployer[index])-\(random.pick(["north", "north", "centre", "south"]))-\(random.number(in: 1...4))"
            let start = Day.on(2025, random.number(in: 3...6), 1)
            pool.lastStayFrom = start
            pool.lastStayUntil = start + random.number(in: 80...200)
            pool.from = max(pool.from, start + 201)
        }
        if let until = pool.until, until < pool.from { pool.until = nil }
        if random.chance(1, in: 3) { pool.countries = ["IT"] }
        let guarantor = random.below(20)
        pool.guarantor = guarantor < 2 ? .community : (guarantor == 2 ? .deposit : .none)
        return pool
    }

    private mutating func languages(of origin: DecreeOrigin) -> [LanguageSkill] {
        let levels: [LanguageLevel] = [.a2, .b1, .b2]
        var skills = origin.languages.map { LanguageSkill(language: $0, level: random.pick(levels)) }
        let italian = random.below(30)
        if italian < 2 { skills.append(DecreeJobs.a2) } else if italian < 7 { skills.append(DecreeJobs.a1) }
        return skills
    }

    /// Six in ten are there from the first autumn, the others come forward month by month.
    private mutating func firstDay() -> Day {
        if random.chance(6, in: 10) { return .on(2025, 9, 1) }
        return .on(random.number(in: 2026...2028), random.number(in: 1...9), 1)
    }
}
