import MobilityModel

/// Reads a YAML file that holds a behaviour and nothing of a scenario: `behaviour: {...}`, as in `scenario.yaml`, with
/// `title`, `description` and `references` beside it if anybody likes.
public enum BehaviourReader {
    /// What reading gave; `behaviour` is `nil` where there is an error.
    public struct Result: Sendable {
        public var behaviour: Behaviour?
        public var findings: [Finding]
    }

    /// Reads the file at `path`; findings name it so.
    public static func read(_ path: String) -> Result {
        let log = FindingLog()
        do throws(Complaint) {
            return read(try InputFile.contents(path: path, limit: YAMLDocument.sizeLimit), name: path, log: log)
        } catch {
            log.error(error, at: Place(file: path), "")
            return Result(behaviour: nil, findings: log.sorted())
        }
    }

    /// Reads `bytes`; findings name the file `name`.
    public static func read(_ bytes: [UInt8], name: String) -> Result { read(bytes, name: name, log: FindingLog()) }

    private static func read(_ bytes: [UInt8], name: String, log: FindingLog) -> Result {
        var document = YAMLDocument(path: name, log: log)
        guard let root = document.read(bytes) else { return Result(behaviour: nil, findings: log.sorted()) }
        let setting = Setting(log: log)
        let values = setting.mapping(root, name, keys: ["behaviour", "title", "description", "references"])
        var mentions = FilterMentions()
        var behaviour = Behaviour()
        if let node = values["behaviour"] {
            behaviour = setting.behaviour(node, &mentions)
        } else {
            setting.missing("behaviour", in: name, at: root.place)
        }
        return Result(behaviour: log.hasErrors ? nil : behaviour, findings: log.sorted())
    }
}
