import MobilityModel

/// Every published figure, those that were fitted and those that were kept away, against the interval of its regime.
public struct Validation: Sendable {
    /// Predicted ones first, each kind in the order of the regimes and ids.
    public let rows: [ValidationRow]
    /// Figures that no regime speaks of, and why.
    public let uncompared: [UncomparedFigure]

    /// The shares of a figure's base in every replicate of a projection; `nil` where there is nothing to project.
    public typealias Projector = (FigureQuestion) -> [Double]?

    /// Regime for rows that are the same in all.
    private static let common = "circular-scheme"

    /// - Parameters:
    ///   - uncompared: figures that nothing is to be held against.
    ///   - regimes: by name, levers included.
    ///   - planned: rows of whole plans, to be put with the others.
    ///   - projector: plays a plan of one cohort; where it cannot, as for a share alone, counts are drawn without a plan.
    public init(
        figures: [EvidenceFigure], uncompared: [UncomparedFigure] = [], cohorts: [Cohort], delays: [DelayObservation],
        regimes: [String: Behaviour], replicates: Int, seed: UInt64, planned: [ValidationRow] = [], projector: Projector = { _ in nil }
    ) {
        var rows = planned
        var uncompared = uncompared
        var months: [String: Int] = [:]
        var all = figures
        for cohort in cohorts {
            for figure in Self.figures(of: cohort) {
                months[figure.id + figure.base.rawValue + figure.count.rawValue] = cohort.stayMonths
                all.append(figure)
            }
        }
        for figure in all {
            let regime = figure.regime.isEmpty ? Self.common : figure.regime
            guard let behaviour = regimes[regime] else {
                uncompared.append(UncomparedFigure(id: figure.id, reason: "there is no regime \(regime)", source: figure.source))
                continue
            }
            let stay = months[figure.id + figure.base.rawValue + figure.count.rawValue] ?? 6
            guard let question = FigureQuestion(figure, behaviour: behaviour, stayMonths: stay),
                let row = ValidationRow(
                    question, basis: Self.basis(of: figure, behaviour), replicates: replicates, seed: seed, projector: projector)
            else {
                let reason = "\(figure.count.rawValue) does not come from \(figure.base.rawValue)"
                uncompared.append(UncomparedFigure(id: figure.id, reason: reason, source: figure.source))
                continue
            }
            rows.append(row)
        }
        for (regime, observations) in Dictionary(grouping: delays, by: \.regime).sorted(by: { $0.key < $1.key }) {
            let fits = Calibration(cohorts: [], delays: observations).delays
            for row in observations {
                guard let fit = fits.first(where: { $0.kind == row.kind }) else {
                    let reason = "no delay of \(regime) could be fitted"
                    uncompared.append(UncomparedFigure(id: row.cohort, reason: reason, source: row.source))
                    continue
                }
                rows.append(ValidationRow(row, delay: fit.delay))
            }
        }
        self.rows = rows.sorted {
            ($0.basis.rawValue, $1.figure.regime, $1.figure.id, $1.what) > ($1.basis.rawValue, $0.figure.regime, $0.figure.id, $0.what)
        }
        self.uncompared = uncompared.sorted { $0.id < $1.id }
    }

    /// Fitted where a chance of the regime says that it was fitted to the figure's cohort; whoever writes the evidence may hope so.
    private static func basis(of figure: EvidenceFigure, _ behaviour: Behaviour) -> ValidationRow.Basis {
        guard let cohort = figure.fittedAs else { return .predicted }
        return behaviour.chances.values.contains { Sources.names(cohort, in: $0.source ?? "") } ? .fitted : .predicted
    }

    /// Inside the interval, and all, of one kind.
    public func coverage(_ basis: ValidationRow.Basis) -> (inside: Int, of: Int) {
        let some = rows.filter { $0.basis == basis }
        return (some.count(where: \.isInside), some.count)
    }

    /// What a cohort says, count by count, each against the nearest count before it; and departures against all that were planned.
    private static func figures(of cohort: Cohort) -> [EvidenceFigure] {
        let bases: [(CohortCount, [CohortCount])] = [
            (.authorised, [.planned]), (.trained, [.enrolled]), (.applied, [.authorised]), (.visas, [.applied, .authorised]),
            (.departed, [.visas, .applied, .authorised, .planned]), (.returnedOnTime, [.departed]), (.returnedEarly, [.departed]),
            (.extended, [.departed]), (.lawfulExit, [.departed]), (.overstayed, [.departed]), (.reapplied, [.returnedOnTime]),
            (.projectsStarted, [.projectsOffered, .returnedOnTime]), (.projectsAlive, [.projectsStarted]),
        ]
        var pairs: [(CohortCount, CohortCount)] = bases.compactMap { count, bases in
            guard cohort.counts[count] != nil, let base = bases.first(where: { cohort.counts[$0] != nil }) else { return nil }
            return (count, base)
        }
        let whole: (CohortCount, CohortCount) = (.departed, .planned)
        if cohort.counts[.departed] != nil, cohort.counts[.planned] != nil, !pairs.contains(where: { $0 == whole }) { pairs.append(whole) }
        return pairs.compactMap { count, base in
            guard let observed = cohort.counts[count], let people = cohort.counts[base], people > 0 else { return nil }
            return EvidenceFigure(
                id: cohort.id.text, regime: cohort.regime, fittedAs: cohort.id.text, count: count, base: base, people: people,
                share: Double(observed) / Double(people), flag: cohort.flag, source: cohort.source)
        }
    }
}
