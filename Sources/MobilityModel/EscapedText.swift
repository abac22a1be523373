/// Texts in which some characters take another form, as each notation asks for its own.
public enum EscapedText {
    /// - Parameter form: what stands in place of a character; `nil` where it stands as it is.
    public static func of(_ text: String, form: (Unicode.Scalar) -> String?) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let other = form(scalar) { out += other } else { out.unicodeScalars.append(scalar) }
        }
        return out
    }

    /// Between double quotes, with what JSON and YAML have in common of them.
    ///
    /// - Parameter form: of characters other than quotation mark, backslash, line feed and tab.
    public static func quoted(_ text: String, form: (Unicode.Scalar) -> String?) -> String {
        let inner = of(text) { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\t": "\\t"
            default: form(scalar)
            }
        }
        return "\"\(inner)\""
    }

    /// A backslash, a letter, and the character's number in so many hexadecimal digits.
    public static func numbered(_ scalar: Unicode.Scalar, _ letter: String, digits: Int) -> String {
        let number = String(scalar.value, radix: 16)
        return "\\\(letter)\(String(repeating: "0", count: max(0, digits - number.utf8.count)))\(number)"
    }
}
