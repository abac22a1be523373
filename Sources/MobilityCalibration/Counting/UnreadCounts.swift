import MobilityModel

/// Counts that were observed and tell of no step, since what they would be held against was not.
enum UnreadCounts {
    /// What a count needs beside it, in words.
    private static let partners: [(count: CohortCount, needs: String)] = [
        (.planned, "`authorised`"), (.authorised, "`planned`, `applied` or `visas`"), (.enrolled, "`trained`"), (.trained, "`enrolled`"),
        (.applied, "`authorised` or `visas`"), (.visas, "`applied` or `authorised`, or `departed`"),
        (.departed, "`visas`, or how stays ended"), (.returnedOnTime, "`departed`"), (.returnedEarly, "`departed` and `stay_months`"),
        (.extended, "`departed`"), (.lawfulExit, "`departed`"), (.overstayed, "`departed`"), (.reapplied, "`returned_on_time`"),
        (.projectsOffered, "`projects_started`"), (.projectsStarted, "`projects_offered` or `returned_on_time`"),
        (.projectsAlive, "`projects_started`"),
    ]

    /// Counts that a fitted step may have been counted from.
    private static func read(by step: BehaviourStep) -> [CohortCount] {
        switch step {
        case .authorised: [.authorised, .planned]
        case .trained: [.trained, .enrolled]
        case .notWithdrawn: [.applied, .authorised]
        case .visaGranted: [.visas, .applied, .authorised]
        case .arrivedInTime: [.departed, .visas]
        case .earlyReturn: [.returnedEarly, .departed]
        case .extended: [.extended, .departed, .returnedEarly]
        case .lawfulExit: [.lawfulExit, .departed, .returnedEarly]
        case .overstayed: [.overstayed, .departed, .returnedEarly]
        case .returnedOnTime: [.returnedOnTime, .departed, .returnedEarly]
        case .reapplied: [.reapplied, .returnedOnTime]
        case .projectStarted: [.projectsStarted, .projectsOffered, .returnedOnTime]
        case .projectAlive12m: [.projectsAlive, .projectsStarted]
        }
    }

    /// - Parameter fitted: steps that were fitted to the cohorts.
    static func notes(_ cohorts: [Cohort], fitted: [BehaviourStep]) -> [String] {
        let read = Set(fitted.flatMap(read))
        let counts = partners.compactMap { count, needs in
            !read.contains(count) && cohorts.contains { $0.counts[count] != nil } ? note(count.rawValue, needs) : nil
        }
        let saysMonths = !fitted.contains(.earlyReturn) && cohorts.contains { $0.stayMonths != nil }
        return counts + (saysMonths ? [note("stay_months", "`returned_early` and `departed`")] : [])
    }

    private static func note(_ column: String, _ needs: String) -> String {
        "`\(column)` tells of no step: it needs \(needs) beside it"
    }
}
