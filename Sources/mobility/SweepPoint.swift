import MobilityReport

/// A point of a grid and where its files are.
struct SweepPoint: Sendable {
    let number: Int
    /// By axis.
    let labels: [String]
    let directory: String
    /// That of its directory.
    let name: String
    var plan: String { "\(directory)/plan" }

    init(number: Int, of count: Int, labels: [String], directory: String) {
        self.number = number
        self.labels = labels
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, String(count).count - digits.count)) + digits
        name = "point-\(padded)"
        self.directory = "\(directory)/\(name)"
    }

    private struct Projected: RecordedFile {
        static let name = OutcomeFile.document.rawValue

        var digest: String
        var version: String
        var replicates: Int
        var behaviour: String?
    }

    /// Whether the plan that is there has been projected so often: planning anew takes the projection away.
    func isProjected(replicates: Int, behaviour: String?) -> Bool {
        guard let projected = Projected(directory: plan) else { return false }
        return projected.replicates == replicates && projected.behaviour == behaviour && projected.version == programVersion
            && projected.digest == RecordedSummary(directory: plan)?.digest
    }
}
