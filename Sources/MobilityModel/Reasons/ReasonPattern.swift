/// A sentence with places for values, `quota line {line} is full`; in any language.
public struct ReasonPattern: Sendable {
    public enum Part: Sendable, Hashable {
        case words(String)
        case slot(ReasonSlot)
    }
    public let parts: [Part]

    /// - Parameter text: slots in braces; braces that hold no slot's name are words.
    public init(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}"),
            let slot = ReasonSlot(rest[rest.index(after: open)..<close])
        {
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            parts.append(.slot(slot))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.parts = parts
    }

    /// In their order.
    public var slots: [ReasonSlot] {
        parts.compactMap { part in
            if case .slot(let slot) = part { slot } else { nil }
        }
    }

    /// With a text in place of each slot.
    public func filled(_ text: (ReasonSlot) -> String) -> String {
        parts.reduce(into: "") { out, part in
            switch part {
            case .words(let words): out += words
            case .slot(let slot): out += text(slot)
            }
        }
    }
}

/// A place for a value in a sentence: what kind of value it takes, and a number where a sentence has several of the kind, `{day2}`.
public struct ReasonSlot: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A number, `12`.
        case number = "n"
        /// A day, `2026-02-23`; a month, `2026-02`.
        case day, month
        /// A country's code.
        case country
        /// An id or a name of the scenario.
        case request, session, consulate, line, rule, channel, sector, occupation, skill
        /// Several: of quota lines joined by ` and `, of the others by `, `.
        case sessions, lines, funds, occupations, skills
        /// One or more conditions, joined by `; and `; exactly one; soft rules that would be missed, joined by ` and `.
        case conditions, condition, misses
    }
    public let kind: Kind
    public let name: String

    /// `nil` where no kind has the name, whatever digits follow it.
    public init?(_ name: some StringProtocol) {
        let letters = name.prefix { !($0.isASCII && $0.isNumber) }
        guard let kind = Kind(rawValue: String(letters)), name.dropFirst(letters.count).allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        self.kind = kind
        self.name = String(name)
    }

    public static func == (a: Self, b: Self) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What stands between the members of a list within a sentence.
public enum ReasonSeparator: String, Sendable {
    case semicolon = "; and "
    case and = " and "
    case comma = ", "
}
