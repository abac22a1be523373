import MobilityModel

/// Reads the file of a sweep.
public enum GridReader {
    public struct Result: Sendable {
        /// `nil` where the file has errors.
        public var grid: SweepGrid?
        /// What can be read of a file with errors, so that its values are tried all the same; `nil` where that is nothing.
        public var readable: SweepGrid?
        public var findings: [Finding]
    }

    /// - Parameter path: as the user typed it; the base is looked for from its directory.
    public static func read(_ path: String) -> Result {
        let log = FindingLog(limit: 100)
        let grid = grid(path, log)
        return Result(grid: log.hasErrors ? nil : grid, readable: grid, findings: log.sorted())
    }

    private static func grid(_ path: String, _ log: FindingLog) -> SweepGrid? {
        let bytes: [UInt8]
        do throws(Complaint) {
            bytes = try InputFile.contents(path: path, limit: YAMLDocument.sizeLimit)
        } catch {
            log.error(error.code, at: Place(file: path), error.message)
            return nil
        }
        var document = YAMLDocument(path: path, log: log)
        guard let root = document.read(bytes) else { return nil }
        let setting = Setting(log: log)
        let keys = setting.mapping(root, "sweep", keys: ["title", "base", "axes"])
        guard let baseNode = keys["base"], let base = setting.text(baseNode, "base") else {
            if keys["base"] == nil { setting.missing("base", in: "sweep", at: root.place) }
            return nil
        }
        let directory = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
        var grid = SweepGrid(base: FilePath.join(directory, base), axes: [])
        if FilePath.kind(grid.base) != .directory {
            log.error("missing_file", at: baseNode.place, "`base`: there is no directory \(Excerpt.path(grid.base))")
        }
        guard let axes = keys["axes"]?.entries, !axes.isEmpty else {
            setting.missing("axes", in: "sweep", at: root.place)
            return nil
        }
        for entry in axes { if let axis = axis(entry, setting) { grid.axes.append(axis) } }
        var points = 1
        for axis in grid.axes { points = min(points * axis.labels.count, SweepGrid.most + 1) }
        if points > SweepGrid.most {
            log.error("too_large", at: root.place, "the grid has more than \(SweepGrid.most) points")
        }
        return grid
    }

    private static func axis(_ entry: YAMLNode.Entry, _ setting: Setting) -> SweepGrid.Axis? {
        let keys = setting.mapping(entry.value, entry.key, keys: ["change", "values", "cases"])
        var axis = SweepGrid.Axis(name: entry.key, labels: [], changes: [], lines: [])
        if let cases = keys["cases"]?.entries {
            for one in cases where !axis.labels.contains(one.key) {
                axis.labels.append(one.key)
                axis.changes.append(one.value.isNull ? YAMLNode(place: one.place, content: .mapping([])) : one.value)
                axis.lines.append(one.place.line)
                if one.value.entries == nil, !one.value.isNull { setting.wrongType(one.value, one.key, "keys of `scenario.yaml`") }
            }
        } else if let change = keys["change"], let values = keys["values"] {
            for (number, value) in setting.list(values).enumerated() {
                var label = "\(number + 1)"
                if case .scalar(let text, _) = value.content, !axis.labels.contains(text) { label = text }
                guard let node = nested(change, value, setting) else { return nil }
                axis.labels.append(label)
                axis.changes.append(node)
                axis.lines.append(value.place.line)
            }
        }
        if axis.labels.isEmpty {
            setting.log.error(
                "missing_key", at: entry.place,
                "axis \(Excerpt.name(entry.key)) needs `change` and `values`, or `cases`, with at least one value")
            return nil
        }
        return axis
    }

    /// `{amend: {consulates: {bamako: monthly_capacity}}}` and 40 as `{amend: {consulates: {bamako: {monthly_capacity: 40}}}}`.
    private static func nested(_ path: YAMLNode, _ value: YAMLNode, _ setting: Setting) -> YAMLNode? {
        if case .scalar(let key, _) = path.content, !path.isNull {
            return YAMLNode(place: path.place, content: .mapping([YAMLNode.Entry(key: key, place: path.place, value: value)]))
        }
        guard let entries = path.entries, entries.count == 1, let entry = entries.first,
            let inner = nested(entry.value, value, setting)
        else {
            setting.wrongType(path, "change", "one key within another, and the name of what changes at the end")
            return nil
        }
        return YAMLNode(place: path.place, content: .mapping([YAMLNode.Entry(key: entry.key, place: entry.place, value: inner)]))
    }
}
