/// Something wrong, or odd, in a file, said so that a planner can mend it.
public struct Finding: Sendable, Hashable {
    public enum Severity: String, Sendable { case error, warning }

    public var severity: Severity
    /// A stable word for machines, such as `unknown_column`.
    public var code: String
    /// As the user named it, relative to the working directory where possible; empty where no file is at fault.
    public var file: String
    /// From 1; 0 where none applies.
    public var line: Int
    /// From 1: of the field in a CSV record, of the character in YAML; 0 where none applies.
    public var column: Int
    /// What was found, what was expected, the nearest valid name, what to do next.
    public var message: String

    public init(severity: Severity, code: String, file: String, line: Int = 0, column: Int = 0, message: String) {
        self.severity = severity; self.code = code; self.file = file; self.line = line; self.column = column
        self.message = message
    }
}

extension Finding: CustomStringConvertible {
    /// `file:line:column: error: message`, the form that editors jump to.
    public var description: String {
        var place = file
        if line > 0 { place += ":\(line)" }
        if column > 0 { place += ":\(column)" }
        return (place.isEmpty ? "" : place + ": ") + "\(severity.rawValue): \(message)"
    }
}
