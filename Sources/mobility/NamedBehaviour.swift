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
        findings = result.findings
    }

    private static func unknown(_ name: String) -> String {
        let names = Regime.names
        var text = "there is no file \(name) and no shipped regime of that name"
        if let near = NearestName.find(name, among: names) { text += "; did you mean \(near)?" }
        return text + (names.isEmpty ? "" : "; there are \(names.joined(separator: ", "))")
    }
}
