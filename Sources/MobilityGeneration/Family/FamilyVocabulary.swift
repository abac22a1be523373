import MobilityModel

/// The texts behind the numbers of `FamilyRow`, as bytes.
struct FamilyVocabulary: Sendable {
    /// Employers with requests for an occupation, in the order of their requests.
    private let byOccupation: [String: [String]]
    private let all: [String]

    init(requests: [Request]) {
        var employers: [String: [String]] = [:]
        var seen: Set<String> = []
        for request in requests where seen.insert("\(request.occupation) \(request.employer)").inserted {
            employers[request.occupation, default: []].append(request.employer)
        }
        byOccupation = employers
        var known: Set<String> = []
        all = requests.map(\.employer).filter { known.insert($0).inserted }
    }

    func occupations(_ row: FamilyRow) -> [String] {
        DecreeJobs.trades[Int(row.trade)].occupations[Int(row.list)] + (row.hasFurtherOccupation ? [FamilyFigures.further[Int(row.trade)]] : [])
    }

    /// Whether the trade's certificate is one that no session gives: all of the trade hold it, and it does not run out.
    func isLicence(_ trade: Int) -> Bool { DecreeJobs.trades[trade].certificates == [DecreeJobs.licence] }

    /// A number of `employers(trade:list:)`.
    func drawEmployer(trade: Int, list: Int, _ random: inout SplitMix64) -> Int32? {
        let known = employers(trade: trade, list: list)
        return known.isEmpty ? nil : Int32(random.below(known.count))
    }

    func employer(_ row: FamilyRow) -> String? {
        row.employer.map { employers(trade: Int(row.trade), list: Int(row.list))[Int($0)] }
    }

    /// Those with requests for the first occupation of the list; all where none has.
    private func employers(trade: Int, list: Int) -> [String] {
        byOccupation[DecreeJobs.trades[trade].occupations[list][0]] ?? all
    }
}
