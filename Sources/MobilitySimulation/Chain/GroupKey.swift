import MobilityModel

/// A group of planned cycles.
struct GroupKey: Hashable, Sendable {
    /// In the order in which they are shown.
    enum Dimension: String, CaseIterable, Sendable {
        case all, sex, age, origin, area, sector, channel, country, year, guarantor, returning, cycle
    }
    var dimension: Dimension
    var value: String
    /// Decides the order before the value does: numbers and bands are not in the order of their letters.
    var rank: Int

    init(_ dimension: Dimension, _ value: String = "", rank: Int = 0) {
        self.dimension = dimension; self.value = value; self.rank = rank
    }

    /// As in the outcomes: `all`, `sex=F`.
    var name: String { dimension == .all ? dimension.rawValue : "\(dimension.rawValue)=\(value)" }

    static func isBefore(_ a: GroupKey, _ b: GroupKey) -> Bool {
        let order = { (key: GroupKey) in Dimension.allCases.firstIndex(of: key.dimension) ?? 0 }
        return (order(a), a.rank, a.value) < (order(b), b.rank, b.value)
    }

    /// The groups of a planned cycle; `number` counts from 1.
    static func groups(of candidate: Candidate, on request: Request, number: Int, isReturning: Bool) -> [GroupKey] {
        let band = ageBand(candidate.born, on: request.start)
        let sexes: [Sex] = [.female, .male, .other]
        let guarantors: [Guarantor] = [.none, .community, .deposit]
        return [
            GroupKey(.all), GroupKey(.sex, candidate.sex.rawValue, rank: sexes.firstIndex(of: candidate.sex) ?? 0), band,
            GroupKey(.origin, candidate.origin.description), GroupKey(.area, candidate.area),
            GroupKey(.sector, request.sector), GroupKey(.channel, request.channel),
            GroupKey(.country, request.country.description),
            GroupKey(.year, String(request.start.year), rank: request.start.year),
            GroupKey(.guarantor, candidate.guarantor.rawValue, rank: guarantors.firstIndex(of: candidate.guarantor) ?? 0),
            GroupKey(.returning, isReturning ? "true" : "false", rank: isReturning ? 1 : 0),
            GroupKey(.cycle, String(number), rank: number),
        ]
    }

    /// Bands of completed years on the start of the stay.
    private static func ageBand(_ born: Day, on start: Day) -> GroupKey {
        let bands = [(55, "55+"), (45, "45-54"), (35, "35-44"), (25, "25-34"), (18, "18-24")]
        let band = bands.first { born.completing(years: $0.0) <= start } ?? (0, "under 18")
        return GroupKey(.age, band.1, rank: band.0)
    }
}
