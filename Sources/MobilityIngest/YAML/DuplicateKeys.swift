import Yams

/// Lets the YAML library read on where a mapping has a key twice, so that the rest of the file is looked at too.
///
/// Yams stops at the first such mapping. The first letter of the key is replaced by a letter that nobody uses, which moves
/// nothing else in the file, and the key gets its name back when the tree is read.
struct DuplicateKeys {
    private static let limit = 50
    private var originals: [[Int]: String] = [:]

    func original(of key: String, at mark: Mark?) -> String {
        guard !originals.isEmpty, let mark, let name = originals[[mark.line, mark.column]] else { return key }
        return name
    }

    /// The text with the key at `mark` renamed, or `nil` where it is not written as a plain word.
    mutating func rename(_ key: String, at mark: Mark, in text: String) -> String? {
        guard originals.count < Self.limit, originals[[mark.line, mark.column]] == nil else { return nil }
        var scalars = text.unicodeScalars
        var index = scalars.startIndex
        var line = 1
        while index < scalars.endIndex, line < mark.line {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            switch scalar {
            case "\r":
                if index < scalars.endIndex, scalars[index] == "\n" { index = scalars.index(after: index) }
                line += 1
            case "\n", "\u{85}", "\u{2028}", "\u{2029}": line += 1
            default: break
            }
        }
        guard let start = scalars.index(index, offsetBy: mark.column - 1, limitedBy: scalars.endIndex), start < scalars.endIndex
        else { return nil }
        var letter = start
        if scalars[start] == "\"" || scalars[start] == "'" { letter = scalars.index(after: start) }
        guard letter < scalars.endIndex, scalars[letter] == key.unicodeScalars.first,
            scalars[letter].properties.isAlphabetic || scalars[letter].properties.numericType != nil,
            let replacement = Unicode.Scalar(0xE000 + UInt32(originals.count))
        else { return nil }
        scalars.replaceSubrange(letter...letter, with: CollectionOfOne(replacement))
        originals[[mark.line, mark.column]] = key
        return String(scalars)
    }
}
