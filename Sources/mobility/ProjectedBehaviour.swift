import MobilityIngest
import MobilityModel
import MobilityReport
import MobilitySimulation

/// The behaviour that a plan is projected with: what its scenario says, filled in with what is named beside it, and what of that
/// is doubtful or changes nothing.
struct ProjectedBehaviour {
    /// Something to tell, with what it says to be idle.
    struct Note {
        var finding: Finding
        var idle: [IdlePart] = []

        init(_ finding: Finding, idle: [IdlePart] = []) { self.finding = finding; self.idle = idle }

        init(_ code: String, _ message: String, idle: [IdlePart]) {
            self.init(Finding(severity: .warning, code: code, file: "", message: message), idle: idle)
        }
    }

    /// As its files have it.
    let scenario: Scenario
    let named: NamedBehaviour?
    /// The levers' effects come last.
    let behaviour: Behaviour

    init(_ scenario: Scenario, _ named: NamedBehaviour?) {
        self.scenario = scenario
        self.named = named
        behaviour = named?.filling(scenario.behaviour) ?? scenario.behaviour
    }

    /// What is known without the plan.
    var notes: [Note] {
        let doubts = named.map { $0.findings + $0.doubts(beside: scenario.behaviour) } ?? []
        return doubts.map { Note($0) } + strayEffects + idleSteps
    }

    /// What changes nothing in this plan, though somebody in the scenario might be concerned.
    func notes(in simulator: Simulator) -> [Note] { idleEffects(simulator) + idleLevers(simulator) }

    private func note(_ code: String, ofEffect number: Int, _ words: String) -> Note {
        let step = behaviour.effects[number].step
        return Note(
            code, "effect \(number + 1) under `behaviour`, on `\(step.rawValue)`, changes nothing\(words)",
            idle: [.effect(number: number + 1, step: step)])
    }

    /// Effects that a scenario, or a file named for it, has for people or requests that are not in the scenario; those of shipped
    /// regimes are for all.
    private var strayEffects: [Note] {
        let own = named?.isShipped == true ? scenario.behaviour.effects.count : behaviour.effects.count
        return behaviour.effects.prefix(own).enumerated().compactMap { number, effect in
            effect.missing(in: scenario).map { note($0.code, ofEffect: number, ": \($0.words)") }
        }
    }

    /// Effects that have nothing to change.
    private var idleSteps: [Note] {
        let steps = BehaviourStep.allCases.filter { step in behaviour.effects.contains { $0.step == step } }
        // Levers are written for whichever end of a stay is given.
        let silent = steps.filter { behaviour.chances[$0] == nil && $0 != .returnedOnTime && $0 != .overstayed }
        let certain = steps.filter { step in
            behaviour.chances[step].map { $0.n == nil && ($0.rate == 0 || $0.rate == 1) } ?? false
        }
        return [
            (silent, "no chance is given of it"), (certain, "its chance is given as exactly 0 or 1, which no odds ratio moves"),
        ].compactMap { steps, why in
            if steps.isEmpty { return nil }
            let names = steps.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            return Note("idle_effect", "effects on \(names) change nothing: \(why)", idle: steps.map { .effects(on: $0) })
        }
    }

    private var levers: [NamedBehaviour.Lever] { named?.levers ?? [] }

    /// Position of the levers' first effect.
    private var firstOfLevers: Int { behaviour.effects.count - levers.reduce(0) { $0 + $1.behaviour.effects.count } }

    /// Those that concern nobody in the whole scenario are told of without the plan.
    private func idleEffects(_ simulator: Simulator) -> [Note] {
        // A shipped regime's are for all.
        if named?.isShipped == true, scenario.behaviour.effects.isEmpty { return [] }
        let own = firstOfLevers
        return simulator.strayEffects.filter { $0 < own && behaviour.effects[$0].missing(in: scenario) == nil }.map {
            note("idle_effect", ofEffect: $0, " in this plan: no planned cycle that it holds for has that step")
        }
    }

    private func idleLevers(_ simulator: Simulator) -> [Note] {
        let stray = Set(simulator.strayEffects)
        var first = firstOfLevers
        return levers.compactMap { lever in
            let effects = first..<first + lever.behaviour.effects.count
            first = effects.upperBound
            let delays = !lever.behaviour.delays.isEmpty && simulator.isAnybodyDelayed
            guard effects.allSatisfy(stray.contains), !delays else { return nil }
            return Note(
                "idle_lever", "the lever \(lever.name) changes nothing in this plan: no planned cycle has a step that it changes",
                idle: [.lever(lever.name)])
        }
    }
}
