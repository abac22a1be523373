/// Integer hashing that is the same on every platform and in every process: Swift's own hash has a seed of its own.
enum Mixing {
    /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014, variant 13 of Stafford): a bijection of 64 bits in which
    /// every input bit changes every output bit with probability close to one half.
    static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A hash of `values` in their order.
    static func combine(_ values: UInt64...) -> UInt64 {
        var state: UInt64 = 0x243F_6A88_85A3_08D3
        for value in values { state = mix((state ^ value) &+ 0x9E37_79B9_7F4A_7C15) }
        return state
    }

    /// 64-bit FNV-1a of the UTF-8 bytes (Fowler, Noll and Vo).
    static func hash(_ text: String) -> UInt64 {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return state
    }

    /// A number in (0, 1), of 53 bits.
    static func uniform(_ bits: UInt64) -> Double { (Double(bits >> 11) + 0.5) * 0x1p-53 }
}
