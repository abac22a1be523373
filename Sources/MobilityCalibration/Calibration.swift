import MobilityModel

/// `behaviour` fitted to monitoring data.
///
/// Validation rows have no part in any fit: no number of theirs changes a byte of what is written for a scenario. What was fitted is
/// held against them afterwards. The same rows in any order give the same result.
public struct Calibration: Sendable {
    /// A step that is about to be fitted, and how many cohorts tell of it.
    public struct Progress: Sendable, Hashable {
        public var step: BehaviourStep
        public var cohorts: Int
        /// From 1.
        public var number: Int
        /// Steps to be fitted.
        public var of: Int
    }

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
    /// Of the cohorts that were fitted, by step, then cohort.
    public let checks: [PredictiveCheck]
    /// Of the cohorts kept for validation, which no fit has read, by cohort, then step.
    public let predictions: [PredictiveCheck]
    /// Cohorts of which at least one count pair was used, in alphabetical order.
    public let cohorts: [Cohort.ID]
    /// Steps that are not written, since fitted ones stand for them: `not_withdrawn` where visas were counted among the authorised,
    /// and the on-time return where it is what the other ends leave.
    public let removed: [BehaviourStep]
    /// Why rows were not used, and what could not be fitted.
    public let notes: [String]

    /// - Parameter progress: called before each step is fitted.
    public init(
        cohorts given: [Cohort], delays observations: [DelayObservation] = [], options: CalibrationOptions = CalibrationOptions(),
        progress: (Progress) -> Void = { _ in }
    ) {
        func speaks(_ regime: String) -> Bool { options.regime == nil || regime.isEmpty || regime == options.regime }
        let candidates = given.filter { $0.use == .calibration && speaks($0.regime) }
        let kept = candidates.filter { options.includesFlagged || $0.flag.isEmpty }
        var notes = candidates.filter { !options.includesFlagged && !$0.flag.isEmpty }.sorted { $0.id < $1.id }
            .map { "\($0.id) left out, in doubt: \($0.flag)" }
        let counts = StepCounts(kept)
        var steps: [StepFit] = [], checks: [PredictiveCheck] = []
        let told = BehaviourStep.allCases.filter { counts.observations[$0] != nil }
        for (index, step) in told.enumerated() {
            guard let rows = counts.observations[step] else { continue }
            progress(Progress(step: step, cohorts: rows.count, number: index + 1, of: told.count))
            guard let fit = StepFit(step, rows, covariates: options.effects, notes: counts.notes[step] ?? []) else {
                notes.append("\(step.rawValue): the fit did not come to an end; left out")
                continue
            }
            steps.append(fit)
            checks += fit.checks(rows)
        }
        self.steps = steps
        self.checks = checks
        removed = (counts.visasStandForWithdrawals ? [.notWithdrawn] : []) + (counts.countsAllEnds ? [.returnedOnTime] : [])
        let unseen = StepCounts(given.filter { $0.use == .validation && speaks($0.regime) }.sorted { $0.id < $1.id }, like: counts)
        predictions = steps.flatMap { fit in fit.predictions(unseen.observations[fit.step] ?? []) }.sorted { $0.cohort < $1.cohort }
        notes += UnreadCounts.notes(kept, fitted: steps.map(\.step))
        for covariate in options.effects where !kept.contains(where: { $0.covariates[covariate] != nil }) {
            notes.append("no cohort says its \(covariate.rawValue): no effect of it was fitted")
        }
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
        if let lateness = steps.first(where: { $0.step == .arrivedInTime }), !delays.isEmpty {
            notes.append(
                "`\(lateness.step.rawValue)` has those in it who came too late, and the delays let people come too late again: keep one of the two, or a "
                    + "projection counts lateness twice")
        }
        self.notes = notes
    }

    /// Those that a scenario takes over.
    private var written: [StepFit] { steps.filter { !removed.contains($0.step) } }

    /// What a scenario takes over. Shifts of levers, which no scenario can say who they hold for, are not among the effects.
    public var behaviour: Behaviour {
        Behaviour(
            chances: Dictionary(uniqueKeysWithValues: written.map { ($0.step, $0.chance) }),
            effects: written.flatMap { fit in
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
