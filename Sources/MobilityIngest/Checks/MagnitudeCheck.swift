import MobilityModel

/// Sums that planning and checking may form must fit 64 bits, whatever the plan; where they might not, it is an error.
///
/// Every single number is within `Limits`; this bounds their products and sums from above, in floating point with room
/// to spare.
struct MagnitudeCheck {
    private static let most = 4e18

    let scenario: Scenario
    let tables: ScenarioTables
    let log: FindingLog

    func run() {
        let places = scenario.requests.reduce(0.0) { $0 + Double($1.places) }
        let people = scenario.candidates.reduce(0.0) { $0 + Double($1.count) }
        expect(people, "the people of all rows", .candidates)
        expect(places, "the places of all rows", .requests)
        expect(scenario.requests.reduce(0.0) { $0 + Double($1.places) * Double($1.stayDays) }, "the days of stay of all places", .requests)

        let additions = scenario.priorities.reduce(0.0) { $0 + Double($1.add.magnitude) }
        let priority = Double(scenario.requests.map(\.priority).max() ?? 1) + additions
        let match = scenario.match
        let points = Double(match.occupation) + Double(match.language) + Double(match.employer) + Double(match.destination)
        expect(places * max(priority, points, 1_000_000), "the points of all places", .requests)

        let fee = Double(scenario.consulates.map(\.fee.amount).max() ?? 0)
        let travel = Double(scenario.costs.travel.map(\.price.amount).max() ?? 0)
        expect(places * (fee + travel + Double(scenario.costs.reintegration.amount)), "the costs of all places", .requests)
        let sessions = scenario.sessions.reduce(0.0) {
            $0 + Double($1.seats) * Double($1.seatCost.amount) + Double($1.runCost.amount)
        }
        expect(sessions, "the costs of all sessions", .courses)
        expect(scenario.quotas.reduce(0.0) { $0 + Double($1.places) }, "the places of all lines", .quotas)
        expect(scenario.funds.reduce(0.0) { $0 + Double($1.amount.amount) }, "the money of all funds", .funds)

        for rule in scenario.rules {
            var scale = places
            switch rule.target {
            case .count(let count): scale += Double(count)
            case .share(let share): scale *= Double(share.denominator)
            }
            expect(scale * Double(rule.penalty ?? 1), "what rule `\(rule.id)` counts", .requests)
        }
    }

    private func expect(_ value: Double, _ what: String, _ table: TableName) {
        guard value > Self.most else { return }
        log.error(
            "too_large", at: tables.head(table),
            "\(what) come to more than the engine can add up exactly; look for a number with too many digits")
    }
}
