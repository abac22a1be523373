/// How a stay that lasts to its planned end ends, as shares of 1.
///
/// The chances of the four ends need not sum to 1: each comes from counts of its own, and each is drawn by itself.
public struct Endings: Sendable, Hashable {
    public private(set) var returnedOnTime: Double
    public private(set) var extended: Double
    public private(set) var lawfulExit: Double
    public private(set) var overstayed: Double

    /// - Parameters:
    ///   - returnedOnTime: `nil` where not given, and then it is what the others leave.
    ///   - extended: `nil` where not given, as the two after it.
    ///
    /// An on-time return that is given keeps its chance, as in the planner's term `returns`: what was counted of those who came home is
    /// not to depend on what is assumed of the others. They share what it leaves: where they make less, the rest goes to the first of
    /// overstayed, extended and lawful exit that is not given; where they make more, or all are given, they are scaled to it; where all
    /// are given as impossible, whoever does not return overstays.
    public init(returnedOnTime: Double?, extended: Double?, lawfulExit: Double?, overstayed: Double?) {
        self.extended = extended ?? 0
        self.lawfulExit = lawfulExit ?? 0
        self.overstayed = overstayed ?? 0
        let others = self.extended + self.lawfulExit + self.overstayed
        let share = returnedOnTime ?? max(0, 1 - others)
        self.returnedOnTime = share
        let left = 1 - share
        if others < left, overstayed == nil || others == 0 {
            self.overstayed = left - others
        } else if others < left, extended == nil {
            self.extended = left - others
        } else if others < left, lawfulExit == nil {
            self.lawfulExit = left - others
        } else if others > 0 {
            let scale = left / others
            self.extended *= scale
            self.lawfulExit *= scale
            self.overstayed *= scale
        }
    }
}
