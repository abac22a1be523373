import MobilityModel

/// Cells put together into groups, and counts into figures.
struct Rollup {
    private let model: ProjectionModel
    /// Jobs that a started project creates; `nil` where the scenario says nothing of them.
    private let jobs: Double?
    /// Whether the scenario says how often projects are started, and how often they last.
    private let tellsProjects: Bool
    private let tellsProjectsAlive: Bool
    /// By group: planned cycles, seats of sessions, cents of run costs.
    private var constants: [(planned: Double, seats: Double, run: Double)]

    init(_ model: ProjectionModel) {
        self.model = model
        jobs = model.behaviour.jobsPerProject?.value
        tellsProjects = model.behaviour.chances[.projectStarted] != nil
        tellsProjectsAlive = tellsProjects && model.behaviour.chances[.projectAlive12m] != nil
        constants = Array(repeating: (0, 0, 0), count: model.groups.count)
        for (cell, planned) in zip(model.cells, model.planned) {
            for group in cell.groups {
                constants[group].planned += Double(planned)
                constants[group].seats += Double(planned * cell.sessions)
                constants[group].run += Double(planned) * cell.runShare
            }
        }
        // The whole is what the sessions cost, not a sum of rounded shares.
        for (group, key) in model.groups.enumerated() where key.dimension == .all { constants[group].run = Double(model.runCosts) }
    }

    /// Sums over the cells of a group.
    private struct Sums {
        var counts = CellCounts<Double>()
        /// Departures of those who needed a visa.
        var departedWithVisa = 0.0
        /// Seats of people who departed.
        var seatsUsed = 0.0
        /// Cents, run costs left out.
        var cost = 0.0
    }

    /// The figures of every group, in the order of `OutcomeFigure.allCases`, group after group; a ratio without a
    /// denominator is not a number, nor is a figure of projects where the scenario says nothing of them.
    ///
    /// - Complexity: linear in the cells times their groups.
    func figures(_ counts: [CellCounts<Double>]) -> [Double] {
        var sums = [Sums](repeating: Sums(), count: model.groups.count)
        for (number, cell) in model.cells.enumerated() {
            let count = counts[number]
            let withVisa = model.courses[cell.course].needsVisa ? count.departed : 0
            let returns = count.returnedOnTime + count.returnedEarly
            let cost = count.takenUp * Double(cell.seats) + count.applied * Double(cell.fee)
                + count.departed * Double(cell.travel) + returns * Double(cell.reintegration)
            for group in cell.groups {
                sums[group].counts.add(count)
                sums[group].departedWithVisa += withVisa
                sums[group].seatsUsed += count.departed * Double(cell.sessions)
                sums[group].cost += cost
            }
        }
        var result: [Double] = []
        result.reserveCapacity(sums.count * OutcomeFigure.allCases.count)
        for (sum, constant) in zip(sums, constants) {
            for figure in OutcomeFigure.allCases { result.append(value(figure, sum, constant)) }
        }
        return result
    }

    private func value(_ figure: OutcomeFigure, _ sum: Sums, _ constant: (planned: Double, seats: Double, run: Double)) -> Double {
        let count = sum.counts
        let ended = count.departed - count.extended - count.lawfulExit
        func ratio(_ part: Double, _ whole: Double) -> Double { whole > 0 ? part / whole : .nan }
        let cost = (sum.cost + constant.run) / 100
        return switch figure {
        case .planned: constant.planned
        case .takenUp: count.takenUp
        case .authorised: count.authorised
        case .visasGranted: count.visas
        case .departed: count.departed
        case .completed: count.returnedOnTime + count.extended + count.lawfulExit + count.overstayed
        case .returnedOnTime: count.returnedOnTime
        case .returnedEarly: count.returnedEarly
        case .extended: count.extended
        case .lawfulExit: count.lawfulExit
        case .overstayed: count.overstayed
        case .reapplied: count.reapplied
        case .seatsWasted: constant.seats - sum.seatsUsed
        case .visasWasted: count.visas - sum.departedWithVisa
        case .placesUnfilled: constant.planned - count.departed
        case .projectsStarted: tellsProjects ? count.started : .nan
        case .projectsAlive12m: tellsProjectsAlive ? count.alive : .nan
        case .jobsCreated: tellsProjects ? jobs.map { $0 * count.started } ?? .nan : .nan
        case .cost: cost
        case .costPerOnTimeReturn: ratio(cost, count.returnedOnTime)
        case .returnRate: ratio(count.returnedOnTime + count.returnedEarly, ended)
        case .onTimeRate: ratio(count.returnedOnTime, ended)
        case .strictRate: ratio(count.returnedOnTime, count.departed)
        }
    }
}

extension CellCounts<Double> {
    fileprivate mutating func add(_ other: Self) {
        takenUp += other.takenUp
        authorised += other.authorised
        applied += other.applied
        visas += other.visas
        departed += other.departed
        returnedEarly += other.returnedEarly
        extended += other.extended
        lawfulExit += other.lawfulExit
        overstayed += other.overstayed
        returnedOnTime += other.returnedOnTime
        reapplied += other.reapplied
        started += other.started
        alive += other.alive
    }
}
