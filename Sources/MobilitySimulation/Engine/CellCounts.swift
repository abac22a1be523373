/// What happened in one cell: people in a replicate (whole numbers), or expected people.
struct CellCounts<Number: AdditiveArithmetic> {
    var takenUp = Number.zero
    var authorised = Number.zero
    /// For a visa.
    var applied = Number.zero
    var visas = Number.zero
    var departed = Number.zero
    var returnedEarly = Number.zero
    var extended = Number.zero
    var lawfulExit = Number.zero
    var overstayed = Number.zero
    var returnedOnTime = Number.zero
    var reapplied = Number.zero
    var started = Number.zero
    var alive = Number.zero
}
extension CellCounts: Sendable where Number: Sendable {}

extension CellCounts<Int> {
    var real: CellCounts<Double> {
        CellCounts<Double>(
            takenUp: Double(takenUp), authorised: Double(authorised), applied: Double(applied), visas: Double(visas),
            departed: Double(departed), returnedEarly: Double(returnedEarly), extended: Double(extended),
            lawfulExit: Double(lawfulExit), overstayed: Double(overstayed), returnedOnTime: Double(returnedOnTime),
            reapplied: Double(reapplied), started: Double(started), alive: Double(alive))
    }
}
