/// Numbers byte strings 0, 1, 2, ... in the order in which they are first seen.
///
/// Open addressing over one arena: a million ids cost some 30 bytes each and no allocation of their own. The order of
/// the numbers is that of the input; the hash decides nothing that can be seen.
struct ByteIndex {
    private var arena: [UInt8] = []
    private var ends: [Int] = []
    /// Hash in the upper half, number + 1 in the lower, 0 where free; a power of two of them. With the hash at hand a
    /// probe seldom looks at the arena, which for a million ids is memory far away.
    private var slots: [UInt64]

    init(capacity: Int = 64) {
        var size = 128
        while size < min(capacity, 1 << 30) * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        ends.reserveCapacity(min(capacity, 1 << 30))
    }

    var count: Int { ends.count }

    /// The last byte is added, not mixed in: ids that are numbered through fall into neighbouring slots, which the cache
    /// then has at hand.
    private static func hash(_ bytes: Bytes) -> UInt32 {
        guard let last = bytes.last else { return 0 }
        return mixed(Bytes(rebasing: bytes[0..<(bytes.count - 1)])) &+ UInt32(last)
    }

    private static func mixed(_ bytes: Bytes) -> UInt32 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        var index = 0
        while index + 8 <= bytes.count {
            let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
            state ^= state >> 32
            index += 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        state = (state ^ rest) &* 0xC4CE_B9FE_1A85_EC53
        state ^= state >> 29
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    private func matches(_ number: Int, _ bytes: Bytes) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == bytes.count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            for index in 0..<bytes.count where arena[start + index] != bytes[index] { return false }
            return true
        }
    }

    func find(_ bytes: Bytes) -> Int? {
        let hash = ByteIndex.hash(bytes)
        let found = slots[slot(of: bytes, hash)]
        return found == 0 ? nil : Int(truncatingIfNeeded: found & 0xFFFF_FFFF) - 1
    }

    /// Where `bytes` are, or the free slot where they belong.
    private func slot(of bytes: Bytes, _ hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while true {
            let found = slots[slot]
            if found == 0 { return slot }
            if UInt32(truncatingIfNeeded: found >> 32) == hash, matches(Int(found & 0xFFFF_FFFF) - 1, bytes) { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    /// The first `limit` byte strings, in order.
    func texts(limit: Int) -> [String] {
        (0..<min(limit, ends.count)).map { number in
            String(decoding: arena[(number == 0 ? 0 : ends[number - 1])..<ends[number]], as: UTF8.self)
        }
    }

    func find(_ text: String) -> Int? { withBytes(of: text) { find($0) } }

    /// The number of `bytes`, and whether they are new.
    mutating func insert(_ bytes: Bytes) -> (number: Int, isNew: Bool) {
        let hash = ByteIndex.hash(bytes)
        let slot = slot(of: bytes, hash)
        if slots[slot] != 0 { return (Int(slots[slot] & 0xFFFF_FFFF) - 1, false) }
        let number = ends.count
        arena.append(contentsOf: bytes)
        ends.append(arena.count)
        slots[slot] = UInt64(hash) << 32 | UInt64(number + 1)
        if ends.count * 2 > slots.count { grow() }
        return (number, true)
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        for entry in slots where entry != 0 {
            var slot = Int(entry >> 32) & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = entry
        }
        slots = larger
    }
}
