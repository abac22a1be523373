import MobilityModel
import MobilitySimulation

/// What of a behaviour changes nothing in a plan, though somebody in its scenario might be concerned.
struct IdleBehaviour {
    /// As projected: the levers' effects come last.
    let behaviour: Behaviour
    let levers: [NamedBehaviour.Lever]
    /// Whether the effects before those of the levers are those of a shipped regime, which are for all.
    let isForAll: Bool
    let scenario: Scenario
    let simulator: Simulator

    var findings: [Finding] { effects + idleLevers }

    /// Position of the levers' first effect.
    private var firstOfLevers: Int { behaviour.effects.count - levers.reduce(0) { $0 + $1.behaviour.effects.count } }

    /// Those that concern nobody in the whole scenario are told of elsewhere.
    private var effects: [Finding] {
        if isForAll { return [] }
        let own = firstOfLevers
        return simulator.strayEffects.filter { $0 < own && behaviour.effects[$0].missing(in: scenario) == nil }.map { number in
            Finding(
                severity: .warning, code: "idle_effect", file: "",
                message: "effect \(number + 1) under `behaviour`, on `\(behaviour.effects[number].step.rawValue)`, changes nothing in this plan: no planned cycle that it holds for has that step")
        }
    }

    private var idleLevers: [Finding] {
        let stray = Set(simulator.strayEffects)
        var first = firstOfLevers
        return levers.compactMap { lever in
            let effects = first..<first + lever.behaviour.effects.count
            first = effects.upperBound
            let delays = !lever.behaviour.delays.isEmpty && simulator.isAnybodyDelayed
            guard effects.allSatisfy(stray.contains), !delays else { return nil }
            return Finding(
                severity: .warning, code: "idle_lever", file: "",
                message: "the lever \(lever.name) changes nothing in this plan: no planned cycle has a step that it changes")
        }
    }
}
