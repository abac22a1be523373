import MobilityModel

/// What a summary in text says of fairness: the groups farthest from a lottery, what rules cost, and what lots have decided.
struct FairnessText {
    let figures: FairnessFigures
    let seed: UInt64

    var sections: [[String]] { [groups, prices, lotteries] }

    private var groups: [String] {
        let farthest = figures.farthest.filter { abs($0.surplus) >= 0.05 }
        guard !farthest.isEmpty else { return [] }
        var table = table(["Groups farthest from a lottery", "people", "in reach", "placements", "by lottery"])
        for group in farthest.prefix(TextSummary.most) {
            let name = group.group.isEmpty ? "none" : group.group
            table.append([
                "  \(group.attribute) \(name)".printable, Figures.grouped(group.people), Figures.grouped(group.inReach),
                Figures.grouped(group.placements), Figures.decimal(group.expected, digits: 1),
            ])
        }
        return table.lines
    }

    private var prices: [String] {
        guard !figures.rulePrices.isEmpty else { return [] }
        var table = table(["What rules cost", "with all", "without it", "cost"])
        for price in figures.rulePrices {
            table.append([
                "  \(price.rule)".printable, price.term.figure(price.value), price.term.figure(price.valueWithout),
                price.term.figure(price.price) + (price.isProven ? "" : " (not proven)"),
            ])
        }
        return table.lines
    }

    private var lotteries: [String] {
        guard figures.lotteries > 0 else { return [] }
        let text = """
            Lots: \(Figures.counted(figures.lotteries, "draw", "draws")) among \(Figures.grouped(figures.drawn)) people alike to the \
            model decided who of them goes, or where; see \(PlanFile.lottery.rawValue), seed \(seed).
            """
        return text.wrapped(to: TextSummary.width)
    }

    private func table(_ header: [String]) -> TextTable {
        TextTable(
            header: header, alignments: [.left] + [TextTable.Alignment](repeating: .right, count: header.count - 1),
            width: TextSummary.width, indent: 0)
    }
}
