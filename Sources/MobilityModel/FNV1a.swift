/// The 64-bit hash FNV-1a (Fowler, Noll and Vo) of text: the same on every platform and in every process, unlike Swift's own.
public enum FNV1a {
    /// What a hash begins with.
    public static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Of the UTF-8 bytes.
    ///
    /// - Parameter start: another than the basis gives another hash, as with a seed.
    public static func hash(_ text: String, from start: UInt64 = basis) -> UInt64 {
        text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
