import LinearProgramming
import MobilityModel

/// How rows of an exported model are scaled: by powers of ten, so that every number stays exact as it is written.
///
/// Solvers of first order measure errors against the largest numbers of all: with cents beside people PDLP found no optimum of a relaxation
/// of 228 rows in 30 seconds, and with thousands of euros one in 0.2.
struct ModelScale {
    /// Cents that every cost which funds pay is a multiple of: what a fund has beyond a multiple of it buys nothing.
    private let step: Int64
    /// By row of the master.
    private let isMoney: [Bool]
    private let decimals: [Int]
    private let moneyDecimals: Int

    init(_ instance: Instance) {
        let step = max(1, instance.fundGroups.steps.reduce(0, greatestCommonDivisor))
        let costs = instance.book.offers.map(\.cost) + instance.scenario.sessions.map(\.seatCost.amount)
        let money = Self.decimals(bringingDown: Double((costs.max() ?? 0) / step))
        isMoney = instance.table.rows.map { row in
            switch row.kind {
            case .paid, .fund, .spending: true
            default: false
            }
        }
        decimals = zip(instance.table.rows, isMoney).map { row, isMoney in
            if case .term(let index) = row.kind { return Self.decimals(bringingDown: instance.scales[index]) }
            return isMoney ? money : 0
        }
        self.step = step
        moneyDecimals = money
    }

    /// What money is counted in by the rows of funds, in cents.
    var moneyUnit: MPSNumber { MPSNumber((0..<moneyDecimals).reduce(step) { unit, _ in unit * 10 }) }

    /// A bound or coefficient of a row; of a fund's amount as much as buys something.
    func number(_ value: Int64, in row: Int) -> MPSNumber {
        MPSNumber(isMoney[row] ? value / step : value, decimals: decimals[row])
    }

    /// The power of ten that makes a number about 1.
    private static func decimals(bringingDown number: Double) -> Int {
        var (decimals, power) = (0, 1.0)
        while power * 2 < number, decimals < 9 { (decimals, power) = (decimals + 1, power * 10) }
        return decimals
    }
}
