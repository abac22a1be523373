/// A chance as a bound on 64 random bits: it happens where the bits are below.
enum Threshold {
    /// Happens without a draw.
    static let always = UInt64.max
    /// Never happens, without a draw.
    static let never: UInt64 = 0

    /// - Parameter chance: anything outside 0...1 counts as its nearer end.
    static func of(_ chance: Double) -> UInt64 {
        if chance >= 1 { return always }
        // The largest double below 1 gives 2^64 - 2^11, well below `always`.
        return chance > 0 ? UInt64(chance * 0x1p64) : never
    }
}
