import MobilityCalibration
import MobilityIngest
import MobilityModel
import MobilityPlanning
import MobilitySimulation

/// The pilot of 2009 as a planner would have projected it: its scenario is planned, and the season that took place is held against
/// what was counted.
///
/// More than the chances of its cohort: the plan has sessions for everybody and visa dates, and effects of the regime apply.
struct PilotProjection {
    /// Of the cohort, of its regime and of the group that is the season.
    static let cohort = "mali-spain-2009"
    private static let regime = "circular-scheme", season = "year=2009"

    let rows: [ValidationRow]

    /// - Parameters:
    ///   - scenario: the pilot's; nothing is compared where it cannot be planned.
    ///   - cohorts: those of the evidence; nothing is compared where the pilot is not among them.
    init(scenario: Scenario, cohorts: [Cohort], replicates: Int, seed: UInt64, threads: Int) {
        let behaviour = NamedBehaviour(Self.regime).behaviour
        guard let cohort = cohorts.first(where: { $0.id.text == Self.cohort }), let behaviour,
            let people = cohort.counts[.planned], people > 0,
            let simulator = try? Simulator(
                scenario: scenario, plan: Planner(scenario: scenario).plan().plan, behaviour: behaviour, seed: seed)
        else {
            rows = []
            return
        }
        let figures: [(CohortCount, OutcomeFigure)] = [
            (.departed, .departed), (.returnedOnTime, .returnedOnTime), (.extended, .extended), (.overstayed, .overstayed),
        ]
        rows = figures.compactMap { count, figure in
            guard let observed = cohort.counts[count] else { return nil }
            let values = simulator.values(of: figure, group: Self.season, .init(replicates: replicates, threads: threads))
            return ValidationRow(
                EvidenceFigure(
                    id: "\(Self.cohort), its plan", regime: Self.regime, count: count, base: .planned, people: people,
                    share: Double(observed) / Double(people), source: cohort.source),
                shares: values.map { ($0 ?? 0) / Double(people) })
        }
    }
}
