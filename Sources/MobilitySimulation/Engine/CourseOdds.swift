/// How a cycle goes, in numbers: the chance of every step given that the person comes to it.
struct CourseOdds {
    var authorised = 1.0
    /// Of each session.
    var trained = 1.0
    var notWithdrawn = 1.0
    /// 1 where no visa is needed, as `arrived`.
    var visa = 1.0
    /// The chance of arriving times that of everything being there in time.
    var arrived = 1.0
    /// Staying to the planned end.
    var stayed = 1.0
    /// Ends of a stay that lasts to its planned end; they sum to 1.
    var returnedOnTime = 1.0
    var extended = 0.0
    var lawfulExit = 0.0
    var overstayed = 0.0
    var reapplied = 1.0
    var started = 1.0
    var alive = 1.0
}
