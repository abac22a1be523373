import MobilityModel

/// People alike in all that the model reads, planned as one class with their number added up.
struct CandidateClass {
    /// The first member, which stands for all.
    var candidate: Candidate
    /// Indices into `scenario.candidates`, by id.
    var members: [Int]
    var count: Int
    /// Indices of pins that these people must follow.
    var pins: [Int] = []
}

extension CandidateClass {
    /// What remains of a row once all that nobody reads is taken away.
    private struct Key: Hashable {
        var likeness: Candidate
        var agePositions: [Int]
        var occupations: [String]
        var namedIn: [Int]
        var alone: Int
    }

    /// Classes in the order of their first member's id, whatever the order of the rows.
    ///
    /// Complexity: O(rows x (log rows + log requests)).
    static func merge(_ scenario: Scenario, groups: [RequestGroup], read: AttributesRead, alone: Set<Candidate.ID>) -> [CandidateClass] {
        let starts = Array(Set(groups.map(\.request.start))).sorted()
        let ends = Array(Set(groups.map(\.request.end))).sorted()
        let occupations = Set(groups.map(\.request.occupation))
        let countries = Set(groups.map(\.request.country))
        let employers = Set(groups.map(\.request.employer))
        var certificates = Set(groups.flatMap(\.request.certificates))
        var languages = Set(groups.flatMap { $0.request.languages.map(\.language) })
        for session in scenario.sessions {
            for skill in session.requires {
                switch skill {
                case .certificate(let name): certificates.insert(name)
                case .language(let language): languages.insert(language.language)
                }
            }
        }
        var namedIn: [Candidate.ID: [Int]] = [:]
        for (index, group) in groups.enumerated() {
            for id in Set(group.request.named) { namedIn[id, default: []].append(index) }
        }
        let ages = read.ages.sorted()
        let weights = scenario.match

        var positions: [Key: Int] = [:]
        var classes: [CandidateClass] = []
        let order = scenario.candidates.indices.sorted { scenario.candidates[$0].id < scenario.candidates[$1].id }
        for index in order {
            let row = scenario.candidates[index]
            guard row.count > 0 else { continue }
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
            let key = Key(
                likeness: likeness,
                agePositions: ages.map { age in
                    let birthday = row.born.completing(years: age)
                    return starts.firstIndex { $0 >= birthday } ?? starts.count
                },
                occupations: ranked(row.occupations, keep: occupations, ordered: weights.occupation != 0),
                namedIn: namedIn[row.id] ?? [],
                alone: alone.contains(row.id) ? index : -1)
            if let position = positions[key] {
                classes[position].members.append(index)
                classes[position].count += row.count
            } else {
                positions[key] = classes.count
                classes.append(CandidateClass(candidate: row, members: [index], count: row.count))
            }
        }
        return classes
    }

    /// A preference list as the match term reads it: in order where its weight counts, as a set where not.
    private static func ranked<Element: Hashable & Comparable>(
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
