import MobilityModel

/// The tables of a generated scenario, before they are written as CSV.
struct ScenarioTables {
    var candidates: [Candidate] = []
    var requests: [Request] = []
    var quotas: [QuotaLine] = []
    var sessions: [CourseSession] = []
    var consulates: [Consulate] = []
    var funds: [Fund] = []

    /// The CSV files, and `scenario.yaml` with the settings given.
    func files(settings: String) -> ScenarioFiles {
        var files = ScenarioFiles()
        files.add("scenario.yaml", settings)
        files.add("candidates.csv", candidatesText)
        files.add("requests.csv", requestsText)
        files.add("quotas.csv", quotasText)
        files.add("courses.csv", coursesText)
        files.add("consulates.csv", consulatesText)
        files.add("funds.csv", fundsText)
        return files
    }
}
