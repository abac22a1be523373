import MobilityModel

/// Nodes written as YAML again, in blocks, so that plain values stay plain.
enum YAMLText {
    static func lines(_ node: YAMLNode, indent: Int) -> [String] {
        let pad = String(repeating: "  ", count: indent)
        switch node.content {
        case .mapping(let entries):
            return entries.flatMap { entry in attached(entry.value, to: pad + YAMLString.quoted(entry.key) + ":", indent: indent) }
        case .list(let nodes):
            return nodes.flatMap { attached($0, to: pad + "-", indent: indent) }
        case .scalar: return [pad + scalar(node)]
        }
    }

    private static func attached(_ node: YAMLNode, to lead: String, indent: Int) -> [String] {
        switch node.content {
        case .mapping(let entries) where entries.isEmpty: [lead + " {}"]
        case .list(let nodes) where nodes.isEmpty: [lead + " []"]
        case .scalar: [lead + " " + scalar(node)]
        default: [lead] + lines(node, indent: indent + 1)
        }
    }

    private static func scalar(_ node: YAMLNode) -> String {
        guard case .scalar(let text, let isPlain) = node.content else { return "" }
        return isPlain && !text.contains("\n") ? text : YAMLString.quoted(text)
    }
}
