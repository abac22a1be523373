import MobilityModel

/// A value of a spreadsheet with what it means, so that dates sort as dates and money adds up as money.
enum SheetCell: Sendable, Hashable {
    case empty
    /// Words. Never a formula, whatever they begin with, also once somebody has edited the cell.
    case text(String)
    case count(Int)
    /// With up to three decimals.
    case number(Double)
    case money(Cents)
    /// 0...1, shown as percent.
    case share(Double)
    case day(Day)

    static func optional(_ text: String?) -> SheetCell { text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
    static func optional(_ day: Day?) -> SheetCell { day.map { .day($0) } ?? .empty }
}
