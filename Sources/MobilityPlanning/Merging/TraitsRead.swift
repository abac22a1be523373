import MobilityModel

/// What requests, course sessions and filters can see of people: rows of the same key are alike to all of them.
struct TraitsRead {
    /// What remains of a row once all that nobody reads is taken away.
    struct Key: Hashable {
        fileprivate var likeness: Candidate
        fileprivate var agePositions: [Int]
        fileprivate var occupations: [String]
        fileprivate var namedIn: [Int]
        fileprivate var alone: Int?
    }

    private let read: AttributesRead
    private let weights: MatchWeights
    /// Days on which stays start, and on which they end, ascending.
    private let starts, ends: [Day]
    private let ages: [Int]
    private let occupations, employers, certificates, languages: Set<String>
    private let countries: Set<Country>
    /// By person: indices of the request groups that name them.
    private let namedIn: [Candidate.ID: [Int]]

    init(_ scenario: Scenario, groups: [RequestGroup], read: AttributesRead) {
        self.read = read
        weights = scenario.match
        ages = read.ages.sorted()
        starts = Set(groups.map(\.request.start)).sorted()
        ends = Set(groups.map(\.request.end)).sorted()
        occupations = Set(groups.map(\.request.occupation))
        countries = Set(groups.map(\.request.country))
        employers = Set(groups.map(\.request.employer))
        var certificates = Set(groups.flatMap(\.request.certificates))
        var languages = Set(groups.flatMap { $0.request.languages.map(\.language) })
        for skill in scenario.sessions.flatMap(\.requires) {
            switch skill {
            case .certificate(let name): certificates.insert(name)
            case .language(let language): languages.insert(language.language)
            }
        }
        (self.certificates, self.languages) = (certificates, languages)
        var namedIn: [Candidate.ID: [Int]] = [:]
        for (index, group) in groups.enumerated() {
            for id in Set(group.request.named) { namedIn[id, default: []].append(index) }
        }
        self.namedIn = namedIn
    }

    /// - Parameter alone: tells the row from every other; `nil` where it may be alike to some.
    func key(of row: Candidate, alone: Int?) -> Key {
        Key(
            likeness: likeness(of: row),
            agePositions: ages.map { age in
                let birthday = row.born.completing(years: age)
                return starts.firstIndex { $0 >= birthday } ?? starts.count
            },
            occupations: ranked(row.occupations, keep: occupations, ordered: weights.occupation != 0),
            namedIn: namedIn[row.id] ?? [], alone: alone)
    }

    private func likeness(of row: Candidate) -> Candidate {
        var likeness = row
        likeness.id = ""
        likeness.count = 0
        likeness.born = Day(number: 0)
        likeness.cycles = row.cycles > 0 ? 1 : 0
        if !read.sex { likeness.sex = .other }
        if !read.area { likeness.area = "" }
        if !read.guarantor { likeness.guarantor = .none }
        if weights.employer == 0 || !employers.contains(row.lastEmployer ?? "") { likeness.lastEmployer = nil }
        likeness.certificates = HeldCertificate.best(of: row.certificates.filter { certificates.contains($0.name) })
        likeness.languages = LanguageSkill.best(of: row.languages.filter { languages.contains($0.language) })
        likeness.occupations = []
        // Only the last day on which a stay may end, seen from the requests, is read of these two.
        let last = min(row.until ?? Day(number: .max), row.passportUntil ?? Day(number: .max))
        likeness.passportUntil = nil
        likeness.until = ends.last { $0 <= last } ?? Day(number: .min)
        if row.countries.isEmpty {
            likeness.countries = []
        } else {
            let kept = ranked(row.countries, keep: countries, ordered: weights.destination != 0)
            likeness.countries = kept.isEmpty ? ["ZZ"] : kept
        }
        return likeness
    }

    /// A preference list as the match term reads it: in order where its weight counts, as a set where not.
    private func ranked<Element: Hashable & Comparable>(
        _ list: [Element], keep: Set<Element>, ordered: Bool
    ) -> [Element] {
        ordered ? list : Array(Set(list).intersection(keep)).sorted()
    }
}

extension HeldCertificate {
    /// One entry a name, the one that lasts longest, by name.
    static func best(of held: [HeldCertificate]) -> [HeldCertificate] {
        var last: [String: Day] = [:]
        for certificate in held {
            let expiry = certificate.expiry ?? Day(number: .max)
            last[certificate.name] = max(last[certificate.name] ?? expiry, expiry)
        }
        return last.keys.sorted().map { HeldCertificate(name: $0, expiry: last[$0]) }
    }
}

extension LanguageSkill {
    /// One entry a language, the highest level, by language.
    static func best(of held: [LanguageSkill]) -> [LanguageSkill] {
        var highest: [String: LanguageLevel] = [:]
        for skill in held { highest[skill.language] = max(highest[skill.language] ?? skill.level, skill.level) }
        return highest.keys.sorted().compactMap { name in highest[name].map { LanguageSkill(language: name, level: $0) } }
    }
}
