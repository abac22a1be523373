/// A cell or scalar as it stands in memory, valid only while the record that holds it is being read.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    /// Without blanks and tabs at both ends.
    var trimmed: Bytes {
        var start = 0
        var end = count
        while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
        while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
        return Bytes(rebasing: self[start..<end])
    }

    var text: String { String(decoding: self, as: UTF8.self) }

    func equals(_ other: StaticString) -> Bool {
        guard count == other.utf8CodeUnitCount else { return false }
        for index in 0..<count where self[index] != other.utf8Start[index] { return false }
        return true
    }
}

/// Runs `body` on the UTF-8 bytes of `text`.
func withBytes<Result>(of text: String, _ body: (Bytes) throws -> Result) rethrows -> Result {
    var copy = text
    return try copy.withUTF8(body)
}
