/// An ISO 3166-1 alpha-2 country code.
public struct Country: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    private let first: UInt8
    private let second: UInt8

    /// Two capital ASCII letters; `nil` for anything else. Whether ISO has assigned the code is for the reader of files.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 2, bytes.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        first = bytes[0]
        second = bytes[1]
    }

    /// For literals in code and tests; anything but two capital letters becomes `ZZ`, which ISO never assigns.
    public init(stringLiteral value: String) {
        self = Country(value) ?? Country(first: 0x5A, second: 0x5A)
    }

    private init(first: UInt8, second: UInt8) { self.first = first; self.second = second }

    public var description: String { String(decoding: [first, second], as: UTF8.self) }
    public static func < (a: Country, b: Country) -> Bool { (a.first, a.second) < (b.first, b.second) }
}
