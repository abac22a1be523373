import MobilityModel

/// Numbers as people read them, the same in every locale: `1,234,567`, `3.4 %`, `EUR 27,115.00`.
public enum Figures {
    public static func grouped(_ value: some BinaryInteger) -> String {
        let digits = Array(String(value.magnitude))
        var out = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
            out.append(digit)
        }
        return out
    }

    public static func euro(_ amount: Cents) -> String {
        let parts = amount.description.split(separator: ".")
        let whole = grouped(Int64(parts.first ?? "0") ?? 0)
        let sign = amount.amount < 0 && !whole.hasPrefix("-") ? "-" : ""
        return "EUR \(sign)\(whole).\(parts.last ?? "00")"
    }

    /// How much of a whole: `0 %` and `100 %` mean nothing and all, never a rounded figure; empty for a whole of 0.
    public static func share(_ part: some BinaryInteger, of whole: some BinaryInteger) -> String {
        guard whole > 0 else { return "" }
        if part == 0 { return "0 %" }
        if part == whole { return "100 %" }
        let percent = Double(part) / Double(whole) * 100
        if percent < 1 { return "<1 %" }
        if percent < 100, percent > 99 { return ">99 %" }
        return percent < 1e6 ? "\(Int(percent.rounded())) %" : ">999999 %"
    }

    /// A gap, 0 or more: two decimals below 10 %, one above, and never `0 %` for what is not 0.
    public static func gap(_ gap: Double) -> String {
        guard gap.isFinite else { return "unknown" }
        let percent = gap * 100
        if percent == 0 { return "0 %" }
        if percent < 0.01 { return "<0.01 %" }
        if percent > 9999 { return ">9999 %" }
        return (percent < 10 ? decimal(percent, digits: 2) : decimal(percent, digits: 1)) + " %"
    }

    /// Rounded to `digits` decimals, trailing zeros left out. `value` within what `Int64` holds after scaling.
    public static func decimal(_ value: Double, digits: Int) -> String {
        let scale = (0..<digits).reduce(Int64(1)) { scale, _ in scale * 10 }
        guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
        let scaled = Int64((value * Double(scale)).rounded())
        var fraction = digits > 0 ? String(scaled.magnitude % UInt64(scale)) : ""
        fraction = String(repeating: "0", count: digits - fraction.utf8.count) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let whole = grouped(scaled.magnitude / UInt64(scale))
        return (scaled < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// A difference as it is written, with its sign: none where it rounds to nothing.
    static func signed(_ text: String, of value: Double) -> String {
        guard text.contains(where: { ("1"..."9").contains($0) }) else { return text.filter { $0 != "-" } }
        return value > 0 ? "+" + text : text
    }

    /// `1 place`, `2 places`.
    public static func counted(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(number == 1 ? one : many)"
    }
}

extension Figures {
    /// For programs: a decimal point, no separators, at most `digits` decimals.
    public static func plain(_ value: Double, digits: Int) -> String { decimal(value, digits: digits).filter { $0 != "," } }

    /// A chance as percent with a decimal: `58.3 %`; `<0.1 %` and `>99.9 %` for what is not 0 or 1 and would read like it.
    public static func chance(_ value: Double) -> String {
        if value > 0, value < 0.0005 { return "<0.1 %" }
        if value < 1, value > 0.9995 { return ">99.9 %" }
        let tenths = Int((value * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
