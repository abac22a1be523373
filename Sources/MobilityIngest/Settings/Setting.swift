import MobilityModel

/// Reads values out of YAML nodes; what is wrong is reported where it stands and read as `nil`.
struct Setting {
    let log: FindingLog

    /// The entries of a mapping by key, `null` ones left out; keys that are not among `keys` are reported.
    func mapping(_ node: YAMLNode, _ name: String, keys: [String]) -> [String: YAMLNode] {
        guard let entries = node.entries else {
            wrongType(node, name, "a mapping with \(Excerpt.names(keys, limit: 20))")
            return [:]
        }
        var result: [String: YAMLNode] = [:]
        for entry in entries {
            guard keys.contains(entry.key) else {
                log.error(
                    "unknown_key", at: entry.place,
                    "unknown key \(Excerpt.name(entry.key)) in `\(name)`" + NearestName.hint(entry.key, among: keys))
                continue
            }
            if !entry.value.isNull { result[entry.key] = entry.value }
        }
        return result
    }

    /// The elements of a list; a single value counts as a list of one.
    func list(_ node: YAMLNode) -> [YAMLNode] {
        if case .list(let nodes) = node.content { return nodes }
        return node.isNull ? [] : [node]
    }

    func wrongType(_ node: YAMLNode, _ name: String, _ expected: String) {
        log.error("wrong_type", at: node.place, "`\(name)`: found \(node.kind), expected \(expected)")
    }

    func missing(_ key: String, in name: String, at place: Place) {
        log.error("missing_key", at: place, "`\(name)` has no `\(key)`, which is required")
    }

    /// The text of a single value.
    func text(_ node: YAMLNode, _ name: String) -> String? {
        guard case .scalar(let text, _) = node.content, !node.isNull else {
            wrongType(node, name, "a text")
            return nil
        }
        return text
    }

    /// A single value read as a cell of a table would be.
    func value<Value>(
        _ node: YAMLNode, _ name: String, _ decode: (Bytes) throws(Complaint) -> Value
    ) -> Value? {
        guard case .scalar(let text, _) = node.content, !node.isNull else {
            wrongType(node, name, "a single value")
            return nil
        }
        do throws(Complaint) {
            return try decoded(text, decode)
        } catch {
            log.error(error, at: node.place, "`\(name)`: ")
            return nil
        }
    }

    private func decoded<Value>(_ text: String, _ decode: (Bytes) throws(Complaint) -> Value) throws(Complaint) -> Value {
        let result: Result<Value, Complaint> = withBytes(of: text) { bytes in
            do throws(Complaint) { return .success(try decode(bytes)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    func number(_ node: YAMLNode, _ name: String, in range: ClosedRange<Int>) -> Int? {
        var node = node
        if case .scalar(let text, true) = node.content, let digits = CoreScalar.wholeNumber(text) {
            node.content = .scalar(text: digits, isPlain: true)
        }
        return value(node, name) { bytes throws(Complaint) in try Decode.wholeNumber(bytes, in: range) }
    }

    func day(_ node: YAMLNode, _ name: String) -> Day? {
        value(node, name) { bytes throws(Complaint) in try Decode.day(bytes) }
    }

    func cents(_ node: YAMLNode, _ name: String) -> Cents? {
        value(node, name) { bytes throws(Complaint) in try Decode.cents(bytes, exponent: true) }
    }

    func country(_ node: YAMLNode, _ name: String) -> Country? {
        value(node, name) { bytes throws(Complaint) in try Decode.country(bytes) }
    }

    func flag(_ node: YAMLNode, _ name: String) -> Bool? {
        if case .scalar(let text, true) = node.content, let value = CoreScalar.bool(text) { return value }
        if case .scalar(let text, _) = node.content, !node.isNull {
            log.error("bad_choice", at: node.place, "`\(name)`: found \(Excerpt.quoted(text)), expected `true` or `false`")
        } else {
            wrongType(node, name, "`true` or `false`")
        }
        return nil
    }

    /// A finite number within a range, for chances and odds.
    func real(_ node: YAMLNode, _ name: String, in range: ClosedRange<Double>, expected: String) -> Double? {
        guard case .scalar(let text, _) = node.content, !node.isNull else {
            wrongType(node, name, expected)
            return nil
        }
        guard let number = CoreScalar.number(text) else {
            log.error("bad_number", at: node.place, "`\(name)`: found \(Excerpt.quoted(text)), expected \(expected)")
            return nil
        }
        guard range.contains(number) else {
            log.error("out_of_range", at: node.place, "`\(name)`: found \(Excerpt.plain(text)), expected \(expected)")
            return nil
        }
        return number
    }

    func values<Value>(
        _ node: YAMLNode, _ name: String, _ decode: (Bytes) throws(Complaint) -> Value
    ) -> [Value] {
        list(node).compactMap { value($0, name, decode) }
    }

    func texts(_ node: YAMLNode, _ name: String) -> [String] { list(node).compactMap { text($0, name) } }
}
