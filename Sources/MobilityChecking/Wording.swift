extension PlanChecker {
    /// `ML, SN`.
    func names(_ items: [some CustomStringConvertible]) -> String { items.map(\.description).joined(separator: ", ") }

    /// `1 place`, `2 places`; the plural ends in s where none is given.
    func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
    }
}
