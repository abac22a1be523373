import MobilityModel

/// The bytes of a CSV table, RFC 4180 with line feeds, quoted only where needed.
///
/// A row is given at once (`append`), or, where a table has millions of cells, cell by cell and `endRow`.
struct CSVText {
    private(set) var bytes: [UInt8]
    private let width: Int
    /// Cells of the row that is not ended yet.
    private var cells = 0

    init(header: [String]) {
        width = header.count
        bytes = Array(header.joined(separator: ",").utf8) + [Self.lineFeed]
    }

    private static let comma: UInt8 = 0x2C
    private static let quote: UInt8 = 0x22
    private static let lineFeed: UInt8 = 0x0A

    /// Appends a record; cells beyond the header's width are left out, missing ones are empty.
    mutating func append(_ cells: [String]) {
        for text in cells.prefix(width) { cell(text) }
        endRow()
    }

    mutating func cell(_ text: String) {
        separate()
        let needsQuotes = text.utf8.contains { $0 == Self.comma || $0 == Self.quote || $0 == Self.lineFeed || $0 == 0x0D }
        guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
        bytes.append(Self.quote)
        for byte in text.utf8 {
            if byte == Self.quote { bytes.append(Self.quote) }
            bytes.append(byte)
        }
        bytes.append(Self.quote)
    }

    /// A list of texts that need no quotes, each already as bytes; empty ones are left out.
    mutating func cell(list: [[UInt8]]) {
        separate()
        var isFirst = true
        for item in list where !item.isEmpty {
            if !isFirst { bytes.append(0x7C) }
            bytes.append(contentsOf: item)
            isFirst = false
        }
    }

    /// Empty for `nil`.
    mutating func cell(_ day: Day?) {
        separate()
        if let day { bytes.append(contentsOf: Self.digits(of: day)) }
    }

    mutating func cell(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Ends the record; cells that were not given are empty.
    mutating func endRow() {
        while cells < width { separate() }
        bytes.append(Self.lineFeed)
        cells = 0
    }

    private mutating func separate() {
        if cells > 0 { bytes.append(Self.comma) }
        cells += 1
    }

    /// `YYYY-MM-DD`, of years 0 to 9999.
    static func digits(of day: Day) -> [UInt8] {
        let c = day.civil
        func digit(_ value: Int) -> UInt8 { 0x30 + UInt8(value % 10) }
        return [
            digit(c.year / 1_000), digit(c.year / 100), digit(c.year / 10), digit(c.year), 0x2D, digit(c.month / 10),
            digit(c.month), 0x2D, digit(c.day / 10), digit(c.day),
        ]
    }
}
