import MobilityModel

/// Integer hashing that is the same on every platform and in every process: Swift's own hash has a seed of its own.
enum Mixing {
    /// A hash of `values` in their order.
    static func combine(_ values: UInt64...) -> UInt64 {
        var state: UInt64 = 0x243F_6A88_85A3_08D3
        for value in values {
            var generator = SplitMix64(seed: state ^ value)
            state = generator.next()
        }
        return state
    }

    static func hash(_ text: String) -> UInt64 { FNV1a.hash(text) }

    /// A number in (0, 1), of 53 bits.
    static func uniform(_ bits: UInt64) -> Double { (Double(bits >> 11) + 0.5) * 0x1p-53 }
}
