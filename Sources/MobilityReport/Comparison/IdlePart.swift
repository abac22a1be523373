import MobilityModel

/// Something of a behaviour that changes nothing in a plan, whoever has written it.
public enum IdlePart: Sendable, Hashable {
    /// Counted from 1 in the behaviour that the plan is projected with.
    case effect(number: Int, step: BehaviourStep)
    /// All effects on a step.
    case effects(on: BehaviourStep)
    /// By its name.
    case lever(String)

    var json: JSONValue {
        switch self {
        case .effect(let number, let step): .object([("effect", .integer(number)), ("step", .string(step.rawValue))])
        case .effects(let step): .object([("step", .string(step.rawValue))])
        case .lever(let name): .object([("lever", .string(name))])
        }
    }

    func text(_ language: Language) -> String {
        switch self {
        case .effect(let number, let step): Phrases.idleEffect.with(language, String(number), step.phrase(language))
        case .effects(let step): Phrases.idleStep.with(language, step.phrase(language))
        case .lever(let name): Phrases.idleLever.with(language, name)
        }
    }
}
