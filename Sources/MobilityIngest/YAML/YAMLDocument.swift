import MobilityModel
import Yams

/// Reads one YAML file into nodes with places; everything that is wrong with it as YAML becomes a finding.
///
/// Yams composes the tree (libyaml refuses more than 1,000 levels); scalars are then read by the core rules of YAML 1.2,
/// not by Yams' own, which are those of YAML 1.1.
struct YAMLDocument {
    static let sizeLimit = 16 << 20
    /// Nodes, every use of an alias counted anew.
    static let nodeLimit = 1_000_000
    static let depthLimit = 100

    let path: String
    let log: FindingLog
    private var nodes = 0
    private var duplicates = DuplicateKeys()
    private var stopped = false

    init(path: String, log: FindingLog) {
        self.path = path
        self.log = log
    }

    /// The mapping at the top, or `nil` where the file has errors that hide it.
    mutating func read(_ bytes: [UInt8]) -> YAMLNode? {
        let top = Place(file: path, line: 1)
        guard let text = checkedText(bytes) else { return nil }
        if let complaint = AliasCheck.complaint(text) {
            log.error(complaint, at: top, "")
            return nil
        }
        var source = text
        var root: Node?
        while true {
            do {
                root = try compose(yaml: source, .basic, .default, .utf8)
                break
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                if let key = keys.first, let changed = duplicates.rename(key, at: context.mark, in: source) {
                    source = changed
                    continue
                }
                log.error(
                    "duplicate_key", at: place(context.mark),
                    "key \(Excerpt.names(keys)) is there more than once in one mapping")
                return nil
            } catch {
                let (place, message) = describe(error)
                log.error("yaml_syntax", at: place, message)
                return nil
            }
        }
        guard let root else { return YAMLNode(place: top, content: .mapping([])) }
        let node = convert(root, depth: 0)
        if stopped { return nil }
        if node.isNull { return YAMLNode(place: top, content: .mapping([])) }
        guard case .mapping = node.content else {
            log.error("wrong_type", at: node.place, "found \(node.kind), expected a mapping with keys such as `horizon`")
            return nil
        }
        return node
    }

    private func checkedText(_ bytes: [UInt8]) -> String? {
        let invalid = bytes.withUnsafeBufferPointer { UTF8Check.firstInvalid($0) }
        let nul = bytes.firstIndex(of: 0)
        guard let index = [invalid, nul].compactMap({ $0 }).min() else {
            let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            let text = String(decoding: bytes[start...], as: UTF8.self)
            return bytes.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
        }
        let line = bytes[..<index].count { $0 == 0x0A } + 1
        let lineStart = bytes[..<index].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = String(decoding: bytes[lineStart..<index], as: UTF8.self).unicodeScalars.count + 1
        let byte = String(bytes[index], radix: 16, uppercase: true)
        log.error(
            "bad_encoding", at: Place(file: path, line: line, column: column),
            index == nul ? "a NUL byte; this is no text file" : "not UTF-8: byte 0x\(byte); save the file as UTF-8")
        return nil
    }

    private func place(_ mark: Mark?) -> Place {
        guard let mark else { return Place(file: path, line: 1) }
        return Place(file: path, line: mark.line, column: mark.column)
    }

    private mutating func convert(_ node: Node, depth: Int) -> YAMLNode {
        let place = place(node.mark)
        nodes += 1
        if nodes > YAMLDocument.nodeLimit || depth > YAMLDocument.depthLimit {
            if !stopped {
                log.error(
                    "too_long", at: place,
                    depth > YAMLDocument.depthLimit
                        ? "nested more than \(YAMLDocument.depthLimit) levels deep"
                        : "more than \(YAMLDocument.nodeLimit) values, aliases written out")
            }
            stopped = true
        }
        let nothing = YAMLNode(place: place, content: .scalar(text: "", isPlain: true))
        if stopped { return nothing }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(place: place, content: .scalar(text: scalar.string, isPlain: scalar.style == .plain))
        case .sequence(let sequence):
            return YAMLNode(place: place, content: .list(sequence.map { convert($0, depth: depth + 1) }))
        case .mapping(let mapping):
            var entries: [YAMLNode.Entry] = []
            var lines: [String: Int] = [:]
            for (key, value) in mapping {
                let keyPlace = self.place(key.mark)
                guard case .scalar(let scalar) = key else {
                    log.error("wrong_type", at: keyPlace, "a key that is a list or a mapping, expected a word")
                    continue
                }
                let name = duplicates.original(of: scalar.string, at: key.mark)
                if let line = lines[name] {
                    log.error("duplicate_key", at: keyPlace, "key \(Excerpt.name(name)) is there already, in line \(line)")
                    continue
                }
                lines[name] = keyPlace.line
                entries.append(YAMLNode.Entry(key: name, place: keyPlace, value: convert(value, depth: depth + 1)))
            }
            return YAMLNode(place: place, content: .mapping(entries))
        case .alias:
            return nothing
        }
    }

    private func describe(_ error: any Error) -> (Place, String) {
        guard let error = error as? YamlError else { return (Place(file: path, line: 1), "cannot be read as YAML") }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let before = context.map { $0.text.trimmingPrefix(while: \.isWhitespace) + " " }.map(String.init) ?? ""
            let hint = problem.contains("cannot start any token") ? "; tabs are no indentation in YAML, and texts with %, @ or ` are quoted" : ""
            return (place(mark), "not YAML: \(before)\(problem)\(hint)")
        case .reader(let problem, _, _, _):
            return (Place(file: path, line: 1), "not YAML: \(problem)")
        default:
            return (Place(file: path, line: 1), "not YAML")
        }
    }
}
