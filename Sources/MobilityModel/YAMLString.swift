/// Texts as they stand in YAML that this program writes.
public enum YAMLString {
    /// Between double quotes, in which YAML takes nothing for anything else.
    public static func quoted(_ text: String) -> String {
        EscapedText.quoted(text) { scalar in
            switch scalar {
            case _ where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value): EscapedText.numbered(scalar, "x", digits: 2)
            // Line ends and the mark of byte order, which YAML would fold or drop.
            case "\u{2028}", "\u{2029}", "\u{FEFF}": EscapedText.numbered(scalar, "u", digits: 4)
            default: nil
            }
        }
    }
}
