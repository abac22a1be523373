import MobilityModel

/// Reads `lottery.csv`, the draws among people alike that a plan comes from. Ids are not held against a scenario.
public enum LotteryReader {
    private enum Column: Int, TableColumn {
        case lottery, candidate, count, placed
        static let names = ["lottery", "candidate", "count", "placed"]
        static let required = Set(allCases)
    }

    /// Draws in the order of their numbers, rows in that of the file.
    public static func read(_ path: String) -> LeftOverReader.Result<PoolLottery> {
        let read = LeftOverReader.Result(path) { (row: TableRow<Column>, texts) -> (lottery: Int, row: PoolLottery.Row)? in
            let number = row.requiredNumber(.lottery, in: 1...Limits.count)
            let candidate = row.requiredText(.candidate, &texts)
            let count = row.requiredNumber(.count, in: 1...Limits.count)
            let placed = row.requiredNumber(.placed, in: 0...Limits.count)
            guard row.isSound, let number, let candidate, let count, let placed else { return nil }
            return (number, PoolLottery.Row(candidate: Candidate.ID(candidate), people: count, placed: placed))
        }
        let draws = Dictionary(grouping: read.rows, by: \.lottery).sorted { $0.key < $1.key }
        return LeftOverReader.Result(rows: draws.map { PoolLottery(rows: $0.value.map(\.row)) }, findings: read.findings)
    }
}
