/// A text from a file as a message shows it: in quotes, control characters escaped, cut to a sensible length.
enum Excerpt {
    private static let limit = 60

    static func quoted(_ text: String) -> String { "\"\(plain(text))\"" }

    static func quoted(_ bytes: Bytes) -> String { quoted(String(decoding: bytes.prefix(4 * limit + 8), as: UTF8.self)) }

    /// A name as a message shows it, between backticks.
    static func name(_ text: String) -> String { "`\(plain(text))`" }

    /// Names in backticks, the first few of them: `a`, `b` and 3 more.
    static func names(_ texts: [String], limit: Int = 5) -> String {
        var shown = texts.prefix(limit).map(name)
        if texts.count > limit { return shown.joined(separator: ", ") + " and \(texts.count - limit) more" }
        guard let last = shown.popLast() else { return "none" }
        return shown.isEmpty ? last : shown.joined(separator: ", ") + " and " + last
    }

    /// A path between backticks, long enough to be found.
    static func path(_ text: String) -> String { "`\(plain(text, limit: 400))`" }

    static func plain(_ text: String, limit: Int = limit) -> String {
        var result = ""
        var length = 0
        for scalar in text.unicodeScalars {
            if length == limit { return result + "..." }
            length += 1
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\"": result += "\\\""
            default:
                if isHidden(scalar) {
                    result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// Controls, and what would reorder or hide the rest of a message.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
        default: scalar.value == 0xA0 || scalar == "\u{FFFD}"
        }
    }
}
