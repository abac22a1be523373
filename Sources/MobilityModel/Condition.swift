/// One rule of a valid plan, held against a person's going to a request beside everything else that is planned.
public struct Condition: Sendable, Hashable {
    /// `V1` to `V12`.
    public var rule: String
    public var isMet: Bool
    /// What meets it, or what it misses, with names, dates and numbers.
    public var detail: String

    public init(rule: String, isMet: Bool, detail: String) {
        self.rule = rule; self.isMet = isMet; self.detail = detail
    }

    /// What a rule asks about, in a word or two.
    public static func title(of rule: String) -> String {
        switch rule {
        case "V1": "eligible"
        case "V2": "skills"
        case "V3": "training"
        case "V4": "visa"
        case "V5": "places"
        case "V6": "rest"
        case "V7": "stay limit"
        case "V8": "quota"
        case "V9": "rules"
        case "V10": "funds"
        case "V11": "people"
        case "V12": "pins"
        default: rule
        }
    }
}

/// Every condition on the way of one person of a row to a request, V1 to V12, on the best way there.
public struct ConditionTrail: Sendable, Hashable {
    public var candidate: Candidate.ID
    public var request: Request.ID
    /// One a rule that is met, one for everything that is missed, in the order of the rules.
    public var conditions: [Condition]
    /// How the person would go there, missed conditions aside.
    public var cycle: Cycle

    public init(candidate: Candidate.ID, request: Request.ID, conditions: [Condition], cycle: Cycle) {
        self.candidate = candidate; self.request = request; self.conditions = conditions; self.cycle = cycle
    }

    public var missed: [Condition] { conditions.filter { !$0.isMet } }
    /// Rules with anything missed.
    public var missedRules: Int { Set(missed.map(\.rule)).count }
}
