/// The id of an `Entity`, so that a request's id cannot stand where a candidate's is meant.
public struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let text: String

    public init(_ text: String) { self.text = text }
    public init(stringLiteral value: String) { text = value }

    public var description: String { text }
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}
