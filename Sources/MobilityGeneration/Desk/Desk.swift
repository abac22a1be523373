import MobilityModel

/// A made-up scenario with everything in it that a plan must respect, for benchmarks: people one by one, requests over
/// years, sessions that build on each other, consulates, a quota tree, four funds, six rules, round trips.
///
/// Nothing in it is a figure of a real programme. The same seed and sizes give byte-identical files; capacities grow with
/// `people`, so that the share of people who can be placed stays alike.
public struct Desk: Sendable {
    public struct OutOfRange: Error, Sendable, CustomStringConvertible {
        public var name: String
        public var value: Int
        public var range: ClosedRange<Int>
        public var description: String { "\(name) is \(value); it must be from \(range.lowerBound) to \(range.upperBound)" }
    }

    let seed: UInt64
    let people: Int
    let requests: Int
    let months: Int
    let sessions: Int

    /// - Parameters:
    ///   - people: rows of one person each, 1 to 10,000,000.
    ///   - requests: 1 to 100,000.
    ///   - months: of the horizon, which begins in January 2026; 6 to 120.
    ///   - sessions: 0 to 100,000.
    /// - Throws: `OutOfRange`.
    public init(seed: UInt64, people: Int = 500, requests: Int = 120, months: Int = 36, sessions: Int = 40) throws {
        for (name, value, range) in [
            ("people", people, 1...10_000_000), ("requests", requests, 1...100_000), ("months", months, 6...120),
            ("sessions", sessions, 0...100_000),
        ] where !range.contains(value) {
            throw OutOfRange(name: name, value: value, range: range)
        }
        self.seed = seed
        self.people = people
        self.requests = requests
        self.months = months
        self.sessions = sessions
    }

    /// `scenario.yaml` and all tables.
    public func files() -> ScenarioFiles {
        var tables = ScenarioTables()
        tables.candidates = candidates()
        tables.requests = demand(naming: tables.candidates)
        tables.quotas = quotas(for: tables.requests)
        tables.sessions = courses()
        tables.consulates = consulates()
        tables.funds = funds
        return tables.files(settings: settings)
    }

    /// Places asked for in all: over three years a tenth more than there are people, over other horizons in proportion to
    /// the length and a year; at least one for each request.
    var places: Int { max(requests, people * 11 / 10 * (12 + months) / 48) }

    var firstDay: Day { .on(2026, 1, 1) }
    var lastDay: Day { day(inMonth: months, 1) - 1 }

    /// A day of the month that lies `month` months after January 2026.
    func day(inMonth month: Int, _ day: Int) -> Day { .on(2026 + month / 12, month % 12 + 1, day) }
}
