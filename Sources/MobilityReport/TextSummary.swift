import MobilityModel

/// A run told to a planner on at most 100 columns of plain text: how good the plan is, where the places are filled, what
/// is scarce, and why people and places are left over.
public struct TextSummary {
    /// Columns of the text.
    public static let width = 100
    /// Rows of a table of what is scarce, reasons of a list; the rest is in the files.
    static let most = 5

    private let report: PlanReport
    private var counts: GroupCounts { report.counts }

    public init(_ report: PlanReport) { self.report = report }

    /// - Parameter directory: where the files are, as the user named it.
    public func text(directory: String) -> String {
        var sections = [heading]
        if report.hasPlan {
            sections += [terms, PlacesSection(counts).lines] + ScarceSections(report).sections
            sections += [rules, bottlenecks]
            if let fairness = report.fairness { sections += FairnessText(figures: fairness, seed: report.scenario.seed).sections }
            sections += [unplaced, unfilled]
        } else if let conflict = report.result.conflict {
            sections.append(Self.conflict(conflict, message: report.result.message))
        }
        sections.append(filesSection(directory: directory))
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var heading: [String] {
        let scenario = report.scenario
        let title = scenario.title.isEmpty ? scenario.name : "\(scenario.title) (\(scenario.name))"
        var lines = title.printable.wrapped(to: Self.width)
        lines.append(String(repeating: "=", count: lines.map(\.columns).max() ?? 0))
        lines += statusInWords.wrapped(to: Self.width)
        if report.result.status == .feasible, !report.result.message.isEmpty {
            lines += report.result.message.printable.wrapped(to: Self.width)
        }
        if report.hasPlan { lines += headline.wrapped(to: Self.width) }
        if let nearness = report.result.nearness {
            lines += "Beside the plan that the search began with, of plans as good as this one: \(nearness.words).".wrapped(to: Self.width)
        }
        return lines
    }

    private var statusInWords: String {
        let result = report.result
        if report.options.policy != .optimal, report.hasPlan { return policyInWords }
        switch result.status {
        case .optimal where result.terms.allSatisfy { $0.value == $0.bound }:
            return "OPTIMAL: proven that no valid plan is better."
        case .optimal:
            return "OPTIMAL within the gap asked for (\(Figures.gap(report.options.gap))): proven on every term."
        case .feasible:
            return "FEASIBLE: a valid plan; a better one may exist, by at most the gaps below."
        case .interrupted:
            return "INTERRUPTED: stopped early; the best valid plan so far, and by how much it may fall short."
        case .infeasible:
            return "INFEASIBLE: no valid plan exists."
        case .failed:
            return "FAILED: " + result.message.printable
        }
    }

    /// How far a policy gets, as a share of what is proven to be the most.
    private var policyInWords: String {
        let policy = report.options.policy
        let stopped = report.result.status == .interrupted ? ", stopped early" : ""
        var text = "POLICY \(policy.rawValue)\(stopped): a valid plan, \(policy.rule)."
        if let first = report.result.terms.first(where: { $0.term.isMaximised }), first.bound > 0 {
            text += " It reaches \(Figures.chance(Double(first.value) / Double(first.bound))) of the most"
            text += " that is proven of \(first.term.rawValue)."
        }
        return text
    }

    private var headline: String {
        let (people, places) = (counts.totalPeople, counts.totalPlaces)
        let returning = counts.people.first { $0.attribute == "experience" }?.groups
            .first { $0.group == "returning" }?.placements ?? 0
        var text = "\(Figures.grouped(people.placed)) of \(Figures.counted(people.people, "person", "people")) placed"
        text += " in \(Figures.counted(people.placements, "placement", "placements"))"
        if returning > 0 { text += " (\(Figures.grouped(returning)) by people who have been before)" }
        text += "; \(Figures.grouped(places.filled)) of \(Figures.counted(places.places, "place", "places")) filled."
        return text
    }

    private var terms: [String] {
        guard !report.result.terms.isEmpty else { return [] }
        var table = TextTable(
            header: ["Term", "", "value", "best possible", "gap"], alignments: [.left, .left, .right, .right, .right],
            width: Self.width, indent: 0)
        for term in report.result.terms {
            table.append([
                "  " + term.term.rawValue, term.term.meaning, term.term.figure(term.value),
                isProven(term) ? term.term.figure(term.bound) : "-", isProven(term) ? Figures.gap(term.gap) : "-",
            ])
        }
        return table.lines
    }

    /// Of the cost of a policy's plan, nothing worth telling is proven: staying at home costs nothing.
    private func isProven(_ term: TermResult) -> Bool {
        report.options.policy == .optimal || term.term != .cost || term.gap == 0
    }

    private var rules: [String] {
        guard !report.usage.rules.isEmpty else { return [] }
        let byID = Dictionary(report.scenario.rules.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        var table = TextTable(
            header: ["Rules", "asked for", "reached", ""], alignments: [.left, .left, .right, .left], width: Self.width,
            indent: 0)
        for use in report.usage.rules {
            guard let rule = byID[use.id] else { continue }
            let missed = use.missed == 0 ? "" : "\(Figures.grouped(use.missed)) \(rule.kind == .atLeast ? "short" : "over")"
            table.append(["  " + use.id.text, rule.asked, rule.reached(use), missed])
        }
        return table.lines
    }

    /// What one more unit of something that the plan uses up would bring, by the most important term it moves.
    private var bottlenecks: [String] {
        let values = MarginalValue.told(report.result.marginalValues, order: report.scenario.terms)
        guard !values.isEmpty else { return [] }
        var table = TextTable(header: ["Bottlenecks", "one more may bring, by price"], alignments: [.left, .left], width: Self.width, indent: 0)
        for value in values.prefix(Self.most) {
            let amount = value.kind == "fund" ? " (EUR \(Figures.grouped(MarginalValue.euros)))" : ""
            table.append(["  \(value.kind) \(value.id)\(amount)", value.term.change(value.change)])
        }
        let more = values.count - Self.most
        return table.lines + (more > 0 ? ["  \(Figures.grouped(more)) more in \(PlanFile.summary.rawValue)"] : [])
    }

    private var unplaced: [String] {
        reasons(ReasonTally(report.result.unplaced), title: "Not placed", one: "person", many: "people", file: .unplaced)
    }

    private var unfilled: [String] {
        reasons(ReasonTally(report.result.unfilled), title: "Not filled", one: "place", many: "places", file: .unfilled)
    }

    private func reasons(_ tally: ReasonTally, title: String, one: String, many: String, file: PlanFile) -> [String] {
        guard tally.total > 0 else { return [] }
        var lines = ["\(title): \(Figures.counted(tally.total, one, many))"]
        let total = Figures.grouped(tally.total)
        // Few sentences stand for themselves; many are put together by their code, each with the most frequent.
        let entries = tally.sentences.count <= Self.most ? tally.sentences : tally.entries
        for entry in entries.prefix(Self.most) {
            let label = "\(Figures.grouped(entry.count)) of \(total)"
            let lead = "  " + label.paddedLeft(to: 2 * total.columns + 4) + "  "
            var sentence = entry.detail.isEmpty ? entry.code.spelledOut : entry.detail.printable
            if entry.sameDetail < entry.count {
                sentence = "\(entry.code.spelledOut), most often (\(Figures.grouped(entry.sameDetail))): \(sentence)"
            }
            for (index, line) in sentence.wrapped(to: Self.width - lead.columns).enumerated() {
                lines.append((index == 0 ? lead : String(repeating: " ", count: lead.columns)) + line)
            }
        }
        let rest = entries.dropFirst(Self.most)
        if !rest.isEmpty {
            let count = rest.reduce(0) { $0 + $1.count }
            lines.append("  and \(Figures.grouped(count)) for \(Figures.counted(rest.count, "other reason", "other reasons")), see \(file.rawValue)")
        }
        return lines
    }

    private static func conflict(_ conflict: Conflict, message: String) -> [String] {
        let isAlone = conflict.members.count == 1
        var lines = !conflict.isIrreducible
            ? ["These cannot all hold together (it was not proven that all of them are needed for that):"]
            : isAlone
                ? ["This cannot hold, whatever else is planned:"]
                : ["These cannot all hold together; without any one of them the others can:"]
        for member in conflict.members {
            let lead = "  \(member.kind) \(member.id): ".printable
            let wrapped = (lead + member.detail.printable).wrapped(to: width - 4)
            lines += wrapped.enumerated().map { ($0 == 0 ? "  " : "      ") + $1 }
        }
        if !message.isEmpty { lines += (message.prefix(1).uppercased() + message.dropFirst()).printable.wrapped(to: width) }
        lines.append("Drop or loosen \(isAlone ? "it" : "one of them") and plan again.")
        return lines
    }

    private func filesSection(directory: String) -> [String] {
        guard report.hasPlan else { return "Written to \(directory.printable): summary.json (no plan).".wrapped(to: Self.width) }
        let rows = report.result.plan.itineraries.reduce(0) { $0 + $1.cycles.count }
        let drawn = report.result.lotteries.reduce(0) { $0 + $1.rows.count }
        let lottery = drawn > 0 ? ", \(PlanFile.lottery.rawValue) (\(Figures.grouped(drawn)))" : ""
        let text = """
            Written to \(directory.printable): plan.csv (\(Figures.counted(rows, "row", "rows"))), \
            unplaced.csv (\(Figures.grouped(report.result.unplaced.count))), \
            unfilled.csv (\(Figures.grouped(report.result.unfilled.count)))\(lottery), certificate.csv, \
            summary.json
            """
        return text.wrapped(to: Self.width)
    }
}

extension PlanPolicy {
    fileprivate var rule: String {
        switch self {
        case .firstCome: "requests served as they were filed, people as named or by application"
        case .lottery: "people served in the order of a draw"
        case .greedy: "the best fit served first"
        case .optimal: "the best for the objective"
        }
    }
}

extension Rule {
    /// What it asks for, in words.
    public var asked: String {
        let bound = kind == .atLeast ? "at least" : "at most"
        let amount = switch target {
        case .count(let count): Figures.grouped(count)
        case .share(let share): Figures.decimal(share.value * 100, digits: 2) + " %"
        }
        return "\(bound) \(amount)" + (penalty == nil ? "" : " (soft)")
    }

    fileprivate func reached(_ use: RuleUse) -> String {
        switch target {
        case .count: Figures.grouped(use.matched)
        case .share: "\(Figures.grouped(use.matched)) of \(Figures.grouped(use.total))"
        }
    }
}

extension String {
    /// A code for machines as words: `quota_full` as `quota full`.
    fileprivate var spelledOut: String { String(map { $0 == "_" ? " " : $0 }).printable }
}
