import MobilityModel

/// A set of skills acquired in sessions, one bit an atom of `SkillAtoms`.
struct AtomSet: Hashable {
    private var words: [UInt64] = []

    static let empty = AtomSet()

    mutating func insert(_ atom: Int) {
        while words.count <= atom / 64 { words.append(0) }
        words[atom / 64] |= 1 << UInt64(atom % 64)
    }

    func contains(_ atom: Int) -> Bool { atom / 64 < words.count && words[atom / 64] & (1 << UInt64(atom % 64)) != 0 }

    func union(_ other: AtomSet) -> AtomSet {
        let (longer, short) = words.count >= other.words.count ? (words, other.words) : (other.words, words)
        var long = longer
        for index in short.indices { long[index] |= short[index] }
        return AtomSet(words: long)
    }

    func subtracting(_ other: AtomSet) -> AtomSet {
        var result = words
        for index in result.indices where index < other.words.count { result[index] &= ~other.words[index] }
        while result.last == 0 { result.removeLast() }
        return AtomSet(words: result)
    }

    func intersection(_ other: AtomSet) -> AtomSet { subtracting(subtracting(other)) }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    var elements: [Int] {
        words.indices.flatMap { word in (0..<64).filter { words[word] & (1 << UInt64($0)) != 0 }.map { word * 64 + $0 } }
    }

    private init(words: [UInt64]) { self.words = words }
    init() {}
}

/// The requirements that requests and sessions name, numbered; a language at a level is one atom, met by any level above.
struct SkillAtoms {
    private(set) var skills: [Skill] = []
    private var numbers: [Skill: Int] = [:]
    /// By session: the atoms that it grants.
    private(set) var granted: [AtomSet] = []
    /// By session: the atoms that it requires.
    private(set) var required: [[Int]] = []
    /// By atom: the sessions that grant it, by start, end, id.
    private(set) var granting: [[Int]] = []

    init(sessions: [CourseSession], groups: [RequestGroup]) {
        let wanted = groups.flatMap { SkillAtoms.skills(of: $0.request) } + sessions.flatMap(\.requires)
        // A certificate may be named as a language is: kinds come apart before names.
        let certificates = Set(wanted).filter { if case .certificate = $0 { true } else { false } }
        let languages = Set(wanted).subtracting(certificates)
        for skill in certificates.sorted(by: { $0.description < $1.description }) + languages.sorted(by: { $0.description < $1.description }) {
            numbers[skill] = skills.count
            skills.append(skill)
        }
        granting = Array(repeating: [], count: skills.count)
        for (index, session) in sessions.enumerated() {
            var atoms = AtomSet()
            for (atom, skill) in skills.enumerated() where session.grants.contains(where: { $0.meets(skill) }) {
                atoms.insert(atom)
                granting[atom].append(index)
            }
            granted.append(atoms)
            required.append(Array(Set(session.requires.compactMap { numbers[$0] })).sorted())
        }
    }

    func atoms(of request: Request) -> [Int] {
        Array(Set(SkillAtoms.skills(of: request).compactMap { numbers[$0] })).sorted()
    }

    private static func skills(of request: Request) -> [Skill] {
        request.certificates.map(Skill.certificate) + request.languages.map(Skill.language)
    }

    /// By atom: the last day on which a person has it of their own; the distant past where they do not.
    func owned(by candidate: Candidate) -> [Day] {
        skills.map { skill in
            switch skill {
            case .certificate(let name):
                let expiries = candidate.certificates.filter { $0.name == name }.map { $0.expiry ?? Day(number: .max) }
                return expiries.max() ?? Day(number: .min)
            case .language(let wanted):
                let held = candidate.languages.contains { $0.language == wanted.language && $0.level >= wanted.level }
                return Day(number: held ? .max : .min)
            }
        }
    }
}

extension Skill {
    /// Whether whoever holds this holds `wanted`.
    func meets(_ wanted: Skill) -> Bool {
        switch (self, wanted) {
        case (.certificate(let held), .certificate(let name)): held == name
        case (.language(let held), .language(let skill)): held.language == skill.language && held.level >= skill.level
        default: false
        }
    }
}
