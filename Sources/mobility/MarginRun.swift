import MobilityModel
import MobilityPlanning
import MobilityReport

/// Plans with more of one scarce thing at a time, over all of them, and tells how far that is.
struct MarginRun {
    let base: PlannedBase
    let console: Console
    /// Things planned again, those with the highest prices first.
    var limit: Int?
    var isQuiet = false

    /// - Parameters:
    ///   - isExact: whether to plan again at all, or to tell prices alone.
    ///   - isWanted: of which things.
    /// - Throws: `Replanner.Refused`.
    func report(isExact: Bool, of isWanted: (ScarceResource) -> Bool = { _ in true }) throws -> MarginReport {
        let search = MarginSearch(base.replanner, scenario: base.scenario, base: base.replanned ?? base.dossier.report.result)
        let resources = search.resources.filter(isWanted)
        var margins: [Margin] = []
        var planned = 0
        for (index, resource) in resources.enumerated() {
            let known = search.priced(resource)
            guard isExact, known.steps.isEmpty, planned < limit ?? .max, Interruption.count == 0 else {
                margins.append(known)
                continue
            }
            if !isQuiet { console.show { "\(index + 1) of \(resources.count): \(resource.kind) \(resource.id)" } }
            margins.append(try search.margin(of: resource, shouldStop: { Interruption.count > 0 }))
            planned += 1
        }
        console.clear()
        var notes = base.notes
        if Interruption.count > 0 { notes.append("Stopped early: what was not planned again is told by its price.") }
        return MarginReport(margins, terms: base.replanner.terms.map(\.term), notes: notes)
    }
}
