/// A directory that holds the files of one plan, written whole or not at all (see `OutputDirectory`); files that are not among
/// `PlanFile` stay as they are.
public struct PlanDirectory: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// What would keep a plan from being written here, in advance; `nil` where nothing is known to.
    public var obstacle: OutputError? { output.obstacle }

    /// Replaces the plan in the directory by `files`: those of `PlanFile` that are not among them are gone afterwards.
    ///
    /// - Throws: `OutputError` with what could not be done; the directory is then as it was before.
    public func replace(with files: [(name: String, bytes: [UInt8])]) throws { try output.replace(with: files) }

    private var output: OutputDirectory { OutputDirectory(path: path, owned: PlanFile.allCases.map(\.rawValue)) }
}
