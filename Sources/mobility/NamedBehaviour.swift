import Foundation
import MobilityCalibration
import MobilityIngest
import MobilityModel

/// What `--behaviour` names: a YAML file, or a regime that comes with the program.
struct NamedBehaviour {
    let behaviour: Behaviour?
    let findings: [Finding]

    /// - Parameter name: a path where there is a file, or where it looks like one; the name of a regime otherwise.
    init(_ name: String) {
        let looksLikeFile = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        let result: BehaviourReader.Result
        if FileManager.default.fileExists(atPath: "\(name)/scenario.yaml") {
            behaviour = nil
            findings = [Finding(
                severity: .error, code: "no_behaviour", file: "",
                message: "\(name) is a scenario directory; name it with --scenario, or the `behaviour` mapping of a file here")]
            return
        }
        if looksLikeFile || FileManager.default.fileExists(atPath: name) {
            result = BehaviourReader.read(name)
        } else if let bytes = Regime.bytes(named: name) {
            result = BehaviourReader.read(bytes, name: "regime \(name)")
        } else {
            behaviour = nil
            findings = [Finding(severity: .error, code: "no_behaviour", file: "", message: Self.unknown(name))]
            return
        }
        behaviour = result.behaviour
        findings = result.findings + (looksLikeFile ? [] : Regime.doubts(named: name)).map {
            Finding(severity: .warning, code: "counted_twice", file: "", message: $0)
        }
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
