import MobilityModel

/// Reasons as planners write them, in the language of a page.
struct ReasonTranslation {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func text(_ sentences: [ReasonSentence]) -> String { text(sentences, .conditions) }

    private func text(_ sentences: [ReasonSentence], _ kind: ReasonSlot.Kind) -> String {
        sentences.map(text).joined(separator: Phrases.separator(kind.separator)(language))
    }

    private func text(_ sentence: ReasonSentence) -> String {
        let values = Dictionary(zip(sentence.template.pattern.slots, sentence.values), uniquingKeysWith: { first, _ in first })
        return ReasonPattern(sentence.template.phrase(language)).parts.reduce(into: "") { out, part in
            switch part {
            case .words(let words): out += words
            case .slot(let slot):
                guard let value = values[slot] else { return }
                let next = text(value, slot.kind)
                if case .day = value, language == .italian { out = Self.elided(out, before: next) }
                out += next
            }
        }
    }

    private func text(_ value: ReasonSentence.Value, _ kind: ReasonSlot.Kind) -> String {
        switch value {
        case .number(let number): language.count(number)
        case .day(let day): language.day(day)
        case .month(let month): language.month(month)
        case .name(let name): name
        case .names(let names): names.joined(separator: Phrases.separator(kind.separator)(language))
        case .sentences(let sentences): text(sentences, kind)
        }
    }

    /// Italian articles before 8 and 11, which begin with a vowel: `dall’8`, `l’11`.
    private static func elided(_ words: String, before day: String) -> String {
        let number = day.prefix { $0.isNumber }
        guard number == "8" || number == "11" else { return words }
        if words.hasSuffix("al ") || words.hasSuffix("el ") { return "\(words.dropLast())l’" }
        return words.hasSuffix("il ") ? "\(words.dropLast(3))l’" : words
    }
}

extension Phrases {
    /// Between the members of a list in a sentence.
    static func separator(_ separator: ReasonSeparator) -> Phrase {
        switch separator {
        case .semicolon: Phrase(separator.rawValue, " ; et ", "; e ")
        case .and: Phrase(separator.rawValue, " et ", " e ")
        case .comma: Phrase(separator.rawValue, separator.rawValue, separator.rawValue)
        }
    }
}
