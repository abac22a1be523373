/// What makes a draw its own: the draws of one step of one cycle in one replicate, over all people.
///
/// A person is a well-mixed 64-bit key k; the draw is `hi ^ lo` of the 128-bit product `(k ^ mask) * multiplier`, one
/// multiplication (the folded multiply of wyhash, Wang Yi). Mask and multiplier are themselves well mixed, so draws of one
/// person under two salts, and of two people under one, are as good as independent; `RandomTests` holds uniformity,
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
