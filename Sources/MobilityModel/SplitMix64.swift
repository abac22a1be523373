/// The SplitMix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
///
/// All draws are integer arithmetic of this file, never the standard library's `random(in:)`, whose algorithm is not
/// promised to stay: one seed gives the same numbers on every platform and compiler.
public struct SplitMix64: Sendable {
    /// What the state grows by: 2^64 over the golden ratio, made odd.
    @usableFromInline static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15
    @usableFromInline var state: UInt64

    @inlinable
    public init(seed: UInt64) { state = seed }

    /// 64 random bits.
    @inlinable
    public mutating func next() -> UInt64 {
        state &+= Self.increment
        return Self.mix(state)
    }

    /// The finaliser (variant 13 of Stafford): a bijection of 64 bits in which every input bit changes every output bit with
    /// probability close to one half.
    @inlinable
    public static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
