import MobilityModel

/// The texts behind the numbers of `FamilyRow`, as bytes.
struct FamilyVocabulary: Sendable {
    /// Employers with requests for an occupation, in the order of their requests.
    private let employers: [String: [String]]

    init(requests: [Request]) {
        var employers: [String: [String]] = [:]
        var seen: Set<String> = []
        for request in requests where seen.insert("\(request.occupation) \(request.employer)").inserted {
            employers[request.occupation, default: []].append(request.employer)
        }
        self.employers = employers
    }

    func occupations(_ row: FamilyRow) -> [String] {
        DecreeJobs.trades[Int(row.trade)].occupations[Int(row.list)] + (row.hasFurtherOccupation ? [FamilyFigures.further[Int(row.trade)]] : [])
    }

    /// Whether people of the list can do nothing without their licence, which no session gives.
    func needsLicence(trade: Int, list: Int) -> Bool { DecreeJobs.trades[trade].occupations[list] == ["driver"] }

    func isLicence(_ trade: Int) -> Bool { DecreeJobs.trades[trade].certificates == [DecreeJobs.licence] }

    /// A number of an employer with requests for the first occupation of the list.
    func drawEmployer(trade: Int, list: Int, _ random: inout SplitMix64) -> Int32? {
        let known = employers[DecreeJobs.trades[trade].occupations[list][0]]?.count ?? 0
        return known > 0 ? Int32(random.below(known)) : nil
    }

    func employer(_ row: FamilyRow) -> String? {
        row.employer.flatMap { number in
            employers[DecreeJobs.trades[Int(row.trade)].occupations[Int(row.list)][0]].map { $0[Int(number)] }
        }
    }
}
