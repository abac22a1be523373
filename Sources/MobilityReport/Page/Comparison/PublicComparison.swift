import MobilityModel

/// The rows of a variant as the public sees them: none of a small group nor one that would tell of it, and what is left rounded.
struct PublicComparison {
    private static let uses = ["quota", "session", "consulate", "fund"]

    let disclosure: Disclosure

    func shown(_ side: Comparison.Side) -> Comparison.Side {
        guard disclosure.isPublic else { return side }
        var result = side
        let rules = ComparisonDisclosure(disclosure: disclosure)
        func groups(_ kind: String, _ figure: String) -> [ComparisonRow] {
            side.rows.filter { $0.kind == kind && $0.figure == figure && $0.group != "all" }
        }
        let planned = rules.hidden(groups("plan", "placements")).union(rules.hidden(groups("plan", "people_placed")))
        let projected = rules.hidden(groups("projection", OutcomeFigure.returnedOnTime.rawValue))
        let used = Set(rules.shown(side.rows.filter { Self.uses.contains($0.kind) && $0.figure.hasPrefix("used") }))
        let kept = side.rows.filter { row in
            switch row.kind {
            case "plan": !planned.contains(row.group)
            case "projection": !projected.contains(row.group)
            case let kind where Self.uses.contains(kind): !row.figure.hasPrefix("used") || used.contains(row)
            default: true
            }
        }
        let filled = Dictionary(kept.filter { $0.kind == "plan" }.map { ([$0.group, $0.figure], $0) }, uniquingKeysWith: { a, _ in a })
        result.rows = kept.map { row in
            guard row.kind == "plan", row.figure == "share_filled" else { return rounded(row) }
            return share(row, filled[[row.group, "placements"]], of: filled[[row.group, "places"]])
        }
        return result
    }

    /// A share of places would tell how many they are.
    private func share(_ row: ComparisonRow, _ placements: ComparisonRow?, of places: ComparisonRow?) -> ComparisonRow {
        func share(_ part: Double?, _ whole: Double?) -> Double? {
            guard let part, let whole, whole > 0 else { return nil }
            guard let count = Int(exactly: part.rounded()), let most = Int(exactly: whole.rounded()) else { return nil }
            return min(1, Double(disclosure.rounded(count, most: most)) / whole)
        }
        var result = row
        result.base = share(placements?.base, places?.base)
        result.variant = share(placements?.variant, places?.variant)
        return result
    }

    private func rounded(_ row: ComparisonRow) -> ComparisonRow {
        var result = row
        func round(_ rounding: (Double) -> Double) {
            (result.base, result.variant) = (row.base.map(rounding), row.variant.map(rounding))
            // What is shown is the difference of what is shown.
            result.pairedMean = nil
            // With luck left out next to nothing hides the difference of the exact levels, and rounded it would say nothing else.
            result.expectation = nil
            result.paired = row.paired.map { paired in
                // Rounded levels may lie nearer together, or further apart, than any difference: the interval holds what is shown.
                let ends = [rounding(paired.lowerBound), rounding(paired.upperBound)] + [result.difference].compactMap { $0 }
                return (ends.min() ?? 0)...(ends.max() ?? 0)
            }
        }
        if row.kind == "term" {
            // With the bound, which anybody can compute, a share tells the points.
            if row.figure == ComparisonRow.shareOfBound { (result.base, result.variant) = (nil, nil) }
            guard row.figure == "value" else { return result }
            // Points may be nothing but a count of people. Cost is in cents.
            let isCost = row.group == ObjectiveTerm.cost.rawValue
            (result.base, result.variant) = isCost ? (row.base.map(cents), row.variant.map(cents)) : (nil, nil)
            result.solver = nil
        } else if let figure = OutcomeFigure(rawValue: row.figure), row.kind == "projection" {
            round { disclosure.value($0, of: figure, people: row.people) }
        } else if row.figure.hasSuffix("_eur") {
            round(disclosure.money)
        } else if ["people_placed", "placements", "used"].contains(row.figure) {
            round(disclosure.rounded)
        }
        return result
    }

    private func cents(_ value: Double) -> Double { disclosure.money(value / 100) * 100 }
}
