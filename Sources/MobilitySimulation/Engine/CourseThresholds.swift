/// The odds of a course as bounds on random bits.
struct CourseThresholds {
    var authorised, trained, notWithdrawn, visa, arrived, stayed: UInt64
    /// One draw decides the end: on time below the first bound, overstayed below the second, extended below the third, lawful
    /// exit otherwise. Returns and overstays are neighbours, so that a variant that turns one into the other moves one bound
    /// and leaves everybody else as they were.
    var onTime, onTimeOrOverstayed, notLawfulExit: UInt64
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
        let back = odds.extended == 0 && odds.lawfulExit == 0 ? 1 : odds.returnedOnTime + odds.overstayed
        onTimeOrOverstayed = odds.overstayed == 0 ? onTime : Threshold.of(back)
        let notLawful = odds.lawfulExit == 0 ? 1 : odds.returnedOnTime + odds.overstayed + odds.extended
        notLawfulExit = odds.extended == 0 ? onTimeOrOverstayed : Threshold.of(notLawful)
        reapplied = Threshold.of(odds.reapplied)
        started = Threshold.of(odds.started)
        alive = Threshold.of(odds.alive)
    }
}
