import MobilityModel

/// The language of a page, with its way of writing numbers, money and days.
public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case french = "fr"
    case italian = "it"

    /// Between groups of three digits; French takes a narrow no-break space.
    private var separator: String {
        switch self {
        case .english: ","
        case .french: "\u{202F}"
        case .italian: "."
        }
    }
    private var point: String { self == .english ? "." : "," }

    func count(_ value: some BinaryInteger) -> String { localised(Figures.grouped(value)) }

    /// Rounded to `digits` decimals, trailing zeros left out.
    func number(_ value: Double, digits: Int) -> String { localised(Figures.decimal(value, digits: digits)) }

    /// Whole euro from 1,000 on.
    func euro(_ value: Double) -> String {
        let text = number(value, digits: abs(value) < 1000 ? 2 : 0)
        return self == .english ? "EUR\u{A0}\(text)" : "\(text)\u{A0}EUR"
    }

    /// A share as percent: nothing and all are never rounded figures.
    func share(_ value: Double) -> String {
        if value > 0, value < 0.0005 { return "<\u{A0}\(localised("0.1"))\u{A0}%" }
        if value < 1, value > 0.9995 { return ">\u{A0}\(localised("99.9"))\u{A0}%" }
        return number(value * 100, digits: 1) + "\u{A0}%"
    }

    func share(_ part: Int, of whole: Int) -> String { whole > 0 ? share(Double(part) / Double(whole)) : "" }

    func day(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(number == 1 && self != .english ? first : String(number))\u{A0}\(name(of: month)) \(year)"
    }
    private var first: String { self == .french ? "1er" : "1º" }

    func month(_ month: Month) -> String { "\(name(of: month.month)) \(month.year)" }

    private func name(of month: Int) -> String {
        let names = switch self {
        case .english: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        case .french: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
        case .italian: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"]
        }
        return names.indices.contains(month - 1) ? names[month - 1] : String(month)
    }

    private func localised(_ text: String) -> String {
        guard self != .english else { return text }
        return String(text.flatMap { $0 == "," ? separator : $0 == "." ? point : String($0) })
    }
}
