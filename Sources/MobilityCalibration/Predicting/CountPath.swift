import MobilityModel

/// How one count of a cohort comes from another: the steps between them.
struct CountPath: Sendable {
    /// One step on the way.
    enum Link: Sendable, Equatable {
        case chance(BehaviourStep)
        /// Stays to the planned end, then ends so; `nil`: leaves early.
        case end(BehaviourStep?)
        /// All of them.
        case all

        /// Those that decide it.
        var steps: [BehaviourStep] {
            switch self {
            case .chance(let step): [step]
            case .end: [.earlyReturn, .extended, .lawfulExit, .overstayed, .returnedOnTime]
            case .all: []
            }
        }
    }

    let links: [Link]

    private static let parents: [CohortCount: (CohortCount, Link)] = [
        .authorised: (.planned, .chance(.authorised)), .trained: (.enrolled, .chance(.trained)),
        .applied: (.authorised, .chance(.notWithdrawn)), .visas: (.applied, .chance(.visaGranted)),
        .departed: (.visas, .chance(.arrivedInTime)), .returnedEarly: (.departed, .end(nil)),
        .returnedOnTime: (.departed, .end(.returnedOnTime)), .extended: (.departed, .end(.extended)),
        .lawfulExit: (.departed, .end(.lawfulExit)), .overstayed: (.departed, .end(.overstayed)),
        .reapplied: (.returnedOnTime, .chance(.reapplied)), .projectsOffered: (.returnedOnTime, .all),
        .projectsStarted: (.projectsOffered, .chance(.projectStarted)), .projectsAlive: (.projectsStarted, .chance(.projectAlive12m)),
    ]

    /// `nil` where `count` does not come from `base`.
    init?(to count: CohortCount, from base: CohortCount) {
        var links: [Link] = []
        var at = count
        while at != base {
            guard let (parent, link) = Self.parents[at] else { return nil }
            links.append(link)
            at = parent
        }
        guard !links.isEmpty else { return nil }
        self.links = links.reversed()
    }
}
