/// What makes a draw its own: the draws of one step of one cycle in one replicate, over all people.
///
/// A person is a well-mixed 64-bit key k; the draw is `hi ^ lo` of the 128-bit product `(k ^ mask) * multiplier`, one
/// multiplication (the folded multiply of wyhash, Wang Yi). Mask and multiplier are themselves well mixed, so draws of one
/// person under two salts, and of two people under one, are as good as independent; `MixingTests` holds uniformity,
/// correlations and the variance of counts against what independence gives.
struct Salt {
    var mask: UInt64
    /// Odd.
    var multiplier: UInt64

    /// - Parameters:
    ///   - cycle: of the itinerary, from 0.
    ///   - session: of the cycle, from 0, for `trained`; 0 for all other steps.
    init(seed: UInt64, replicate: Int, cycle: Int, step: UInt64, session: Int = 0) {
        mask = Mixing.combine(seed, UInt64(replicate), UInt64(cycle), step, UInt64(session), 1)
        multiplier = Mixing.combine(seed, UInt64(replicate), UInt64(cycle), step, UInt64(session), 2) | 1
    }

    /// 64 random bits of the person with this key.
    @inline(__always)
    func draw(_ key: UInt64) -> UInt64 {
        let product = (key ^ mask).multipliedFullWidth(by: multiplier)
        return product.high ^ product.low
    }
}

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
