import ArgumentParser

/// What standard output carries.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people, within 100 columns.
    case text
    /// One document and nothing else.
    case json
}
