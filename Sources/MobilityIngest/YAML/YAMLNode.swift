/// A node of a YAML file with the place it stands at; what the file says, before anybody decides what it means.
struct YAMLNode: Sendable {
    struct Entry: Sendable {
        var key: String
        var place: Place
        var value: YAMLNode
    }
    enum Content: Sendable {
        /// `isPlain` where it stands without quotes, and so may be a number, a truth value or null.
        case scalar(text: String, isPlain: Bool)
        case list([YAMLNode])
        /// In the order of the file, every key once.
        case mapping([Entry])
    }

    var place: Place
    var content: Content

    /// `null`, `~` or nothing: not given.
    var isNull: Bool {
        guard case .scalar(let text, true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// What it is, for a message.
    var kind: String {
        switch content {
        case .scalar: isNull ? "nothing" : "a single value"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }

    var entries: [Entry]? {
        if case .mapping(let entries) = content { return entries }
        return nil
    }

    subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }

    /// This mapping with the keys of `child` over it: mappings merge key by key, everything else replaces. A `null` of
    /// the child takes away what the parent gives.
    func merged(with child: YAMLNode) -> YAMLNode {
        guard case .mapping(var entries) = content, case .mapping(let changes) = child.content else { return child }
        var position: [String: Int] = [:]
        for (index, entry) in entries.enumerated() { position[entry.key] = index }
        for change in changes {
            if let index = position[change.key] {
                entries[index].value = entries[index].value.merged(with: change.value)
                entries[index].place = change.place
            } else {
                entries.append(change)
            }
        }
        return YAMLNode(place: child.place, content: .mapping(entries))
    }
}
