import MobilityModel

/// Names people on a few small farm requests: those who have been before and whom nothing keeps from the request.
struct FamilyNaming {
    let table: FamilyTable
    private var random: SplitMix64

    init(seed: UInt64, table: FamilyTable) {
        self.table = table
        random = SplitMix64(seed: seed, stream: 25)
    }

    private static let placesAtMost = 4
    private static let rowsLookedAt = 20_000

    mutating func name(_ requests: inout [Request]) {
        for index in requests.indices {
            let request = requests[index]
            guard request.sector == "agriculture", request.places <= Self.placesAtMost,
                random.chance(1, in: FamilyFigures.oneIn.named)
            else { continue }
            let named = people(for: request)
            if !named.isEmpty { (requests[index].named, requests[index].origins) = (named, []) }
        }
    }

    /// One more than there are places, or nobody.
    private mutating func people(for request: Request) -> [Candidate.ID] {
        var named: [Int] = []
        var missing = request.places + 1
        let start = random.below(table.rows.count)
        for step in 0..<min(Self.rowsLookedAt, table.rows.count) where missing > 0 {
            let row = (start + step) % table.rows.count
            guard fits(table.rows[row], request) else { continue }
            named.append(row)
            missing -= table.rows[row].count
        }
        return missing > 0 ? [] : named.sorted().map(table.id)
    }

    private func fits(_ row: FamilyRow, _ request: Request) -> Bool {
        guard let filed = request.filed, let home = row.dates.lastStayUntil, row.cycles > 0 else { return false }
        let visa = FamilyFigures.daysBeforeStay(request.channel) + table.people.origins.parts[Int(row.origin)].consulate.processingDays
        let skilled = request.certificates.isEmpty
            || (row.holdsCertificate && row.certificateUntil == nil && DecreeJobs.trades[Int(row.trade)].certificates == request.certificates)
        return skilled && table.people.vocabulary.occupations(row).contains(request.occupation)
            && filed + visa <= request.start && row.dates.from <= filed && home + FamilyFigures.restDays < request.start
            && row.passportUntil >= request.end && (row.dates.until.map { $0 >= request.end } ?? true)
    }
}
