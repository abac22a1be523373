/// How a stay that lasts to its planned end ends, as shares of 1.
struct Endings {
    var returnedOnTime: Double
    var extended: Double
    var lawfulExit: Double
    var overstayed: Double

    /// - Parameters:
    ///   - returnedOnTime: `nil` where not given, and then it is what the others leave.
    ///   - extended: `nil` where not given, as the two after it.
    ///
    /// Where the four sum to less than 1, the rest goes to the first of overstayed, extended and lawful exit that is not
    /// given; where all are given, or the sum is above 1, they are divided by their sum.
    init(returnedOnTime: Double?, extended: Double?, lawfulExit: Double?, overstayed: Double?) {
        self.extended = extended ?? 0
        self.lawfulExit = lawfulExit ?? 0
        self.overstayed = overstayed ?? 0
        let others = self.extended + self.lawfulExit + self.overstayed
        self.returnedOnTime = returnedOnTime ?? max(0, 1 - others)
        let sum = self.returnedOnTime + others
        let rest = 1 - sum
        switch (returnedOnTime, rest > 0) {
        case (nil, true): break
        case (_, true) where overstayed == nil: self.overstayed = rest
        case (_, true) where extended == nil: self.extended = rest
        case (_, true) where lawfulExit == nil: self.lawfulExit = rest
        case (_, true) where sum == 0:
            // Every end is given as impossible: then nobody is said to come home.
            self.overstayed = 1
        default:
            self.returnedOnTime /= sum
            self.extended /= sum
            self.lawfulExit /= sum
            self.overstayed /= sum
        }
    }
}
