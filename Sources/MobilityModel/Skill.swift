/// A level of the Common European Framework of Reference for Languages.
public enum LanguageLevel: String, CaseIterable, Comparable, Sendable {
    case a1 = "A1", a2 = "A2", b1 = "B1", b2 = "B2", c1 = "C1", c2 = "C2"

    /// 1 for A1 to 6 for C2.
    public var rank: Int { Self.allCases.firstIndex(of: self).map { $0 + 1 } ?? 0 }
    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

/// A language (ISO 639-1, two lower-case letters) at a level: `it:A2`.
public struct LanguageSkill: Hashable, Sendable, CustomStringConvertible {
    public let language: String
    public let level: LanguageLevel

    public init(language: String, level: LanguageLevel) { self.language = language; self.level = level }
    public var description: String { "\(language):\(level.rawValue)" }
}

/// What a course session grants or requires.
public enum Skill: Hashable, Sendable, CustomStringConvertible {
    case certificate(String)
    case language(LanguageSkill)

    public var description: String {
        switch self {
        case .certificate(let name): name
        case .language(let skill): skill.description
        }
    }
}

/// A certificate that a candidate holds, up to and on `expiry` where one is given.
public struct HeldCertificate: Hashable, Sendable {
    public let name: String
    public let expiry: Day?

    public init(name: String, expiry: Day? = nil) { self.name = name; self.expiry = expiry }
}
