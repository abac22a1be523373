/// Where something stands in an input file; what a finding points at.
struct Place: Hashable, Sendable {
    var file: String
    /// From 1; 0 where none applies.
    var line: Int = 0
    /// From 1: field of a CSV record, or character of a YAML line; 0 where none applies.
    var column: Int = 0
}
