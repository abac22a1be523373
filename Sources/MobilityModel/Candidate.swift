public enum Sex: String, CaseIterable, Sendable { case female = "F", male = "M", other = "X" }

public enum Guarantor: String, CaseIterable, Sendable { case none, community, deposit }

/// A person, or a pool of `count` interchangeable people: one row of `candidates.csv`.
public struct Candidate: Sendable, Hashable {
    public typealias ID = Identifier<Candidate>

    public var id: ID
    /// People in the row, at least 1.
    public var count: Int
    public var origin: Country
    /// Empty where not given.
    public var area: String
    public var sex: Sex
    public var born: Day
    /// In order of preference, not empty.
    public var occupations: [String]
    public var certificates: [HeldCertificate]
    public var languages: [LanguageSkill]
    /// First day available.
    public var from: Day
    /// Last day available.
    public var until: Day?
    public var passportUntil: Day?
    /// Cycles completed with on-time return before the horizon.
    public var cycles: Int
    public var lastEmployer: String?
    public var lastStayFrom: Day?
    public var lastStayUntil: Day?
    /// In order of preference; empty = any.
    public var countries: [Country]
    public var guarantor: Guarantor

    public init(
        id: ID, count: Int = 1, origin: Country, area: String = "", sex: Sex, born: Day, occupations: [String],
        certificates: [HeldCertificate] = [], languages: [LanguageSkill] = [], from: Day, until: Day? = nil,
        passportUntil: Day? = nil, cycles: Int = 0, lastEmployer: String? = nil, lastStayFrom: Day? = nil,
        lastStayUntil: Day? = nil, countries: [Country] = [], guarantor: Guarantor = .none
    ) {
        self.id = id; self.count = count; self.origin = origin; self.area = area; self.sex = sex; self.born = born
        self.occupations = occupations; self.certificates = certificates; self.languages = languages
        self.from = from; self.until = until; self.passportUntil = passportUntil; self.cycles = cycles
        self.lastEmployer = lastEmployer; self.lastStayFrom = lastStayFrom; self.lastStayUntil = lastStayUntil
        self.countries = countries; self.guarantor = guarantor
    }
    /// The first day on which these people are available and home from their last stay.
    public var firstDayFree: Day { max(from, lastStayUntil.map { $0 + 1 } ?? from) }

    /// The last day on which they are available and their passports valid.
    public var lastDayFree: Day { min(until ?? Day(number: .max), passportUntil ?? Day(number: .max)) }
}
