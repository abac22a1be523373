/// The sections of a shipped `behaviour:` mapping, as lines: enough to put a lever's delays and effects into a regime without
/// reading what they say. Shipped files have every key of `behaviour` indented by two spaces.
struct BehaviourSections {
    private var head: [Substring] = []
    /// In the order of the file; the lines of a section begin with its key.
    private var sections: [(key: Substring, lines: [Substring])] = []

    init(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("  "), !line.hasPrefix("   "), !line.hasPrefix("  #") {
                sections.append((line, [line]))
            } else if !line.isEmpty {
                if sections.isEmpty { head.append(line) } else { sections[sections.count - 1].lines.append(line) }
            }
        }
    }

    /// Adds the effects of `lever` and takes over its delays.
    mutating func pull(_ lever: BehaviourSections) {
        for section in lever.sections {
            if let index = sections.firstIndex(where: { $0.key == section.key }) {
                if section.key == "  effects:" { sections[index].lines += section.lines.dropFirst() } else { sections[index] = section }
            } else {
                sections.append(section)
            }
        }
    }

    var text: String { (head + sections.flatMap(\.lines)).joined(separator: "\n") + "\n" }
}
