import MobilityModel

/// A comparison told on at most 100 columns: what is proven of the difference and what is projected of it, kept apart.
public struct ComparisonText {
    /// Rows of a table; the rest is in the files.
    private static let most = 12
    private static let projected: [OutcomeFigure] = [
        .departed, .returnedOnTime, .returnRate, .onTimeRate, .overstayed, .costPerOnTimeReturn, .projectsStarted, .projectsAlive12m,
    ]
    /// The plans of one scenario and of its variant are each one of many that are equally good.
    private static let equallyGood = """
        Of plans equally good in every term each scenario has one. A variant keeps the base's where that is as good, yet what no \
        term and no rule counts may differ for no other reason.
        """
    private static let twoIntervals = """
        Projected is what one run of the programme may show, luck included; on average is what the change does with luck left out, \
        uncertain only where chances are not well known.
        """
    private let comparison: Comparison

    public init(_ comparison: Comparison) { self.comparison = comparison }

    public var text: String {
        var sections = [["Base: \(Self.title(comparison.base))"]]
        for side in comparison.sides {
            sections.append(heading(side))
            let groups = groups(side)
            sections += [terms(side), reached(side), gaps(side), plan(side), groups, groups.isEmpty ? [] : [Self.equallyGood], uses(side), projection(side), onAverage(side), movers(side)]
        }
        sections += comparison.idleSentences(.english).map { [$0.printable] }
        if !comparison.projectionNote.isEmpty { sections.append(["Not projected: \(comparison.projectionNote)"]) }
        return sections.filter { !$0.isEmpty }.map { lines in
            lines.flatMap { $0.columns > TextSummary.width ? $0.wrapped(to: TextSummary.width) : [$0] }.joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    private static func title(_ plan: Comparison.Header) -> String {
        (plan.title.isEmpty ? plan.name : "\(plan.title) (\(plan.name))").printable + ", \(plan.status)"
    }

    private func heading(_ side: Comparison.Side) -> [String] {
        var lines = Self.title(side.plan).wrapped(to: TextSummary.width)
        lines.append(String(repeating: "=", count: lines.map(\.columns).max() ?? 0))
        if !side.sharesBase {
            lines.append("This scenario and the base share no scenario that they extend: differences are between two cases, not of a change.")
        }
        return lines
    }

    private func table(_ header: [String], _ rows: [[String]]) -> [String] {
        guard !rows.isEmpty else { return [] }
        var table = TextTable(
            // Words, which have no header, are not numbers.
            header: header, alignments: [.left] + header.dropFirst().map { $0.isEmpty ? .left : .right },
            width: TextSummary.width, indent: 0, keepsLabels: true)
        for row in rows { table.append(row) }
        return table.lines
    }

    private func terms(_ side: Comparison.Side) -> [String] {
        table(["Terms", "base", "variant", "difference", "of the best plans"], side.rows.compactMap { row in
            guard row.kind == "term", row.figure == "value", let term = ObjectiveTerm(rawValue: row.group) else { return nil }
            func figure(_ value: Double?) -> String { value.map { term.figure(Int64($0)) } ?? "-" }
            // Of penalty points fewer are better, so that a sign could be read both ways.
            func difference(_ value: Double?) -> String {
                guard term == .penalty, let value, value != 0 else { return signed(value, figure) }
                return "\(figure(value.magnitude)) \(value < 0 ? "fewer" : "more")"
            }
            let proven = row.solver.map { ends in
                ends.lowerBound == ends.upperBound ? "proven"
                    : term == .penalty ? "\(difference(ends.lowerBound)) to \(difference(ends.upperBound))"
                    : "\(figure(ends.lowerBound)) to \(figure(ends.upperBound))"
            }
            return ["  \(row.group)", figure(row.base), figure(row.variant), difference(row.difference), proven ?? "-"]
        })
    }

    /// What two plans of one scenario reach of the most that is proven.
    private func reached(_ side: Comparison.Side) -> [String] {
        let rows = side.rows.filter { $0.kind == "term" && $0.figure == ComparisonRow.shareOfBound }
        return table(["Of the most that is proven", "base", "variant"], rows.map { row in
            ["  \(row.group)"] + [row.base, row.variant].map { $0.map { Figures.chance($0) } ?? "-" }
        })
    }

    /// How far each plan may be from the best; nothing to tell where both are proven.
    private func gaps(_ side: Comparison.Side) -> [String] {
        let rows = side.rows.filter { $0.kind == "term" && $0.figure == "gap" && max($0.base ?? 0, $0.variant ?? 0) > 0 }
        return table(["Gaps of the solver", "base", "variant"], rows.map { row in
            ["  \(row.group)"] + [row.base, row.variant].map { $0.map { Figures.gap($0) } ?? "-" }
        })
    }

    private func plan(_ side: Comparison.Side) -> [String] {
        table(["Plan", "base", "variant", "difference"], side.rows.filter { $0.kind == "plan" && $0.group == "all" }.map(cells))
    }

    private func groups(_ side: Comparison.Side) -> [String] {
        changed(side.rows.filter { $0.kind == "plan" && $0.group != "all" && $0.figure == "placements" }, "Placements by group")
    }

    private func uses(_ side: Comparison.Side) -> [String] {
        let kinds = ["quota", "session", "consulate", "fund"]
        return changed(side.rows.filter { kinds.contains($0.kind) && $0.figure.hasPrefix("used") && !$0.group.contains(" ") }, "In use")
    }

    private func changed(_ rows: [ComparisonRow], _ title: String) -> [String] {
        let moved = rows.filter { ($0.difference ?? 0) != 0 }
        let shown = moved.sorted { abs($0.difference ?? 0) > abs($1.difference ?? 0) }.prefix(Self.most)
        let rest = moved.count - shown.count
        let lines = table([title, "base", "variant", "difference"], shown.map { row in
            var cells = cells(row)
            cells[0] = "  " + (row.kind == "plan" ? Self.named(row.group) : "\(row.kind) \(row.group)")
            return cells
        })
        return lines + (rest > 0 ? ["  \(rest) more in \(ComparisonFile.table.rawValue)"] : [])
    }

    private func cells(_ row: ComparisonRow) -> [String] {
        func figure(_ value: Double?) -> String {
            guard let value else { return "-" }
            if row.figure == "share_filled" { return Figures.decimal(value * 100, digits: 1) + " %" }
            return (row.figure.hasSuffix("_eur") ? "EUR " : "") + Figures.decimal(value, digits: 2)
        }
        let difference = row.figure == "share_filled" ? points(row.difference) : signed(row.difference, figure)
        return ["  " + String(row.figure.map { $0 == "_" ? " " : $0 }), figure(row.base), figure(row.variant), difference]
    }

    private func signed(_ value: Double?, _ figure: (Double?) -> String) -> String {
        guard let value else { return "-" }
        return Figures.signed(figure(value), of: value)
    }

    /// A difference of shares.
    private func points(_ value: Double?) -> String { signed(value) { Figures.decimal(($0 ?? 0) * 100, digits: 1) + " pp" } }

    /// `area=Kayes`, `area not given`.
    private static func named(_ group: String) -> String { group.hasSuffix("=") ? "\(group.dropLast()) not given" : group }

    private func projected(_ side: Comparison.Side) -> [(figure: OutcomeFigure, row: ComparisonRow)] {
        let rows = side.rows.filter { $0.kind == "projection" && $0.group == "all" }
        return Self.projected.compactMap { figure in rows.first { $0.figure == figure.rawValue }.map { (figure, $0) } }
    }

    private func projection(_ side: Comparison.Side) -> [String] {
        guard let play = comparison.play else { return [] }
        let lines = table(["Projected", "base", "variant", "difference", "5 %", "95 %", ""], projected(side).map { figure, row in
            func text(_ value: Double?) -> String {
                guard let value else { return "-" }
                return figure.isShare ? Figures.decimal(value * 100, digits: 1) + " %" : Figures.decimal(value, digits: 1)
            }
            func difference(_ value: Double?) -> String { figure.isShare ? points(value) : signed(value, text) }
            return [
                "  " + figure.words, text(row.base), text(row.variant),
                difference(row.difference), difference(row.paired?.lowerBound), difference(row.paired?.upperBound),
                Self.drawn(row.reading),
            ]
        })
        guard !lines.isEmpty else { return [] }
        let chances = play.behaviourSource.map { "\($0.printable), where a scenario gives none" } ?? "the scenarios themselves"
        let others = play.otherChances.contains(side.plan.name)
            ? ["  This scenario and the base have different chances: what they make is in the difference too."] : []
        return lines + others
            + ["  \(Figures.grouped(play.replicates)) replicates with shared luck, seed \(play.seed); chances of \(chances)"]
    }

    private static func drawn(_ reading: ComparisonRow.Reading?) -> String {
        switch reading {
        case .nothing: "none"
        case .mayBeNothing, .somethingOnAverage: "may be nothing"
        case .something, nil: ""
        }
    }

    /// The differences with everybody's luck left out, which are smaller than what is drawn can tell: so with a digit more.
    private func onAverage(_ side: Comparison.Side) -> [String] {
        let rows = projected(side)
        guard rows.contains(where: { $0.row.expectation != nil && $0.row.reading != .nothing }) else { return [] }
        let lines = table(["On average", "difference", "5 %", "95 %", ""], rows.compactMap { figure, row in
            guard let expectation = row.expectation else { return nil }
            func difference(_ value: Double) -> String {
                signed(value) { Figures.decimal(($0 ?? 0) * (figure.isShare ? 100 : 1), digits: 2) + (figure.isShare ? " pp" : "") }
            }
            return [
                "  " + figure.words, difference(expectation.mean), difference(expectation.low), difference(expectation.high),
                row.reading == .somethingOnAverage ? "an effect; one run may show none" : Self.drawn(row.reading),
            ]
        })
        return lines + [Self.twoIntervals]
    }

    private func movers(_ side: Comparison.Side) -> [String] {
        let movers = side.movers
        guard movers.winners + movers.losers > 0 else {
            return ["Nobody is placed in one of the two plans only." + notShared(movers)] + nearness(side)
        }
        let lines = table(["Placed in one plan only", "winners", "losers"], movers.groups.sorted {
            ($1.winners + $1.losers, $0.group) < ($0.winners + $0.losers, $1.group)
        }.prefix(Self.most).map { ["  \(Self.named($0.group))", Figures.grouped($0.winners), Figures.grouped($0.losers)] })
        let total = "\(Figures.counted(movers.winners, "winner", "winners")), \(Figures.counted(movers.losers, "loser", "losers"))"
        return lines + ["  in all \(total); who of people alike in everything goes is drawn by lot." + notShared(movers)]
            + nearness(side)
    }

    /// Whether a plan as good could be nearer to the base's.
    private func nearness(_ side: Comparison.Side) -> [String] {
        guard let nearness = Nearness(side.rows) else { return [] }
        return "Of plans as good as this one: \(nearness.words).".wrapped(to: TextSummary.width - 2).map { "  \($0)" }
    }

    private func notShared(_ movers: Movers) -> String {
        movers.notShared > 0 ? " \(Figures.counted(movers.notShared, "row is", "rows are")) in one of the two scenarios only." : ""
    }
}
