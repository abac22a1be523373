import MobilityModel

/// Reads the chances of the steps out of a `behaviour:` mapping: all that is needed to predict the counts of a cohort. Other
/// keys of it are for the projection and are passed over.
public enum ChancesReader {
    public static func read(_ bytes: [UInt8], name: String) -> (chances: [BehaviourStep: Chance]?, findings: [Finding]) {
        let log = FindingLog()
        var document = YAMLDocument(path: name, log: log)
        guard let root = document.read(bytes), let node = root["behaviour"], let entries = node.entries else {
            return (nil, log.sorted())
        }
        let steps = Set(BehaviourStep.allCases.map(\.rawValue))
        var mentions = FilterMentions()
        let chances = YAMLNode(place: node.place, content: .mapping(entries.filter { steps.contains($0.key) }))
        let behaviour = Setting(log: log).behaviour(chances, &mentions)
        return (log.hasErrors ? nil : behaviour.chances, log.sorted())
    }
}
