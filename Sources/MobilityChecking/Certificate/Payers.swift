import MobilityModel

/// Who can pay what: costs that the same funds can pay are charged the same at any prices.
final class Payers {
    /// Of a cost that nobody has to pay: there is no funds table, or it costs nothing.
    static let nobody = -1

    private let checker: PlanChecker
    private var known: [CostItem: Int?] = [:]
    private var numbers: [[Int]: Int] = [:]
    /// By set: the funds in it, ascending.
    private(set) var sets: [[Int]] = []
    /// By set: what every cost charged to it is a multiple of, in cents.
    private(set) var steps: [Int64] = []

    init(_ checker: PlanChecker) { self.checker = checker }

    /// The set that can pay; `nil` where no fund can.
    func set(for item: CostItem, cents: Int64) -> Int? {
        guard cents > 0, !checker.scenario.funds.isEmpty else { return Self.nobody }
        let set = known[item] ?? find(item)
        if let set { steps[set] = greatestCommonDivisor(steps[set], cents) }
        return set
    }

    private func find(_ item: CostItem) -> Int? {
        let funds = checker.fundsThatPay(item)
        var number: Int?
        if !funds.isEmpty {
            number = numbers[funds]
            if number == nil {
                numbers[funds] = sets.count
                number = sets.count
                sets.append(funds)
                steps.append(0)
            }
        }
        known[item] = .some(number)
        return number
    }

    /// The most that all costs together can come to that only `funds` can pay: what these hold, in whole steps of the costs.
    func limit(_ funds: Set<Int>) -> Int128 {
        let step = charged(to: funds).reduce(Int64(0)) { greatestCommonDivisor($0, steps[$1]) }
        guard step > 0 else { return 0 }
        let amount = funds.reduce(Int128(0)) { $0 + Int128(max(0, checker.scenario.funds[$1].amount.amount)) }
        return amount / Int128(step) * Int128(step)
    }

    /// Sets of which all funds are among these.
    func charged(to funds: Set<Int>) -> [Int] { sets.indices.filter { funds.isSuperset(of: sets[$0]) } }
}

/// The days of a consulate, cut where a month ends or other funds can pay its fee.
struct ApplicationDays {
    struct Stretch {
        let first: Day
        let month: Month
        /// `nil` where nobody can pay.
        let payer: Int?
    }

    /// In order of time; the last one ends with the range.
    private(set) var stretches: [Stretch] = []

    init(_ consulate: Consulate, days: ClosedRange<Day>, funds: [Fund], payers: Payers) {
        let first = max(days.lowerBound, consulate.from ?? days.lowerBound)
        let last = min(days.upperBound, consulate.until ?? days.upperBound)
        guard first <= last else { return }
        let changes = funds.flatMap { [$0.from, $0.until?.later(by: 1)].compactMap { $0 } }
        var starts = Set(changes.filter { $0 > first && $0 <= last }).union([first])
        var month = first.month.next
        while let day = Day(year: month.year, month: month.month, day: 1), day <= last {
            starts.insert(day)
            month = month.next
        }
        stretches = starts.sorted().map { day in
            let item = CostItem(kind: .visa, origin: consulate.origin, day: day)
            return Stretch(first: day, month: day.month, payer: payers.set(for: item, cents: consulate.fee.amount))
        }
    }

    /// The stretch that holds a day of the range.
    func position(of day: Day) -> Int { max(0, stretches.partitioningCount { $0.first <= day } - 1) }
}
