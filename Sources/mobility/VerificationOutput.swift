import MobilityChecking
import MobilityModel
import MobilityReport

extension Verification {
    /// For people: the verdict first, then one line for everything that is wrong.
    var text: String {
        let against = scenario.map { " against \($0.path)" } ?? ""
        var lines: [String] = []
        if isAccepted {
            lines.append("\(plan.directory): ACCEPTED\(against)")
            lines.append("  \(Figures.counted(people, "person", "people")) in \(Figures.counted(placements, "placement", "placements")); every rule holds")
            let figures = terms.map { "\($0.term.rawValue) \($0.term.figure($0.value))" }.joined(separator: ", ")
            lines.append("  \(figures)\(comparesTerms ? ", as summary.json says" : "")")
            lines += (proof?.lines ?? []).map { "  \($0)" }
        } else {
            lines.append("\(plan.directory): NOT ACCEPTED\(against): \(verdict)")
        }
        lines += findings.map { "  \($0)" }
        lines += violations.map { entry in
            "  \(entry.violation.rule)\(Self.place(entry.lines)): \(entry.violation.message)"
        }
        lines += wrongFigures.map { figure in
            let place = figure.line.map { "plan.csv:\($0)" } ?? "summary.json"
            return "  \(place), \(figure.name): \(figure.written) written, \(figure.recomputed) computed"
        }
        lines += notes.map { "  note: \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private var verdict: String {
        let errors = findings.count { $0.severity == .error }
        let parts = [
            errors > 0 ? Figures.counted(errors, "error", "errors") + " in the files" : "",
            violations.isEmpty ? "" : Figures.counted(violations.count, "broken rule", "broken rules"),
            wrongFigures.isEmpty ? "" : Figures.counted(wrongFigures.count, "wrong figure", "wrong figures"),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// ` plan.csv:2, 3, 4 and 17 more`.
    private static func place(_ lines: [Int]) -> String {
        guard !lines.isEmpty else { return "" }
        let shown = lines.prefix(8).map(String.init).joined(separator: ", ")
        return " plan.csv:\(shown)" + (lines.count > 8 ? " and \(lines.count - 8) more" : "")
    }

    /// For programs: the same, with every line of every violation.
    var json: JSONValue {
        .object([
            ("plan", .string(plan.directory)), ("scenario", .optional(scenario?.path)), ("accepted", .bool(isAccepted)),
            ("is_recorded_plan", isRecorded.map { .bool($0) } ?? .null),
            ("violations", .array(violations.map { entry in
                .object([
                    ("rule", .string(entry.violation.rule)),
                    ("subjects", .array(entry.violation.subjects.map { .string($0) })),
                    ("lines", .array(entry.lines.map { .integer($0) })), ("message", .string(entry.violation.message)),
                ])
            })),
            ("wrong_figures", .array(wrongFigures.map { figure in
                .object([
                    ("file", .string((figure.line == nil ? PlanFile.summary : .plan).rawValue)),
                    ("line", figure.line.map { .integer($0) } ?? .null), ("name", .string(figure.name)),
                    ("written", .string(figure.written)), ("computed", .string(figure.recomputed)),
                ])
            })),
            ("terms", .array(terms.map { term in
                .object([("term", .string(term.term.rawValue)), ("value", .integer(term.value))])
            })),
            ("bounds", .array(proof?.json ?? [])), ("people", .integer(people)), ("placements", .integer(placements)),
            ("findings", .array(findings.map(\.json))), ("notes", .array(notes.map { .string($0) })),
        ])
    }
}
