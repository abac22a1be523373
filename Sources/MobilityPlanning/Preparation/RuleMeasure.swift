import MobilityModel

extension Rule {
    /// Placements short of the target, or over it; 0 where it is met.
    ///
    /// - Parameter measure: what the rule's row adds up to: placements counted, or of a share of n/d, d x those counted less
    ///   n x those they are a share of.
    func shortfall(at measure: Int64) -> Int64 {
        let short: Int64 = switch (target, kind) {
        case (.count(let target), .atLeast): Int64(target) - measure
        case (.count(let target), .atMost): measure - Int64(target)
        case (.share(let share), .atLeast): (share.denominator - 1 - measure) / share.denominator
        case (.share(let share), .atMost): (measure + share.denominator - 1) / share.denominator
        }
        return max(0, short)
    }
}
