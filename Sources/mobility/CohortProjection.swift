import MobilityCalibration
import MobilityModel
import MobilitySimulation

/// Plays a plan of one cohort, to be held against what was counted of a real one.
///
/// The plan puts the people of the figure's base on one request, without sessions. Steps before the base are behind them and so
/// sure; steps after what is counted are left out too: whoever was authorised, say, departs then, and is counted so. What was counted
/// so many days after filing has to be there by then: the stay starts on that day.
struct CohortProjection {
    /// Of more people so many are played: single people's luck then moves a share by a tenth of a percent.
    private static let mostPeople = 200_000
    private let question: FigureQuestion
    private let people: Int
    private let counted: OutcomeFigure

    /// - Returns: `nil` for a figure without people: a share has no plan.
    init?(_ question: FigureQuestion) {
        guard let people = question.figure.people, people > 0, let counted = Self.figure(of: question.figure.count) else { return nil }
        self.question = question; self.people = min(people, Self.mostPeople); self.counted = counted
    }

    /// Shares of the base, one for each replicate, as they come of `seed` and the figure's name.
    func shares(replicates: Int, seed: UInt64, threads: Int) -> [Double]? {
        guard let scenario, let simulator = try? Simulator(scenario: scenario, plan: plan, seed: seed ^ nameHash) else { return nil }
        let values = simulator.values(of: counted, .init(replicates: replicates, threads: threads))
        return values.map { ($0 ?? 0) / Double(people) }
    }

    private static func figure(of count: CohortCount) -> OutcomeFigure? {
        switch count {
        case .planned, .enrolled, .projectsOffered: nil
        case .authorised, .trained, .applied, .visas, .departed: .departed
        case .returnedOnTime: .returnedOnTime
        case .returnedEarly: .returnedEarly
        case .extended: .extended
        case .lawfulExit: .lawfulExit
        case .overstayed: .overstayed
        case .reapplied: .reapplied
        case .projectsStarted: .projectsStarted
        case .projectsAlive: .projectsAlive12m
        }
    }

    /// Somebody who re-applies needs something to re-apply for.
    private var seasons: [Int] { counted == .reapplied ? [0, 1] : [0] }

    private var plan: Plan {
        let sessions: [CourseSession.ID] = question.chances[.trained] == nil ? [] : ["course"]
        let cycles = seasons.map { season in
            Cycle(
                request: .init("season-\(season + 1)"), sessions: season == 0 ? sessions : [], consulate: "consulate",
                visaDate: Self.start + (season * Self.apart - (question.figure.days ?? 60)))
        }
        return Plan(itineraries: [Itinerary(candidate: "cohort", count: people, cycles: cycles)])
    }

    private var scenario: Scenario? {
        let days = 30 * question.stayMonths
        let last = Self.start + (Self.apart * seasons.count + days)
        var scenario = Scenario(name: question.figure.id, horizon: Self.start - 200...last)
        scenario.channels = ["work": Channel(name: "work")]
        scenario.candidates = [
            Candidate(
                id: "cohort", count: people, origin: "ML", sex: .other, born: Self.start - 10_000, occupations: ["work"],
                from: Self.start - 200)
        ]
        scenario.consulates = [
            Consulate(id: "consulate", origin: "ML", country: "ES", monthlyCapacity: people, processingDays: 30)
        ]
        scenario.requests = seasons.map { season in
            let start = Self.start + season * Self.apart
            return Request(
                id: .init("season-\(season + 1)"), employer: "employer", country: "ES", channel: "work", sector: "work",
                occupation: "work", start: start, end: start + (days - 1), places: people, filed: question.figure.days.map { start - $0 })
        }
        if question.chances[.trained] != nil {
            scenario.sessions = [
                CourseSession(
                    id: "course", grants: [], start: Self.start - 100, end: Self.start - 90, seats: people)
            ]
        }
        scenario.behaviour = behaviour
        return scenario
    }

    private var behaviour: Behaviour {
        var chances = question.chances
        // Projects of those who have started one, or of everybody who could.
        if counted == .projectsAlive12m, chances[.projectStarted] == nil { chances[.projectStarted] = Chance(rate: 1) }
        // A behaviour that says nothing at all would not be projected.
        if chances.isEmpty { chances[.authorised] = Chance(rate: 1) }
        return Behaviour(chances: chances, effects: question.effects, delays: question.delays)
    }

    private static let start = Day(year: 2000, month: 7, day: 1) ?? Day(number: 0)
    /// Days between two starts: longer than any stay of a cohort (120 months).
    private static let apart = 4000

    /// So that the numbers of one figure do not depend on the others there are.
    private var nameHash: UInt64 {
        let figure = question.figure
        return FNV1a.hash("\(figure.id)|\(figure.base)|\(figure.count)")
    }
}
