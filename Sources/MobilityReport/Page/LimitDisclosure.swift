import MobilityModel

/// What may be said of the plan's limits being used up: everything to planners; in public only where it tells nothing that a count of people on the page does not.
///
/// Whoever reads that a limit is used up, and knows what it has, knows exactly how many people that is, and what is left of others
/// used up that they are part of. Counts on the page are multiples of 5; so is what a limit named here has. Sums and
/// differences of such numbers are multiples of 5 again, so however many are named, none of them gives 1 to 4. Capacities are public,
/// so what is left out for its capacity tells nothing of the plan.
struct LimitDisclosure: Sendable {
    /// In public, what stands for every reason that would tell of a limit, and for those that may stand beside it.
    static let concealed = "no_room_or_gain"
    /// Reasons that say that a limit of the kind is used up.
    private static let reasons: [(kind: String, codes: [String])] = [
        ("quota", ["quota_full"]), ("consulate", ["consulate_full"]), ("session", ["session_full", "session_minimum"]),
        ("request", ["places_taken", "request_minimum", "outbid"]), ("fund", ["fund_exhausted"]), ("rule", ["rule", "soft_rule"]),
    ]

    private let isPublic: Bool
    /// By kind and id, whether it may be said in public to be used up.
    private let mayBeTold: [String: [String: Bool]]
    private let concealedCodes: Set<String>

    init(_ scenario: Scenario, isPublic: Bool) {
        self.isPublic = isPublic
        guard isPublic else {
            (mayBeTold, concealedCodes) = ([:], [])
            return
        }
        let told: [String: [String: Bool]] = [
            "quota": Self.byID(scenario.quotas.map { ($0.id.text, Self.isMultiple($0.places)) }),
            "consulate": Self.byID(scenario.consulates.map { ($0.id.text, Self.isMultiple($0.monthlyCapacity)) }),
            "session": Self.byID(scenario.sessions.map { ($0.id.text, Self.isMultiple($0.seats) && Self.isMinimum($0.minSeats)) }),
            "request": Self.byID(scenario.requests.map { ($0.id.text, Self.isMultiple($0.places) && Self.isMinimum($0.minPlaces)) }),
            "rule": Self.byID(scenario.rules.map { ($0.id.text, Self.isMultiple($0.target)) }),
            // What one person costs is about known, and with it how many used up the fund.
            "fund": Self.byID(scenario.funds.map { ($0.id.text, false) }),
        ]
        let concealed = Self.reasons.filter { told[$0.kind]?.values.contains(false) == true }.flatMap(\.codes)
        mayBeTold = told
        // Without company the row would say that some limit is used up, which may be the only one.
        concealedCodes = concealed.isEmpty ? [] : Set(concealed + ["not_better", "room_left"])
    }

    /// Whether the limit may be named, or spoken of without its name, as one that is used up.
    func names(_ value: MarginalValue) -> Bool {
        guard isPublic else { return true }
        var id = value.id
        if value.kind == "consulate", let space = id.lastIndex(of: " ") { id = String(id[..<space]) }
        return mayBeTold[value.kind]?[id] == true
    }

    /// Whether it may be said by how much the rule is missed, and so whether it is kept.
    func tellsMissed(_ rule: Rule.ID) -> Bool { !isPublic || mayBeTold["rule"]?[rule.text] == true }

    /// Whether it may be said that every request is full.
    var tellsThatAllIsFilled: Bool { !isPublic || mayBeTold["request"]?.values.contains(false) != true }

    /// Most frequent first.
    func reasons(_ entries: [ReasonTally.Entry]) -> [ReasonTally.Entry] {
        let concealed = entries.filter { concealedCodes.contains($0.code) }.reduce(0) { $0 + $1.count }
        guard concealed > 0 else { return entries }
        let entry = ReasonTally.Entry(code: Self.concealed, detail: "", count: concealed, sameDetail: concealed)
        return (entries.filter { !concealedCodes.contains($0.code) } + [entry]).sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    }

    private static func byID(_ limits: [(String, Bool)]) -> [String: Bool] { Dictionary(limits, uniquingKeysWith: { $0 && $1 }) }

    private static func isMultiple(_ count: Int) -> Bool { count % PublicRounding.base == 0 }

    /// Fewer than two are no minimum.
    private static func isMinimum(_ count: Int) -> Bool { count < 2 || isMultiple(count) }

    /// A share ties one count to another that is no multiple.
    private static func isMultiple(_ target: Rule.Target) -> Bool {
        if case .count(let count) = target { isMultiple(count) } else { false }
    }
}
