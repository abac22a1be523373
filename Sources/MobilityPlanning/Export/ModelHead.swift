import LinearProgramming
import MobilityModel

/// The comment lines at the head of an exported model: what it is of, and what the numbers in its names stand for.
struct ModelHead {
    let instance: Instance
    let term: ObjectiveTerm
    let kept: [PlanningModel.Kept]
    /// What payments are counted in, in cents.
    let unit: MPSNumber

    func write(to file: inout MPSWriter) throws {
        let scenario = instance.scenario
        try file.comment(scenario.title.isEmpty ? scenario.name : scenario.title)
        try file.comment("scenario \(scenario.name), input digest \(scenario.digest.isEmpty ? "unknown" : scenario.digest)")
        try file.comment(
            term.isMaximised
                ? "term \(term.rawValue), maximised: its negative is what the file minimises"
                : "term \(term.rawValue), minimised")
        for kept in kept {
            try file.comment("kept: \(kept.term.rawValue) \(kept.term.isMaximised ? "at least" : "at most") \(kept.value)")
        }
        try file.comment("")
        try file.comment("x.c1.v0.g2.a5 people of c1 in the state v0 who take up g2 and apply as a5 says; t.c1.v0.s3.v4 who attend s3 and are in v4 then")
        try file.comment("a5.k7.2027-05 cycles of a5 applied for at k7 in May 2027; o6 cycles of a kind; q8.l9 cycles of q8 that take a place of l9")
        try file.comment("open.g2, open.s3 whether it takes place; short.r9 placements short or over; pay.f10.h11 what h11 pays of f10")
        try file.comment("wait.c1.v4.1 who are still in v4 at its point 1, pass.c1.v4 who go on to another state for nothing; v0 is before the first cycle")
        try file.comment("")
        try writeLegend(to: &file)
    }

    private func writeLegend(to file: inout MPSWriter) throws {
        let scenario = instance.scenario
        for (index, owner) in instance.classes.enumerated() {
            for member in owner.members {
                let row = scenario.candidates[member]
                try file.comment("\(ModelNames.people(index)) candidate \(row.id)\(row.count == 1 ? "" : ", \(row.count) people")")
            }
        }
        for (index, group) in instance.groups.enumerated() {
            for member in group.members {
                let row = scenario.requests[member]
                try file.comment("\(ModelNames.group(index)) request \(row.id), \(row.places) \(row.places == 1 ? "place" : "places")")
            }
        }
        func list(_ ids: [String], _ what: String, _ name: (Int) -> String) throws {
            for (index, id) in ids.enumerated() { try file.comment("\(name(index)) \(what) \(id)") }
        }
        try list(scenario.sessions.map(\.id.description), "session", ModelNames.session)
        try list(instance.calendars.map(\.consulate.id.description), "consulate", ModelNames.consulate)
        try list(instance.quotas.lines.map(\.id.description), "quota line", ModelNames.line)
        try list(scenario.rules.map(\.id.description), "rule", ModelNames.rule)
        try list(instance.fundGroups.funds.map(\.id.description), "fund", ModelNames.fund)
        for (index, members) in instance.fundGroups.members.enumerated() {
            try file.comment("\(ModelNames.costs(index)) costs that \(members.map(ModelNames.fund).joined(separator: ", ")) may pay, in \(unit) cents")
        }
    }
}
