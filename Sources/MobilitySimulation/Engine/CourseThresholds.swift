/// The odds of a course as bounds on random bits.
struct CourseThresholds {
    var authorised, trained, notWithdrawn, visa, arrived, stayed: UInt64
    /// One draw decides the end: on time below the first bound, extended below the second, lawful exit below the third,
    /// overstayed otherwise.
    var onTime, onTimeOrExtended, notOverstayed: UInt64
    var reapplied, started, alive: UInt64

    init(_ odds: CourseOdds) {
        authorised = Threshold.of(odds.authorised)
        trained = Threshold.of(odds.trained)
        notWithdrawn = Threshold.of(odds.notWithdrawn)
        visa = Threshold.of(odds.visa)
        arrived = Threshold.of(odds.arrived)
        stayed = Threshold.of(odds.stayed)
        onTime = Threshold.of(odds.returnedOnTime)
        // Sums of rounded shares: nobody may fall between two that fill everything.
        let extended = odds.lawfulExit == 0 && odds.overstayed == 0 ? 1 : odds.returnedOnTime + odds.extended
        onTimeOrExtended = odds.extended == 0 ? onTime : Threshold.of(extended)
        let lawful = odds.overstayed == 0 ? 1 : odds.returnedOnTime + odds.extended + odds.lawfulExit
        notOverstayed = odds.lawfulExit == 0 ? onTimeOrExtended : Threshold.of(lawful)
        reapplied = Threshold.of(odds.reapplied)
        started = Threshold.of(odds.started)
        alive = Threshold.of(odds.alive)
    }
}
