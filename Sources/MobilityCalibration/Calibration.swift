import MobilityModel

/// `behaviour` fitted to monitoring data.
///
/// Validation rows are dropped before anything else is looked at: no number, name or note of theirs has any part in the result.
/// The same rows in any order give the same result.
public struct Calibration: Sendable {
    /// A delay as fitted, in the numbers that are written down.
    public struct DelayResult: Sendable {
        public var kind: DelayKind
        public var delay: Delay
        public var isLogSDAssumed: Bool
        public var cohorts: Int
        public var files: Double
    }

    /// In the order of the steps; those without data are left out.
    public let steps: [StepFit]
    public let delays: [DelayResult]
    /// By step, then cohort.
    public let checks: [PredictiveCheck]
    /// Cohorts of which at least one count pair was used, in alphabetical order.
    public let cohorts: [Cohort.ID]
    /// Steps that a fitted one stands for too.
    public let removed: [BehaviourStep]
    /// Why rows were not used, and what could not be fitted.
    public let notes: [String]

    public init(cohorts given: [Cohort], delays observations: [DelayObservation] = [], options: CalibrationOptions = CalibrationOptions()) {
        func speaks(_ regime: String) -> Bool { options.regime == nil || regime.isEmpty || regime == options.regime }
        let candidates = given.filter { $0.use == .calibration && speaks($0.regime) }
        let kept = candidates.filter { options.includesFlagged || $0.flag.isEmpty }
        var notes = candidates.filter { !options.includesFlagged && !$0.flag.isEmpty }.sorted { $0.id < $1.id }
            .map { "\($0.id) left out, in doubt: \($0.flag)" }
        let counts = StepCounts(kept)
        var steps: [StepFit] = [], checks: [PredictiveCheck] = []
        for step in BehaviourStep.allCases {
            guard let rows = counts.observations[step] else { continue }
            guard let fit = StepFit(step, rows, covariates: options.effects, notes: counts.notes[step] ?? []) else {
                notes.append("\(step.rawValue): the fit did not come to an end; left out")
                continue
            }
            steps.append(fit)
            checks += fit.checks(rows)
        }
        self.steps = steps
        self.checks = checks
        removed = counts.visasStandForWithdrawals ? [.notWithdrawn] : []
        let used = Set(counts.observations.values.flatMap { $0.map(\.cohort) })
        cohorts = used.sorted()
        for cohort in kept.map(\.id).sorted() where !used.contains(cohort) {
            notes.append("\(cohort) left out: no step has both its count and what it is counted among")
        }

        let candidateDelays = observations.filter { $0.use == .calibration && speaks($0.regime) }
        let keptDelays = candidateDelays.filter { options.includesFlagged || $0.flag.isEmpty }
            .sorted { ($0.cohort, $0.days) < ($1.cohort, $1.days) }
        for row in candidateDelays.sorted(by: { ($0.cohort, $0.days) < ($1.cohort, $1.days) }) where !options.includesFlagged && !row.flag.isEmpty {
            notes.append("delay of \(row.cohort) on day \(row.days) left out, in doubt: \(row.flag)")
        }
        delays = DelayKind.allCases.compactMap { kind in
            let rows = keptDelays.filter { $0.kind == kind }
            guard !rows.isEmpty else { return nil }
            let fit: DelayFit
            do throws(DelayFit.Refusal) {
                fit = try DelayFit(rows)
            } catch {
                notes.append("delay \(kind.rawValue): \(error.rawValue); left out")
                return nil
            }
            return DelayResult(
                kind: kind,
                delay: Delay(
                    medianDays: Rounding.significant(fit.medianDays, 4), logSD: Rounding.significant(fit.logSD, 4),
                    n: Rounding.significant(fit.n, 4), source: Sources.text(fit, rows.map(\.source))),
                isLogSDAssumed: fit.isLogSDAssumed, cohorts: fit.cohorts.count, files: fit.files)
        }
        self.notes = notes
    }

    /// Cohort steps inside their 90% interval.
    public var insideCount: Int { checks.count(where: \.isInside) }

    /// What a scenario takes over. Shifts of levers, which no scenario can say who they hold for, are not among the effects.
    public var behaviour: Behaviour {
        Behaviour(
            chances: Dictionary(uniqueKeysWithValues: steps.map { ($0.step, $0.chance) }),
            effects: steps.flatMap { fit in
                fit.shifts.compactMap { shift in
                    shift.filter.map { who, place in
                        Effect(
                            step: fit.step, who: who, place: place, oddsRatio: shift.oddsRatio, low: shift.low, high: shift.high,
                            source: "\(shift.covariate.rawValue) against \(fit.references[shift.covariate] ?? ""), " + fit.source)
                    }
                }
            },
            delays: Dictionary(uniqueKeysWithValues: delays.map { ($0.kind, $0.delay) }))
    }
}
