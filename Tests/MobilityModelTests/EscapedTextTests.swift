import MobilityModel
import Testing

@Suite struct EscapedTextTests {
    @Test func yamlTakesNothingForAnythingElse() {
        #expect(YAMLString.quoted("plain, Kéita: #1") == "\"plain, Kéita: #1\"")
        #expect(YAMLString.quoted("a\"b\\c\nd\te\rf") == "\"a\\\"b\\\\c\\nd\\te\\x0df\"")
        #expect(YAMLString.quoted("\u{1}\u{7F}\u{A0}\u{2028}\u{FEFF}") == "\"\\x01\\x7f\\xa0\\u2028\\ufeff\"")
    }

    @Test func numbersHaveTheirDigits() {
        #expect(EscapedText.numbered("<", "u", digits: 4) == "\\u003c" && EscapedText.numbered("\u{1F600}", "u", digits: 4) == "\\u1f600")
    }

    /// A letter and its mark are two characters here: neither keeps the other from being seen.
    @Test func everyCharacterIsAsked() {
        #expect(EscapedText.of("<\u{301}e\u{301}", form: { $0 == "<" ? "&lt;" : nil }) == "&lt;\u{301}e\u{301}")
    }
}
