import MobilityModel

/// A projection told to a planner on at most 100 columns of plain text: who comes home and at what cost first, then all
/// figures with what is uncertain about them, then the groups.
public struct OutcomeSummary {
    /// Groups of a dimension that are shown, those with most planned cycles; the rest is in the files.
    private static let most = 8
    private let report: OutcomeReport
    private var projection: Projection { report.projection }

    public init(_ report: OutcomeReport) { self.report = report }

    /// - Parameter directory: where the files are, as the user named it.
    public func text(directory: String) -> String {
        let sections = [headline, heading, figures, groups, notes, ["Written to \(directory.printable): outcomes.csv, outcomes.json"]]
        return sections.filter { !$0.isEmpty }
            .map { $0.flatMap { $0.columns > TextSummary.width ? $0.wrapped(to: TextSummary.width) : [$0] }.joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }

    /// What everything below stands on too: which chances, and what is sure for want of one.
    private var headline: [String] {
        guard let all = projection.all else { return ["Nothing can be shown: these are fewer than \(SmallGroups.least) people."] }
        func line(_ name: String, _ figure: OutcomeFigure, _ missing: String) -> String {
            guard let estimate = all[figure] else { return name + missing }
            let replicates = projection.replicates
            let few = !report.isPublic && estimate.defined < replicates / 2
                ? ", of the \(Figures.grouped(estimate.defined)) of \(Figures.grouped(replicates)) replicates that have one" : ""
            return "\(name)\(text(figure, estimate.mean)), 90 % interval \(text(figure, estimate.low)) to \(text(figure, estimate.high))\(few)"
        }
        return [
            line("Return rate              ", .returnRate, "nobody departs in any replicate"),
            line("Cost per on-time return  ", .costPerOnTimeReturn, "nobody returns on time in any replicate"),
            "Under the chances of      " + chances,
        ] + report.silences.map(\.sentence)
    }

    /// A lever is pulled on whatever is projected, so what the scenario gives is not taken as it is.
    private var chances: String {
        guard let source = report.behaviourSource else { return "the scenario itself" }
        let words = "\(source.printable), where the scenario gives none"
        let levers = report.leversOnGiven
        if levers.isEmpty { return words }
        return words + "; the \(levers.count == 1 ? "lever" : "levers") \(levers.joined(separator: ", ")) on those that it gives, too"
    }

    private var heading: [String] {
        let scenario = report.scenario
        var lines = [(scenario.title.isEmpty ? scenario.name : "\(scenario.title) (\(scenario.name))").printable]
        var how = "\(Figures.counted(projection.replicates, "replicate", "replicates")), seed \(projection.seed)"
        if projection.replicates < projection.requested {
            how += "; stopped early, \(Figures.grouped(projection.requested)) were asked for"
        }
        lines.append(how)
        if let all = projection.all, let planned = all[.planned] {
            lines.append("\(Figures.counted(all.people, "person", "people")) in \(Figures.grouped(Int(planned.mean))) planned cycles")
        }
        return lines
    }

    private var figures: [String] {
        guard let all = projection.all else { return [] }
        var table = TextTable(
            header: ["Everybody", "mean", "5 %", "95 %", "parameters", "std. error"],
            alignments: [.left, .right, .right, .right, .right, .right], width: TextSummary.width, indent: 0, keepsLabels: true)
        for figure in OutcomeFigure.allCases {
            guard let estimate = all[figure] else { continue }
            let isCertain = estimate.standardError == 0
            table.append([
                "  " + figure.words, text(figure, estimate.mean), text(figure, estimate.low), text(figure, estimate.high),
                isCertain ? "-" : "\(Int((estimate.parameterShare * 100).rounded())) %",
                isCertain ? "-" : figure.error(estimate.standardError),
            ])
        }
        return table.lines
    }

    /// Rounded figures are not shown with more digits than they have.
    private func text(_ figure: OutcomeFigure, _ value: Double) -> String {
        guard report.isPublic, !figure.isShare else { return figure.text(value) }
        return (figure.isMoney ? "EUR " : "") + Figures.grouped(Int64(value.rounded()))
    }

    private var groups: [String] {
        var table = TextTable(
            header: ["Groups", "people", "planned", "departed", "on time", "return rate", "5 %", "95 %", "EUR/on time"],
            alignments: [.left] + [TextTable.Alignment](repeating: .right, count: 8), width: TextSummary.width, indent: 0, keepsLabels: true)
        var dimensions: [String] = []
        for group in projection.groups where !dimensions.contains(group.dimension) && group.dimension != "all" {
            dimensions.append(group.dimension)
        }
        for dimension in dimensions {
            let all = projection.groups.filter { $0.dimension == dimension }
            guard all.count > 1 else { continue }
            let largest = all.sorted { ($1.planned, $0.value) < ($0.planned, $1.value) }.prefix(Self.most).map(\.name)
            for group in all where largest.contains(group.name) {
                func cell(_ figure: OutcomeFigure, _ part: (FigureEstimate) -> Double) -> String {
                    group[figure].map { text(figure, part($0)) } ?? "-"
                }
                table.append([
                    "  " + (group.value.isEmpty ? "\(dimension)=(none)" : group.name), Figures.grouped(group.people),
                    cell(.planned, \.mean), cell(.departed, \.mean), cell(.returnedOnTime, \.mean), cell(.returnRate, \.mean),
                    cell(.returnRate, \.low), cell(.returnRate, \.high),
                    group[.costPerOnTimeReturn].map { Figures.grouped(Int64($0.mean.rounded())) } ?? "-",
                ])
            }
        }
        return table.isEmpty ? [] : table.lines
    }

    private var notes: [String] {
        var lines: [String] = []
        if projection.replicates == 1 { lines.append("One replicate shows no interval and no error: ask for more with --replicates.") }
        for figure in OutcomeFigure.allCases where figure.isRatio {
            guard !report.isPublic, let estimate = projection.all?[figure], estimate.defined < projection.replicates else { continue }
            lines.append("\(figure.words) is of the \(Figures.counted(estimate.defined, "replicate", "replicates")) that define it")
        }
        for (dimension, groups) in Dictionary(grouping: projection.groups, by: \.dimension).sorted(by: { $0.key < $1.key })
        where groups.count > Self.most {
            lines.append("\(groups.count - Self.most) more groups by \(dimension) are in \(OutcomeFile.table.rawValue)")
        }
        if report.isPublic, projection.all != nil {
            lines.append(
                "Public: counts are rounded at random to multiples of 5 (0 may be 4), money to one or two digits, shares to tenths or whole percents; what is "
                    + "uncertain is told by the intervals alone, since standard errors would tell the counts")
        }
        if report.suppressed > 0 {
            lines.append(
                "Left out: \(Figures.counted(report.suppressed, "group", "groups")) of fewer than \(SmallGroups.least) people, or that would tell of one")
        }
        return lines
    }
}

extension GroupOutcome {
    fileprivate var planned: Double { self[.planned]?.mean ?? 0 }
}

extension OutcomeFigure {
    /// As a planner reads it: `86.4 %`, `EUR 3,913.40`, `24.3`.
    fileprivate func text(_ value: Double) -> String {
        if isShare { return value.fixed(scaledBy: 100, digits: 1) + " %" }
        if isMoney { return value.magnitude < 1e14 ? Figures.euro(Cents(Int64((value * 100).rounded()))) : "EUR \(value)" }
        return value.fixed(digits: self == .planned ? 0 : 1)
    }

    /// A standard error, with more digits than the figure.
    fileprivate func error(_ value: Double) -> String {
        if isShare { return value.fixed(scaledBy: 100, digits: 2) + " %" }
        return isMoney ? text(value) : value.fixed(digits: 2)
    }

    /// `returned on time`.
    var words: String {
        switch self {
        case .cost: "cost"
        case .costPerOnTimeReturn: "cost per on-time return"
        case .onTimeRate: "on-time rate"
        case .projectsAlive12m: "projects alive after 12 months"
        default: String(rawValue.map { $0 == "_" ? " " : $0 })
        }
    }
}

extension Double {
    /// With so many decimals, zeros included, so that figures stand below one another.
    fileprivate func fixed(scaledBy scale: Double = 1, digits: Int) -> String {
        guard digits > 0 else { return Figures.grouped(Int64((self * scale).rounded())) }
        var text = Figures.decimal(self * scale, digits: digits)
        let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        if decimals == 0 { text += "." }
        return text + String(repeating: "0", count: digits - decimals)
    }
}
