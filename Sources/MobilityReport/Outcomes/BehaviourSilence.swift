import MobilityModel

/// Steps that a projection takes as sure, to happen or not to, since the behaviour says nothing of them.
struct BehaviourSilence {
    enum Kind: String { case always = "taken_as_certain", never = "taken_as_never" }

    let kind: Kind
    let steps: [BehaviourStep]

    /// In `outcomes.json`.
    var key: String { kind.rawValue }

    /// As a line below "Under the chances of".
    var sentence: String {
        let names = steps.map(\.rawValue).joined(separator: ", ")
        return kind == .always
            ? "No chance is given, so taken as certain: \(names)" : "No chance is given, so taken never to happen: \(names)"
    }

    /// - Returns: those kinds that have a step. Projects are not among them: without a chance nothing is projected of them.
    static func all(of behaviour: Behaviour) -> [BehaviourSilence] {
        func isSilent(_ step: BehaviourStep) -> Bool { behaviour.chances[step] == nil }
        var always = [BehaviourStep.authorised, .trained, .notWithdrawn, .visaGranted, .arrivedInTime].filter(isSilent)
        if !behaviour.delays.isEmpty { always.removeAll { $0 == .arrivedInTime } }
        var never = [BehaviourStep.earlyReturn].filter(isSilent)
        // Where on-time returns are given, the first end that is not takes what they leave.
        let open = [BehaviourStep.overstayed, .extended, .lawfulExit].filter(isSilent)
        never += isSilent(.returnedOnTime) ? open : Array(open.dropFirst())
        always += [BehaviourStep.reapplied].filter(isSilent)
        return [BehaviourSilence(kind: .always, steps: always), BehaviourSilence(kind: .never, steps: never)].filter { !$0.steps.isEmpty }
    }
}
