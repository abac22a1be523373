import CXLSXWriter
import MobilityModel

/// How cells of each kind look, in one workbook.
struct SheetFormats {
    let header: UnsafeMutablePointer<lxw_format>
    private let text: UnsafeMutablePointer<lxw_format>
    private let count: UnsafeMutablePointer<lxw_format>
    private let number: UnsafeMutablePointer<lxw_format>
    private let money: UnsafeMutablePointer<lxw_format>
    private let share: UnsafeMutablePointer<lxw_format>
    private let day: UnsafeMutablePointer<lxw_format>

    init(_ book: UnsafeMutablePointer<lxw_workbook>) throws {
        func format(_ pattern: String) throws -> UnsafeMutablePointer<lxw_format> {
            guard let format = workbook_add_format(book) else { throw SpreadsheetError("a cell format could not be added") }
            format_set_num_format(format, pattern)
            return format
        }
        header = try format("General")
        format_set_bold(header)
        format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
        text = try format("General")
        count = try format("#,##0")
        number = try format("#,##0.###")
        money = try format("#,##0.00\\ \"EUR\"")
        share = try format("0.0%")
        day = try format("yyyy-mm-dd")
        // Marks a cell as text: what looks like a formula stays text even where somebody edits it.
        for format in [header, text] { format_set_num_format_index(format, 49) }
    }

    func write(_ cell: SheetCell, to page: UnsafeMutablePointer<lxw_worksheet>, row: UInt32, column: UInt16) -> lxw_error {
        switch cell {
        case .empty: return LXW_NO_ERROR
        case .text(let value): return worksheet_write_string(page, row, column, value.xmlText, text)
        case .count(let value): return worksheet_write_number(page, row, column, Double(value), count)
        case .number(let value):
            return value.isFinite ? worksheet_write_number(page, row, column, value, number) : LXW_NO_ERROR
        case .money(let value): return worksheet_write_number(page, row, column, Double(value.amount) / 100, money)
        case .share(let value): return worksheet_write_number(page, row, column, value, share)
        case .day(let value):
            let (year, month, day) = value.civil
            // Spreadsheets know no day before 1900.
            guard (1900...9999).contains(year) else {
                return worksheet_write_string(page, row, column, value.description, text)
            }
            var date = lxw_datetime()
            date.year = Int32(year)
            date.month = Int32(month)
            date.day = Int32(day)
            return worksheet_write_datetime(page, row, column, &date, self.day)
        }
    }
}

extension String {
    /// As it may stand in an XML file and fits a cell: characters that XML does not have become `?`.
    var xmlText: String {
        var text = self
        if unicodeScalars.contains(where: { !$0.isXML }) {
            var kept = String.UnicodeScalarView()
            for scalar in unicodeScalars { kept.append(scalar.isXML ? scalar : "?") }
            text = String(kept)
        }
        guard text.utf16.count > Workbook.longestText else { return text }
        var cut = "", units = 0
        for scalar in text.unicodeScalars {
            units += scalar.utf16.count
            if units >= Workbook.longestText { break }
            cut.unicodeScalars.append(scalar)
        }
        return cut + "\u{2026}"
    }
}

extension Unicode.Scalar {
    /// `Char` of XML 1.0 without carriage returns, which a reader would turn into line feeds.
    fileprivate var isXML: Bool {
        switch value {
        case 0x9, 0xA, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
