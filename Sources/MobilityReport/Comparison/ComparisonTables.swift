/// `comparison.csv`, a row for every figure of every variant, and `movers.csv`, a row for everybody placed in one plan only.
enum ComparisonTables {
    static func rows(_ comparison: Comparison) -> CSVTable {
        var table = CSVTable(columns: [
            "variant", "kind", "group", "figure", "unit", "base", "value", "difference", "solver_low", "solver_high", "paired_low", "paired_high",
            "paired_standard_error", "paired_parameter_share", "expected_difference", "expected_low", "expected_high",
            "expected_standard_error",
        ])
        for side in comparison.sides {
            for row in side.rows {
                let numbers = [
                    row.base, row.variant, row.difference, row.solver?.lowerBound, row.solver?.upperBound, row.paired?.lowerBound,
                    row.paired?.upperBound, row.standardError, row.parameterShare, row.expectation?.mean, row.expectation?.low,
                    row.expectation?.high, row.expectation?.standardError,
                ]
                table.append([side.plan.name, row.kind, row.group, row.figure, row.unit] + numbers.map { $0?.sixDecimals ?? "" })
            }
        }
        return table
    }

    static func movers(_ comparison: Comparison) -> CSVTable {
        var table = CSVTable(columns: ["variant", "candidate", "base_placed", "placed", "difference", "groups"])
        for side in comparison.sides {
            for row in side.movers.rows {
                table.append([
                    side.plan.name, row.candidate.text, "\(row.base)", "\(row.variant)", "\(row.variant - row.base)",
                    row.groups.joined(separator: "|"),
                ])
            }
        }
        return table
    }
}
