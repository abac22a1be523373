/// A sentence of a reason with its values, as `ReasonReader` knows it again.
public struct ReasonSentence: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
        case number(Int)
        case day(Day)
        case month(Month)
        /// An id, a name or a code.
        case name(String)
        case names([String])
        case sentences([ReasonSentence])
    }

    public var template: ReasonTemplate
    /// In the order of the slots of the template.
    public var values: [Value]

    public init(_ template: ReasonTemplate, _ values: [Value]) { self.template = template; self.values = values }

    /// As it stands in files.
    public var english: String {
        var rest = zip(template.pattern.slots, values).makeIterator()
        return template.pattern.filled { _ in rest.next().map { Self.english($1, $0.kind) } ?? "" }
    }

    private static func english(_ value: Value, _ kind: ReasonSlot.Kind) -> String {
        switch value {
        case .number(let number): String(number)
        case .day(let day): day.description
        case .month(let month): month.description
        case .name(let name): name
        case .names(let names): names.joined(separator: kind.separator.rawValue)
        case .sentences(let sentences): sentences.map(\.english).joined(separator: kind.separator.rawValue)
        }
    }
}

extension ReasonSlot.Kind {
    /// Between the members of a list of the kind.
    public var separator: ReasonSeparator {
        switch self {
        case .conditions: .semicolon
        case .lines, .misses: .and
        default: .comma
        }
    }
}

extension [ReasonSentence] {
    /// As they stand in files, one reason.
    public var english: String { map(\.english).joined(separator: ReasonSeparator.semicolon.rawValue) }
}
