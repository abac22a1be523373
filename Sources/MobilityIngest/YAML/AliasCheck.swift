/// Refuses the one use of aliases that could keep the YAML library busy for ever: aliases of aliases, many times over,
/// inside a key, which it compares in full. Aliases in values cost nothing until they are written out, which is bounded.
enum AliasCheck {
    static func complaint(_ text: String) -> Complaint? {
        let bytes = Array(text.utf8)
        var anchors = 0
        var aliases = 0
        var collectionKey = false
        var previous: UInt8 = 0x0A
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            switch byte {
            case 0x26 where isBoundary(previous) && !isBlank(next): anchors += 1
            case 0x2A where isBoundary(previous) && !isBlank(next):
                aliases += 1
                var end = index + 1
                while end < bytes.count, !isBoundary(bytes[end]) { end += 1 }
                if followedByColon(bytes, end) { collectionKey = true }
            case 0x3F where isBoundary(previous) && isBlank(next): collectionKey = true
            case 0x5D, 0x7D: if followedByColon(bytes, index + 1) { collectionKey = true }
            default: break
            }
            previous = byte
            index += 1
        }
        guard collectionKey, anchors > 0, aliases > 0 else { return nil }
        // With d anchors in use, k aliases write out at most (k/d)^d copies.
        var copies = 1.0
        for used in 1...min(anchors, aliases, 64) {
            var power = 1.0
            for _ in 0..<used { power *= max(1, Double(aliases) / Double(used)) }
            copies = max(copies, power)
        }
        guard copies * Double(bytes.count) > 2e7 else { return nil }
        return Complaint("too_long", "aliases of aliases together with keys that are lists, mappings or aliases; write them out")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    private static func isBoundary(_ byte: UInt8) -> Bool {
        isBlank(byte) || [0x5B, 0x5D, 0x7B, 0x7D, 0x2C, 0x3A].contains(byte)
    }

    private static func followedByColon(_ bytes: [UInt8], _ start: Int) -> Bool {
        var index = start
        while index < bytes.count, isBlank(bytes[index]) { index += 1 }
        return index < bytes.count && bytes[index] == 0x3A
    }
}
