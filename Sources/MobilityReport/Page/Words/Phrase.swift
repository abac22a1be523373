/// A text of the page in all its languages. `{0}`, `{1}`, ... stand for what is put in.
///
/// French has a space before `:`, `;`, `?` and `!`: written here as an ordinary one, on the page one at which no line breaks.
struct Phrase: Sendable {
    private let english: String
    private let french: String
    private let italian: String

    init(_ english: String, _ french: String, _ italian: String) {
        self.english = english; self.french = Self.unbroken(french); self.italian = italian
    }

    private static func unbroken(_ french: String) -> String {
        french.reduce(into: "") { out, character in
            if ":;?!".contains(character), out.last == " " { out.replaceSubrange(out.index(before: out.endIndex)..., with: "\u{A0}") }
            out.append(character)
        }
    }

    func callAsFunction(_ language: Language) -> String {
        switch language {
        case .english: english
        case .french: french
        case .italian: italian
        }
    }

    /// With `values` in place, each where its number stands; braces within them mean nothing.
    func with(_ language: Language, _ values: String...) -> String {
        var out = "", rest = self(language)[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            out += rest[..<open]
            if let number = Int(rest[rest.index(after: open)..<close]), values.indices.contains(number) { out += values[number] }
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }
}
