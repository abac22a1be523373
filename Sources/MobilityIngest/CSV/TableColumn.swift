/// The columns of a table, in the order in which `scenarios/FORMAT.md` lists them.
protocol TableColumn: CaseIterable, Hashable, Sendable, RawRepresentable<Int> {
    /// As in the header, by raw value.
    static var names: [String] { get }
    static var required: Set<Self> { get }
}

extension TableColumn {
    var name: String { Self.names[rawValue] }
}
