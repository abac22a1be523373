/// The tables of a scenario.
enum TableName: String, CaseIterable, Sendable {
    case candidates, requests, quotas, courses, consulates, funds

    /// The file that holds it unless `tables` names another.
    var fileName: String { rawValue + ".csv" }
}
