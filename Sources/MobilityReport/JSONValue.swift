import MobilityModel

/// A JSON document with its keys in the order in which they are given, so that what matters stands first.
///
/// The text is the same for the same value everywhere: no locale, no hash order. An array or object of plain values that
/// fits a line stands on one.
public indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// Not finite becomes `null`, since JSON has no word for it.
    case double(Double)
    /// A number already in JSON's notation, for exact decimals such as euro with cents.
    case decimal(String)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    public static func integer(_ value: Int) -> JSONValue { .integer(Int64(value)) }

    /// `null` where there is no text.
    public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// The document, indented by two spaces, with a final newline.
    public var text: String {
        var out = ""
        write(to: &out, indent: 0)
        return out + "\n"
    }

    private static let lineWidth = 100

    private func write(to out: inout String, indent: Int) {
        switch self {
        case .array(let items):
            writeGroup(items.map { (nil, $0) }, open: "[", close: "]", to: &out, indent: indent)
        case .object(let members):
            writeGroup(members.map { ($0.key, $0.value) }, open: "{", close: "}", to: &out, indent: indent)
        default:
            out += scalar
        }
    }

    private func writeGroup(_ members: [(String?, JSONValue)], open: String, close: String, to out: inout String, indent: Int) {
        func label(_ key: String?) -> String { key.map { Self.quoted($0) + ": " } ?? "" }
        if members.allSatisfy({ $0.1.isScalar }) {
            let line = open + members.map { label($0.0) + $0.1.scalar }.joined(separator: ", ") + close
            if members.isEmpty || line.utf8.count + indent <= Self.lineWidth {
                out += line
                return
            }
        }
        let pad = String(repeating: " ", count: indent + 2)
        out += open
        for (index, member) in members.enumerated() {
            out += (index == 0 ? "\n" : ",\n") + pad + label(member.0)
            member.1.write(to: &out, indent: indent + 2)
        }
        out += "\n" + String(repeating: " ", count: indent) + close
    }

    private var isScalar: Bool {
        switch self {
        case .array(let items): items.isEmpty
        case .object(let members): members.isEmpty
        default: true
        }
    }

    private var scalar: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .double(let value): value.isFinite ? "\(value)" : "null"
        case .decimal(let text): text
        case .string(let text): Self.quoted(text)
        case .array: "[]"
        case .object: "{}"
        }
    }

    private static func quoted(_ text: String) -> String {
        EscapedText.quoted(text) { scalar in
            switch scalar {
            case "\r": "\\r"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: EscapedText.numbered(scalar, "u", digits: 4)
            default: nil
            }
        }
    }
}
