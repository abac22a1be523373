import MobilityModel
import Testing

@testable import MobilityReport

@Suite struct TextTests {
    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (100_000, "100,000")])
    func thousandsAreGrouped(value: Int, text: String) { #expect(Figures.grouped(value) == text) }

    @Test(arguments: [
        (0.0, "0 %"), (0.000_01, "<0.01 %"), (0.000_5, "0.05 %"), (0.034, "3.4 %"), (0.25, "25 %"), (1.0, "100 %"),
        (.infinity, "unknown"), (1e300, ">9999 %"),
    ])
    func gapsNeverLookSmallerThanTheyAre(gap: Double, text: String) { #expect(Figures.gap(gap) == text) }

    @Test(arguments: [(0, 10, "0 %"), (1, 1000, "<1 %"), (999, 1000, ">99 %"), (10, 10, "100 %"), (1, 3, "33 %"), (0, 0, "")])
    func sharesRoundNeitherToNothingNorToAll(part: Int, whole: Int, text: String) {
        #expect(Figures.share(part, of: whole) == text)
    }

    @Test(arguments: [(0, "EUR 0.00"), (5, "EUR 0.05"), (-5, "EUR -0.05"), (123_456_789, "EUR 1,234,567.89"), (-123_456, "EUR -1,234.56")])
    func moneyIsExact(cents: Int64, text: String) { #expect(Figures.euro(Cents(cents)) == text) }

    @Test func longTextIsCutInTheMiddle() {
        #expect("abcdefghijkl".shortened(to: 9) == "abc...jkl")
        #expect("short".shortened(to: 9) == "short")
        #expect("漢字漢字漢字".shortened(to: 8).columns <= 8)
    }

    @Test func linesBreakBetweenWords() {
        #expect("one two three".wrapped(to: 7) == ["one two", "three"])
        #expect("abcdefgh ij".wrapped(to: 5) == ["abcde", "fgh", "ij"])
        #expect("".wrapped(to: 5) == [""])
    }

    @Test func firstColumnGivesWay() {
        var table = TextTable(header: ["name", "n"], alignments: [.left, .right], width: 20, indent: 0)
        table.append([String(repeating: "x", count: 40), "12,345"])
        #expect(table.lines == ["name               n", "xxxxx...xxxx  12,345"].map { $0 })
    }

    @Test func jsonIsEscapedAndStable() {
        let value = JSONValue.object([
            ("b", .string("a\"\\\n\u{1}é")), ("a", .array([.integer(1), .double(0.5), .double(.nan), .null, .bool(true)])),
            ("empty", .object([])), ("money", .decimal("12.30")),
            ("nested", .array([.object([("x", .integer(1))]), .object([("x", .integer(2))])])),
        ])
        #expect(
            value.text == """
                {
                  "b": "a\\"\\\\\\n\\u0001é",
                  "a": [1, 0.5, null, null, true],
                  "empty": {},
                  "money": 12.30,
                  "nested": [
                    {"x": 1},
                    {"x": 2}
                  ]
                }

                """)
    }

    /// What has to be looked up is not cut.
    @Test func anIdWithoutRoomStandsAboveItsRow() {
        var table = TextTable(header: ["id", "n"], alignments: [.left, .right], width: 24, keepsLabels: true)
        table.append(["short", "1"])
        table.append(["an-id-longer-than-20", "12"])
        let blank = String(repeating: " ", count: 13)
        #expect(table.lines == ["  id   \(blank)   n", "  short\(blank)   1", "  an-id-longer-than-20", "       \(blank)  12"])
    }
}
