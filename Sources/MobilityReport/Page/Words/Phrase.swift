/// A text of the page in all its languages. `{0}`, `{1}`, ... stand for what is put in.
struct Phrase: Sendable {
    private let english: String
    private let french: String
    private let italian: String

    init(_ english: String, _ french: String, _ italian: String) {
        self.english = english; self.french = french; self.italian = italian
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
