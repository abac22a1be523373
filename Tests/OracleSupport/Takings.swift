import MobilityChecking
import MobilityModel

/// What people take of everything that they share, as counts by name: all that the rules between people look at.
struct Takings {
    private let scenario: Scenario
    private let names: [String]
    private let positions: [String: Int]
    /// The most that each count may reach; only what no later person can undo.
    private let limits: [Int32]

    /// - Parameter offers: for each candidate row, what every itinerary on offer takes.
    init(_ scenario: Scenario, _ offers: [[[String: Int32]]]) {
        self.scenario = scenario
        var most: [String: Int] = [:]
        for request in scenario.requests { most["request \(request.id)"] = request.places }
        for session in scenario.sessions { most["session \(session.id)"] = session.seats }
        for line in scenario.quotas { most["quota \(line.id)"] = line.places }
        var reach: [String: Int] = [:]
        for (candidate, row) in zip(scenario.candidates, offers) {
            var mine: [String: Int32] = [:]
            for takes in row { mine.merge(takes, uniquingKeysWith: max) }
            for (name, number) in mine { reach[name, default: 0] += Int(number) * candidate.count }
        }
        for name in reach.keys where name.hasPrefix("month ") {
            let id = name.split(separator: " ")[1]
            most[name] = scenario.consulates.first { $0.id.text == id }?.monthlyCapacity
        }
        // Whatever can never run out, has no minimum and costs nothing extra plays no role between people.
        let counted = Set(
            scenario.requests.filter { $0.minPlaces > 0 }.map { "request \($0.id)" }
                + scenario.sessions.filter { $0.minSeats > 0 || $0.runCost != .zero }.map { "session \($0.id)" })
        let names = reach.keys.filter { name in
            guard let limit = most[name] else { return true }
            return counted.contains(name) || reach[name].map { $0 > limit } ?? true
        }.sorted()
        self.names = names
        positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
        limits = names.map { most[$0].map { Int32(clamping: $0) } ?? .max }
    }

    var nothing: [Int32] { names.map { _ in 0 } }

    func vector(_ takes: [String: Int32]) -> [Int32] { names.map { takes[$0] ?? 0 } }

    /// `nil` where anything runs out.
    func sum(_ a: [Int32], _ b: [Int32]) -> [Int32]? {
        var sum = a
        for index in b.indices where b[index] != 0 {
            sum[index] += b[index]
            if sum[index] > limits[index] { return nil }
        }
        return sum
    }

    /// Of one person on one itinerary.
    static func of(
        _ itinerary: Itinerary, _ candidate: Candidate, _ report: CheckReport, _ scenario: Scenario, _ pins: Plan?,
        _ demands: [Demand]
    ) -> [String: Int32] {
        var result: [String: Int32] = [:]
        func take(_ name: String, _ number: Int = 1) { if number > 0 { result[name, default: 0] += Int32(number) } }
        for use in report.usage.requests { take("request \(use.id)", use.used) }
        for use in report.usage.sessions { take("session \(use.id)", use.used) }
        for use in report.usage.quotas { take("quota \(use.id)", use.used) }
        for use in report.usage.consulateMonths { take("month \(use.consulate) \(use.month)", use.used) }
        for measure in report.ruleMeasures {
            take("matched \(measure.rule)", measure.matched)
            take("total \(measure.rule)", measure.total)
        }
        for (index, demand) in demands.enumerated() {
            switch demand.subject {
            case .candidate(let id): take("demand \(index)", id == candidate.id && !itinerary.cycles.isEmpty ? 1 : 0)
            case .request(let id): take("demand \(index)", itinerary.cycles.count { $0.request == id })
            }
        }
        let pinned = Set((pins?.itineraries ?? []).flatMap { old in old.cycles.filter(\.pinned).map { name(old.candidate, $0) } })
        for cycle in itinerary.cycles {
            if !scenario.funds.isEmpty {
                // Origins and days decide which funds pay.
                take("paid \(candidate.origin) \(cycle.request)")
                for session in cycle.sessions { take("paid \(candidate.origin) \(session)") }
                if let consulate = cycle.consulate, let date = cycle.visaDate { take("paid \(candidate.origin) \(consulate) \(date)") }
            }
            let name = name(candidate.id, cycle)
            if pinned.contains(name) { take(name) }
        }
        return result
    }

    func runCosts(_ vector: [Int32]) -> Int64 {
        scenario.sessions.reduce(0) { sum, session in
            let people = positions["session \(session.id)"].map { vector[$0] } ?? 0
            return sum + (people > 0 ? session.runCost.amount : 0)
        }
    }

    /// Points of the soft rules, in whole numbers of `1 / denominator` placements.
    func penalty(_ vector: [Int32]) -> Int64 {
        scenario.rules.reduce(0) { sum, rule in
            guard let points = rule.penalty else { return sum }
            let matched = positions["matched \(rule.id)"].map { Int64(vector[$0]) } ?? 0
            let total = positions["total \(rule.id)"].map { Int64(vector[$0]) } ?? 0
            let (target, unit): (Int64, Int64) =
                switch rule.target {
                case .count(let count): (Int64(count), 1)
                case .share(let share): (share.numerator * total, share.denominator)
                }
            let missed = rule.kind == .atLeast ? target - matched * unit : matched * unit - target
            return sum + (missed > 0 ? (missed + unit - 1) / unit * Int64(points) : 0)
        }
    }

    private static func name(_ candidate: Candidate.ID, _ cycle: Cycle) -> String {
        "pin \(candidate) \(cycle.request) \(cycle.quota?.text ?? "-") \(cycle.sessions.sorted()) \(cycle.consulate?.text ?? "-") \(cycle.visaDate?.description ?? "-")"
    }
}
