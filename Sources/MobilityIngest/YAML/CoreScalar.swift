/// What a plain scalar means by the core rules of YAML 1.2: `true` is a truth value, `NO` and `on` are words.
enum CoreScalar {
    static func bool(_ text: String) -> Bool? {
        switch text {
        case "true", "True", "TRUE": true
        case "false", "False", "FALSE": false
        default: nil
        }
    }

    /// The decimal digits of a whole number written as `12`, `+12`, `-12`, `0o17` or `0x1F`; `nil` for anything else.
    static func wholeNumber(_ text: String) -> String? {
        if text.hasPrefix("0x") { return UInt64(text.dropFirst(2), radix: 16).map { String($0) }.flatMap { plus(text) ? nil : $0 } }
        if text.hasPrefix("0o") { return UInt64(text.dropFirst(2), radix: 8).map { String($0) }.flatMap { plus(text) ? nil : $0 } }
        let digits = text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return text.hasPrefix("+") ? String(digits) : text
    }

    /// A sign behind the prefix, which Swift's number parser would take.
    private static func plus(_ text: String) -> Bool {
        guard let sign = text.dropFirst(2).first else { return true }
        return sign == "+" || sign == "-"
    }

    /// A finite number: `[-+]? (\. digits | digits (\. digits?)?) ([eE] [-+]? digits)?`, or a whole number.
    static func number(_ text: String) -> Double? {
        if let whole = wholeNumber(text) { return Double(whole) }
        var seenDigit = false
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: seenDigit = true
            case 0x2B, 0x2D, 0x2E, 0x65, 0x45: break
            default: return nil
            }
        }
        guard seenDigit else { return nil }
        var spelling = text
        // Swift's parser wants digits on both sides of the point.
        if let point = spelling.firstIndex(of: ".") {
            let after = spelling.index(after: point)
            if after == spelling.endIndex || !spelling[after].isNumber { spelling.insert("0", at: after) }
            if point == spelling.startIndex || !spelling[spelling.index(before: point)].isNumber {
                spelling.insert("0", at: point)
            }
        }
        guard let value = Double(spelling), value.isFinite else { return nil }
        return value
    }
}
