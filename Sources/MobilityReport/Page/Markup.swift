import MobilityModel

/// A piece of HTML. Literals are taken as they stand; every text that is interpolated is escaped, so that no name from a
/// file can be anything but text.
struct Markup: Sendable, ExpressibleByStringInterpolation {
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = ""
        init(literalCapacity: Int, interpolationCount: Int) { html.reserveCapacity(literalCapacity) }
        mutating func appendLiteral(_ literal: String) { html += literal }
        mutating func appendInterpolation(_ text: String) { html += Markup.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { html += String(number) }
        mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
        mutating func appendInterpolation(_ parts: [Markup]) { for part in parts { html += part.html } }
    }

    private(set) var html: String

    init(stringLiteral value: String) { html = value }
    init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }
    /// - Parameter html: trusted: of this program or of its libraries.
    init(trusted html: String) { self.html = html }

    /// Text in elements and in quoted attributes. Control characters, which HTML does not allow, become `?`.
    private static func escaped(_ text: String) -> String {
        EscapedText.of(text) { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            case "\n", "\t": " "
            case _ where scalar.turnsWriting || scalar.properties.generalCategory == .control: "?"
            default: nil
            }
        }
    }
}

extension Unicode.Scalar {
    /// Marks that turn the direction of writing would let a name rearrange what stands around it.
    var turnsWriting: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }
}
