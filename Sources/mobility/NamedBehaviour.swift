import Foundation
import MobilityCalibration
import MobilityIngest
import MobilityModel

/// What `--behaviour` names: a YAML file, or a regime that comes with the program.
struct NamedBehaviour {
    /// A change of a regime that comes with the program.
    struct Lever {
        let name: String
        let behaviour: Behaviour
    }

    /// `nil` where it cannot be read.
    let behaviour: Behaviour?
    /// Pulled on whatever is projected, the scenario's own chances included.
    let levers: [Lever]
    let findings: [Finding]
    private let name: String
    /// Whether it comes with the program.
    let isShipped: Bool

    /// - Parameter name: a path where there is a file, or where it looks like one; the name of a regime otherwise.
    init(_ name: String) {
        self.name = name
        isShipped = Regime.files(named: name) != nil && !FileManager.default.fileExists(atPath: name)
        let looksLikeFile = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        if FileManager.default.fileExists(atPath: "\(name)/scenario.yaml") {
            (behaviour, levers) = (nil, [])
            findings = [Finding(
                severity: .error, code: "no_behaviour", file: "",
                message: "\(name) is a scenario directory; name it with --scenario, or the `behaviour` mapping of a file here")]
        } else if looksLikeFile || FileManager.default.fileExists(atPath: name) {
            let result = BehaviourReader.read(name)
            (behaviour, levers, findings) = (result.behaviour, [], result.findings)
        } else if let files = Regime.files(named: name) {
            let regime = BehaviourReader.read(files.regime.bytes, name: "regime \(files.regime.name)")
            let pulled = files.levers.map { (name: $0.name, read: BehaviourReader.read($0.bytes, name: "lever \($0.name)")) }
            behaviour = regime.behaviour
            levers = pulled.compactMap { lever in lever.read.behaviour.map { Lever(name: lever.name, behaviour: $0) } }
            findings = regime.findings + pulled.flatMap(\.read.findings)
        } else {
            (behaviour, levers) = (nil, [])
            findings = [Finding(severity: .error, code: "no_behaviour", file: "", message: Self.unknown(name))]
        }
    }

    /// What a scenario says itself, filled in with what it does not say, the levers pulled.
    func filling(_ own: Behaviour) -> Behaviour {
        levers.reduce(behaviour.map(own.filled) ?? own) { $0.pulled($1.behaviour) }
    }

    /// What of it is counted twice, or not at all, on a scenario that says so much itself.
    func doubts(beside own: Behaviour) -> [Finding] {
        var messages = Regime.doubts(named: name) { lever in
            levers.first { $0.name == lever }.map { acts($0.behaviour, onMoreThan: own) } ?? true
        }
        if !own.effects.isEmpty, behaviour?.effects.isEmpty == false {
            messages.append("the scenario has effects of its own, so those of \(name) are left out, levers excepted")
        }
        return messages.map { Finding(severity: .warning, code: "behaviour_overlap", file: "", message: $0) }
    }

    /// Whether a lever changes anything that the scenario does not say itself.
    private func acts(_ lever: Behaviour, onMoreThan own: Behaviour) -> Bool {
        let whole = filling(own)
        // Who comes too late is counted in the chance of arriving in time.
        let steps = lever.effects.map(\.step) + (lever.delays.isEmpty ? [] : [.arrivedInTime])
        return steps.contains { own.chances[$0] == nil && whole.chances[$0] != nil }
    }

    /// Levers that change what a scenario gives itself.
    func levers(on own: Behaviour) -> [String] {
        levers.filter { lever in
            lever.behaviour.effects.contains { own.chances[$0.step] != nil } || lever.behaviour.delays.keys.contains { own.delays[$0] != nil }
        }.map(\.name)
    }

    private static func unknown(_ name: String) -> String {
        if let conflict = Regime.conflict(named: name) { return "in \(name), \(conflict)" }
        let parts = name.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        if Regime.names.contains(parts[0]), let lever = parts.dropFirst().first(where: { !Regime.levers.contains($0) }) {
            let hint = NearestName.find(lever, among: Regime.levers).map { "; did you mean \($0)?" }
                ?? "; there are \(Regime.levers.joined(separator: ", "))"
            return "the regime \(parts[0]) has no lever \(lever.isEmpty ? "without a name" : lever)\(hint)"
        }
        let hint = NearestName.find(name, among: Regime.names).map { "; did you mean \($0)?" } ?? "; there are \(Regime.names.joined(separator: ", "))"
        return "there is no file \(name) and no shipped regime of that name\(hint)"
    }
}
