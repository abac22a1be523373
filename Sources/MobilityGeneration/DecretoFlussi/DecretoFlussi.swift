import MobilityModel

/// Makes the scenario of the Italian decree of 2026 to 2028, or one corridor of it.
///
/// The same seed gives byte-identical files. Figures, and what is assumed, stand beside every constant of this folder.
public struct DecretoFlussi: Sendable {
    public enum Problem: Error, Sendable, CustomStringConvertible {
        case unknownOrigin(String, known: [String])
        case unknownYear(Int, known: [Int])

        public var description: String {
            switch self {
            case .unknownOrigin(let found, let known):
                "no pools of origin '\(found)' in the decree's scenario; there are \(known.joined(separator: ", "))"
            case .unknownYear(let found, let known):
                "the decree has no year \(found); it has \(known.map(String.init).joined(separator: ", "))"
            }
        }
    }

    private let seed: UInt64
    private let corridor: Corridor?

    /// The whole decree.
    public init(seed: UInt64) {
        self.seed = seed
        corridor = nil
    }

    /// One origin in one year.
    /// - Throws: `Problem` where the decree has no such origin or year.
    public init(seed: UInt64, origin: String, year: Int) throws {
        let known = DecreeOrigin.all.map(\.country)
        guard let country = Country(origin), known.contains(country) else {
            throw Problem.unknownOrigin(origin, known: known.map(\.description))
        }
        guard DecreeFigures.years.contains(year) else { throw Problem.unknownYear(year, known: DecreeFigures.years) }
        self.seed = seed
        corridor = Corridor(origin: country, year: year)
    }

    /// `scenario.yaml` and all tables.
    public func files() -> ScenarioFiles {
        let whole = ScenarioTables(
            candidates: DecreePools.candidates(seed: seed), requests: DecreeDemand.requests(seed: seed),
            quotas: DecreeQuotas.lines(), sessions: DecreeTraining.sessions(),
            consulates: DecreeTraining.consulates(seed: seed), funds: DecreeTraining.funds)
        return (corridor?.cut(whole) ?? whole).files(settings: DecreeSettings(seed: seed, corridor: corridor).text)
    }
}
