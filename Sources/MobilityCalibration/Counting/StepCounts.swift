import MobilityModel

/// Which counts of a cohort tell how a step went. A step is fitted from the cohorts where both its counts were observed.
///
/// | step | counted | among |
/// |---|---|---|
/// | `authorised` | `authorised` | `planned` |
/// | `trained` | `trained` | `enrolled` |
/// | `not_withdrawn` | `applied` | `authorised`, in cohorts without `enrolled`, since a failed course is no withdrawal |
/// | `visa_granted` | `visas` | `applied`; where no cohort has it, `authorised`, and then it stands for `not_withdrawn` too |
/// | `arrived_in_time` | `departed` | `visas` |
/// | `early_return` | `returned_early` | months of stay: `departed x stay_months - returned_early x (stay_months - 1) / 2` |
/// | ends of a stay | `extended`, ..., or 0 where those counted make up all stays of every cohort | `departed - returned_early`, or `departed` where `returned_early` was not observed |
/// | `reapplied` | `reapplied` | `returned_on_time` |
/// | `project_started` | `projects_started` | `projects_offered`, or `returned_on_time` where that was not observed |
/// | `project_alive_12m` | `projects_alive_12m` | `projects_started` |
struct StepCounts {
    private(set) var observations: [BehaviourStep: [StepObservation]] = [:]
    /// What was decided on the way, in words, by step.
    private(set) var notes: [BehaviourStep: [String]] = [:]

    /// Whether visas were counted among the authorised, so that those who withdrew are among those without one.
    private(set) var visasStandForWithdrawals = false
    /// Whether the ends counted make up all stays, so that each is what the others leave.
    let countsAllEnds: Bool
    private let countsApplications: Bool

    /// - Parameter model: counts that these are to be read like, whatever there is in these; `nil`: by themselves.
    init(_ cohorts: [Cohort], like model: StepCounts? = nil) {
        let countsApplications = model?.countsApplications ?? cohorts.contains { $0.counts[.applied] != nil && $0.counts[.visas] != nil }
        let countsAllEnds = model?.countsAllEnds ?? Self.countsAllEnds(cohorts)
        (self.countsApplications, self.countsAllEnds) = (countsApplications, countsAllEnds)
        for step in BehaviourStep.allCases {
            var kept: [StepObservation] = []
            for cohort in cohorts {
                guard let pair = Self.pair(step, cohort, countsApplications: countsApplications, countsAllEnds: countsAllEnds), pair.trials > 0 else { continue }
                kept.append(
                    StepObservation(
                        cohort: cohort.id, successes: pair.successes, trials: pair.trials, covariates: cohort.covariates,
                        source: cohort.source, flag: cohort.flag))
            }
            // The order of the rows is nobody's decision.
            if !kept.isEmpty { observations[step] = kept.sorted { $0.cohort < $1.cohort } }
        }
        if observations[.visaGranted] != nil, !countsApplications {
            visasStandForWithdrawals = true
            // A step that another one stands for is not fitted beside it.
            observations[.notWithdrawn] = nil
            notes[.visaGranted, default: []].append(
                "counted among the authorised, since no cohort counts applications: it stands for not_withdrawn too")
        }
        let ends: [BehaviourStep: CohortCount] = [
            .extended: .extended, .lawfulExit: .lawfulExit, .overstayed: .overstayed, .returnedOnTime: .returnedOnTime,
        ]
        for (step, count) in ends where observations[step] != nil {
            if !cohorts.contains(where: { $0.counts[count] != nil }) {
                notes[step, default: []].append("not counted, but the other ends make up all stays: it happened to nobody")
            }
            if countsAllEnds, step == .returnedOnTime {
                notes[step, default: []].append("not written: it is what the other ends leave, which make up all stays")
            }
            let open = cohorts.count { $0.counts[count] != nil && $0.counts[.departed] != nil && $0.counts[.returnedEarly] == nil }
            if open > 0 {
                notes[step, default: []].append("counted among all departures in \(open) of the cohorts, where early returns were not observed")
            }
        }
    }

    /// Whether the ends counted make up all stays, in every cohort where any was: then an end that was not counted happened to nobody.
    /// In some cohorts alone it would tell nothing of the others, and those in which all went well would speak for all.
    private static func countsAllEnds(_ cohorts: [Cohort]) -> Bool {
        let counted = cohorts.filter { cohort in cohort.counts[.departed] != nil && ends.contains { cohort.counts[$0] != nil } }
        return !counted.isEmpty && counted.allSatisfy(countsAllEnds)
    }

    private static func countsAllEnds(_ cohort: Cohort) -> Bool {
        ends.compactMap { cohort.counts[$0] }.reduce(cohort.counts[.returnedEarly] ?? 0, +) == cohort.counts[.departed]
    }

    private static func pair(
        _ step: BehaviourStep, _ cohort: Cohort, countsApplications: Bool, countsAllEnds: Bool
    ) -> (successes: Double, trials: Double)? {
        func count(_ name: CohortCount) -> Double? { cohort.counts[name].map(Double.init) }
        func share(_ part: CohortCount, _ base: Double?) -> (successes: Double, trials: Double)? {
            guard let part = count(part), let base, part <= base else { return nil }
            return (part, base)
        }
        switch step {
        case .authorised: return share(.authorised, count(.planned))
        case .trained: return share(.trained, count(.enrolled))
        case .notWithdrawn: return count(.enrolled) == nil ? share(.applied, count(.authorised)) : nil
        case .visaGranted: return share(.visas, count(countsApplications ? .applied : .authorised))
        case .arrivedInTime: return share(.departed, count(.visas))
        case .earlyReturn:
            guard let early = count(.returnedEarly), let departed = count(.departed), let months = cohort.stayMonths else { return nil }
            return (early, departed * Double(months) - early * Double(months - 1) / 2)
        case .extended: return end(.extended, of: cohort, countsAllEnds: countsAllEnds)
        case .lawfulExit: return end(.lawfulExit, of: cohort, countsAllEnds: countsAllEnds)
        case .overstayed: return end(.overstayed, of: cohort, countsAllEnds: countsAllEnds)
        case .returnedOnTime: return end(.returnedOnTime, of: cohort, countsAllEnds: countsAllEnds)
        case .reapplied: return share(.reapplied, count(.returnedOnTime))
        case .projectStarted: return share(.projectsStarted, count(.projectsOffered) ?? count(.returnedOnTime))
        case .projectAlive12m: return share(.projectsAlive, count(.projectsStarted))
        }
    }

    private static let ends: [CohortCount] = [.returnedOnTime, .extended, .lawfulExit, .overstayed]

    private static func end(_ count: CohortCount, of cohort: Cohort, countsAllEnds: Bool) -> (successes: Double, trials: Double)? {
        guard let departed = cohort.counts[.departed], ends.contains(where: { cohort.counts[$0] != nil }) else { return nil }
        let stayed = departed - (cohort.counts[.returnedEarly] ?? 0)
        guard let ended = cohort.counts[count] ?? (countsAllEnds && Self.countsAllEnds(cohort) ? 0 : nil), ended <= stayed else { return nil }
        return (Double(ended), Double(stayed))
    }
}
