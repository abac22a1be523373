import MobilityModel

/// `lottery.csv`: the rows among whose people lots decided, draw by draw.
public enum LotteryTable {
    public static let columns = ["lottery", "candidate", "count", "placed"]

    static func csv(_ lotteries: [PoolLottery]) -> CSVTable {
        var table = CSVTable(columns: columns)
        for (number, lottery) in lotteries.enumerated() {
            for row in lottery.rows { table.append(["\(number + 1)", row.candidate.text, "\(row.people)", "\(row.placed)"]) }
        }
        return table
    }
}
