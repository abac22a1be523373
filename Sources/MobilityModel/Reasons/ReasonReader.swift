/// Knows the sentences of a plan's reasons again, with the values in them.
///
/// Ids and names may hold anything, even words of a sentence. A sentence is known only where it can be read in exactly one way with
/// ids and names that the scenario has; whatever else stands there is nobody's sentence.
public struct ReasonReader: Sendable {
    /// In bytes. Ids and lists are not bounded by it: a reason that they make longer is not known, and stays in English wherever it is
    /// shown.
    private static let longest = 2_000
    /// Members of a list; a reason with more of them is not known.
    private static let most = 64
    /// More ways to read the same words than this are as good as none.
    private static let enough = 2

    private let names: ReasonNames

    public init(_ scenario: Scenario) { names = ReasonNames(scenario) }

    /// The sentences of a reason, joined by `; and ` where there are several.
    ///
    /// - Returns: `nil` where it is not known, or could be read in several ways.
    public func sentences(_ detail: String) -> [ReasonSentence]? {
        let bytes = Array(detail.utf8)
        guard !bytes.isEmpty, bytes.count <= Self.longest else { return nil }
        let text = bytes[...]
        let found = single(text, of: ReasonTemplate.wholes).map { [$0] } + list(text, .semicolon) { single($0, of: ReasonTemplate.conditions) }
        return found.count == 1 ? found[0] : nil
    }

    /// The ways to read a text as one sentence of some.
    private func single(_ text: ArraySlice<UInt8>, of templates: [ReasonTemplate]) -> [ReasonSentence] {
        var found: [ReasonSentence] = []
        for template in templates {
            found += values(text, template.pattern.parts[...]).map { ReasonSentence(template, $0) }
            if found.count >= Self.enough { break }
        }
        return Array(found.prefix(Self.enough))
    }

    /// The ways to read a text as members with separators between them, at least one.
    private func list<Member>(
        _ text: ArraySlice<UInt8>, _ separator: ReasonSeparator, _ member: (ArraySlice<UInt8>) -> [Member]
    ) -> [[Member]] {
        let words = Array(separator.rawValue.utf8)
        // By where a member may begin: the ways to read what is left from there on, the last first.
        var ways: [Int: [[Member]]] = [text.endIndex + words.count: [[]]]
        let ends = text.places(of: words) + [text.endIndex]
        guard ends.count <= Self.most else { return [] }
        let starts = [text.startIndex] + ends.dropLast().map { $0 + words.count }
        for start in starts.reversed() {
            var found: [[Member]] = []
            for end in ends where end > start && found.count < Self.enough {
                guard let rest = ways[end + words.count], !rest.isEmpty else { continue }
                for first in member(text[start..<end]) { found += rest.map { [first] + $0 } }
            }
            ways[start] = Array(found.prefix(Self.enough))
        }
        return ways[text.startIndex] ?? []
    }

    /// The ways to read a text as parts of a pattern: for each the values of its slots.
    private func values(_ text: ArraySlice<UInt8>, _ parts: ArraySlice<ReasonPattern.Part>) -> [[ReasonSentence.Value]] {
        switch parts.first {
        case nil: return text.isEmpty ? [[]] : []
        case .words(let words): return text.starts(with: words.utf8) ? values(text.dropFirst(words.utf8.count), parts.dropFirst()) : []
        case .slot(let slot):
            let rest = parts.dropFirst()
            var ends = [text.endIndex]
            if case .words(let words) = rest.first { ends = text.places(of: Array(words.utf8)) }
            var found: [[ReasonSentence.Value]] = []
            for end in ends where end > text.startIndex && found.count < Self.enough {
                let before = value(text[..<end], slot.kind)
                guard !before.isEmpty else { continue }
                let after = values(text[end...], rest)
                for value in before { found += after.map { [value] + $0 } }
            }
            return Array(found.prefix(Self.enough))
        }
    }

    private func value(_ text: ArraySlice<UInt8>, _ kind: ReasonSlot.Kind) -> [ReasonSentence.Value] {
        switch kind {
        case .number: return number(text).map { [.number($0)] } ?? []
        case .day: return Day(String(decoding: text, as: UTF8.self)).map { [.day($0)] } ?? []
        case .month: return Day(String(decoding: text, as: UTF8.self) + "-01").map { [.month($0.month)] } ?? []
        case .country, .request, .session, .consulate, .line, .rule, .channel, .sector, .occupation, .skill:
            return name(text, kind).map { [.name($0)] } ?? []
        case .sessions, .lines, .funds, .occupations, .skills:
            return list(text, kind.separator) { name($0, kind).map { [$0] } ?? [] }.map { .names($0) }
        case .conditions: return list(text, kind.separator) { single($0, of: ReasonTemplate.conditions) }.map { .sentences($0) }
        case .condition: return single(text, of: ReasonTemplate.plain).map { .sentences([$0]) }
        case .misses: return list(text, kind.separator) { single($0, of: ReasonTemplate.misses) }.map { .sentences($0) }
        }
    }

    private func name(_ text: ArraySlice<UInt8>, _ kind: ReasonSlot.Kind) -> String? {
        let name = String(decoding: text, as: UTF8.self)
        return names.contains(name, kind) ? name : nil
    }

    /// As numbers are written: without sign, separators or zeros before it.
    private func number(_ text: ArraySlice<UInt8>) -> Int? {
        let digits = String(decoding: text, as: UTF8.self)
        guard let number = Int(digits), number >= 0, String(number) == digits else { return nil }
        return number
    }
}

extension ReasonTemplate {
    /// Those that say what holds of a whole reason.
    fileprivate static let wholes: [Self] = [.counted, .lookedAt, .lots, .lotsForOne]
    fileprivate static let misses: [Self] = [.shortForOnePoint, .short, .overForOnePoint, .over]
    /// Without what they would spoil.
    fileprivate static let plain = conditions.filter { $0 != .minimumMisses }
    fileprivate static let conditions = allCases.filter { !wholes.contains($0) && !misses.contains($0) }
}

extension ArraySlice<UInt8> {
    /// Where some words begin, ascending.
    fileprivate func places(of words: [UInt8]) -> [Int] {
        guard words.count <= count else { return [] }
        return (startIndex...(endIndex - words.count)).filter { self[$0...].starts(with: words) }
    }
}
