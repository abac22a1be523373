/// One change of what a candidate's own row says, and that the person can do something about.
public enum CandidateChange: Sendable, Hashable {
    /// A further country in the list of choices.
    case country(Country)
    case from(Day)
    case until(Day)
    case passport(Day)
    case language(LanguageSkill)
    case certificate(String)
    case occupation(String)
    case guarantor(Guarantor)

    public func applied(to candidate: Candidate) -> Candidate {
        var candidate = candidate
        switch self {
        case .country(let country): candidate.countries.append(country)
        case .from(let day): candidate.from = day
        case .until(let day): candidate.until = day
        case .passport(let day): candidate.passportUntil = day
        case .language(let skill):
            candidate.languages.removeAll { $0.language == skill.language }
            candidate.languages.append(skill)
        case .certificate(let name):
            candidate.certificates.removeAll { $0.name == name }
            candidate.certificates.append(HeldCertificate(name: name))
        case .occupation(let name): candidate.occupations.append(name)
        case .guarantor(let guarantor): candidate.guarantor = guarantor
        }
        return candidate
    }

    /// What is smaller comes first: a choice, then days, then what must be learned or found. Within a kind by days or levels.
    public func size(for candidate: Candidate) -> (kind: Int, amount: Int) {
        switch self {
        case .country: (0, 0)
        case .from(let day): (1, candidate.from - day)
        case .until(let day): (2, candidate.until.map { day - $0 } ?? 0)
        case .passport(let day): (3, candidate.passportUntil.map { day - $0 } ?? 0)
        case .guarantor: (4, 0)
        case .language(let skill):
            (5, skill.level.rank - (candidate.languages.first { $0.language == skill.language }?.level.rank ?? 0))
        case .certificate: (6, 0)
        case .occupation: (7, 0)
        }
    }

    /// Whether the value joins the list that the cell has, in the place of one of its kind (a language's level, a certificate's last day).
    public var isListed: Bool {
        switch self {
        case .country, .language, .certificate, .occupation: true
        case .from, .until, .passport, .guarantor: false
        }
    }

    /// The column of `candidates.csv`, and the value that it takes or lists as well.
    public var cell: (column: String, value: String) {
        switch self {
        case .country(let country): ("countries", country.description)
        case .from(let day): ("from", day.description)
        case .until(let day): ("until", day.description)
        case .passport(let day): ("passport_until", day.description)
        case .language(let skill): ("languages", skill.description)
        case .certificate(let name): ("certificates", name)
        case .occupation(let name): ("occupations", name)
        case .guarantor(let guarantor): ("guarantor", guarantor.rawValue)
        }
    }
}

extension CandidateChange: CustomStringConvertible {
    public var description: String {
        switch self {
        case .country(let country): "\(country) among the countries"
        case .from(let day): "available from \(day)"
        case .until(let day): "available until \(day)"
        case .passport(let day): "a passport until \(day)"
        case .language(let skill): "\(skill) among the languages"
        case .certificate(let name): "certificate \(name)"
        case .occupation(let name): "\(name) among the occupations"
        case .guarantor(let guarantor): "guarantor \(guarantor.rawValue)"
        }
    }
}
