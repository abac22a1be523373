import MobilityModel

/// What everything scarce costs and everything wanted is worth, at one set of dual values.
///
/// All figures are profits: what a column gains by using the thing once, negative where it costs.
struct Prices {
    /// By term: what a unit of it is worth, dual of its row included.
    let worth: [Double]
    private let duals: [Double]
    /// By group.
    let place: [Double]
    /// By origin of people, then session; minus infinity where nobody can pay the seat.
    let seat: [Country: [Double]]
    /// By calendar: the best stretch in any range, minus infinity where nobody can pay the fee.
    let application: [RangeMaximum]
    /// By quota line: the price of a place of it and of all lines above.
    let quota: [Double]
    /// By pin.
    let pin: [Double]

    /// - Parameters:
    ///   - duals: by row, for a maximisation.
    ///   - objective: by term, the coefficient of one unit of it in the objective.
    init(_ instance: Instance, duals: [Double], objective: [Double]) {
        let table = instance.table
        // A cent of a group counts in the row that pays it and in those of its ceilings: one price for all of them.
        var duals = duals
        for (group, rows) in instance.spendingRows.enumerated() {
            if let paid = table[.paid(group)] { for row in rows { duals[paid] += duals[row] } }
        }
        self.duals = duals
        let prices = duals
        func dual(_ kind: RowKind) -> Double { table[kind].map { prices[$0] } ?? 0 }
        var worth = objective
        for index in instance.terms.indices { worth[index] -= dual(.term(index)) / instance.scales[index] }
        self.worth = worth
        let costWorth = instance.terms.firstIndex(of: .cost).map { worth[$0] } ?? 0
        place = instance.groups.indices.map { -dual(.places($0)) - dual(.minPlaces($0)) }
        seat = instance.seatGroups.mapValues { groups in
            groups.enumerated().map { session, payer in
                guard let payer else { return -.infinity }
                let cents = Double(instance.scenario.sessions[session].seatCost.amount)
                let paying = payer.index.map { dual(.paid($0)) } ?? 0
                return -dual(.seats(session)) - dual(.minSeats(session)) + cents * (costWorth - paying)
            }
        }
        application = instance.calendars.enumerated().map { index, calendar in
            let fee = Double(calendar.consulate.fee.amount)
            return RangeMaximum(calendar.stretches.map { stretch in
                if stretch.fundGroup == FundGroups.unpayable { return -.infinity }
                let paying = stretch.fundGroup.map { dual(.paid($0)) } ?? 0
                return -dual(.applications(calendar: index, month: stretch.month)) + fee * (costWorth - paying)
            })
        }
        quota = instance.quotas.paths.map { path in -path.reduce(0.0) { $0 + dual(.quota($1)) } }
        pin = instance.pins.indices.map { -dual(.pin($0)) }
    }

    /// Of the rows that a posting enters however it is prepared.
    func profit(of entries: [Entry]) -> Double { -entries.reduce(0.0) { $0 + duals[$1.row] * $1.value } }
}

/// The greatest value of any range of a fixed list, and where it is.
///
/// A sparse table: O(n log n) to make, O(1) to ask (Bender and Farach-Colton, "The LCA Problem Revisited", 2000).
struct RangeMaximum {
    private let values: [Double]
    /// By power of two: the position of the greatest value in the range of that length from each position.
    private var best: [[Int32]]

    init(_ values: [Double]) {
        self.values = values
        best = [values.indices.map(Int32.init)]
        var length = 1
        while 2 * length <= values.count {
            let last = best[best.count - 1]
            best.append((0...(values.count - 2 * length)).map { start in
                let left = last[start], right = last[start + length]
                return values[Int(left)] >= values[Int(right)] ? left : right
            })
            length *= 2
        }
    }

    subscript(position: Int) -> Double { values[position] }

    /// The earliest position of the greatest value among `range`, which is not empty and lies in the list.
    func position(in range: ClosedRange<Int>) -> Int {
        let level = (range.count).bitWidth - 1 - range.count.leadingZeroBitCount
        let left = Int(best[level][range.lowerBound])
        let right = Int(best[level][range.upperBound - (1 << level) + 1])
        return values[left] >= values[right] ? left : right
    }
}
