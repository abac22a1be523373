import MobilityModel

/// The tables of a generated scenario, before they are written as CSV.
struct ScenarioTables {
    var candidates: [Candidate] = []
    var requests: [Request] = []
    var quotas: [QuotaLine] = []
    var sessions: [CourseSession] = []
    var consulates: [Consulate] = []
    var funds: [Fund] = []

    /// The CSV files, and `scenario.yaml` with the settings given; `people` is the table of candidates where it is made elsewhere.
    func files(settings: String, people: [UInt8]? = nil) -> ScenarioFiles {
        var files = ScenarioFiles()
        files.add("scenario.yaml", Array(settings.utf8))
        files.add("candidates.csv", people ?? candidatesTable)
        files.add("requests.csv", requestsTable)
        files.add("quotas.csv", quotasTable)
        files.add("courses.csv", coursesTable)
        files.add("consulates.csv", consulatesTable)
        files.add("funds.csv", fundsTable)
        return files
    }
}
