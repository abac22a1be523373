/// `comparison.json`: what was compared, every figure, and winners and losers by group.
public struct ComparisonJSON {
    public let document: JSONValue

    public init(_ comparison: Comparison) {
        var members: [(key: String, value: JSONValue)] = [
            ("base", Self.plan(comparison.base)), ("version", .string(comparison.version)),
            ("seed", comparison.play.map { .decimal(String($0.seed)) } ?? .null),
            ("replicates", comparison.play.map { .integer($0.replicates) } ?? .null),
        ]
        if let play = comparison.play {
            members.append(("behaviour", .optional(play.behaviourSource)))
            if !play.otherChances.isEmpty { members.append(("other_chances", .array(play.otherChances.map { .string($0) }))) }
        }
        if !comparison.projectionNote.isEmpty { members.append(("not_projected", .string(comparison.projectionNote))) }
        members.append(("variants", .array(comparison.sides.map(Self.side))))
        document = .object(members)
    }

    private static func plan(_ plan: Comparison.Header) -> JSONValue {
        .object([
            ("name", .string(plan.name)), ("title", .string(plan.title)), ("description", .string(plan.description)),
            ("scenario", .string(plan.scenarioPath)),
            ("plan", .string(plan.planPath)), ("status", .string(plan.status)), ("digest", .string(plan.digest)),
        ] + (plan.idle.isEmpty ? [] : [("idle", .array(plan.idle.map(\.json)))]))
    }

    private static func side(_ side: Comparison.Side) -> JSONValue {
        .object([
            ("plan", plan(side.plan)), ("shares_base", .bool(side.sharesBase)), ("figures", .array(side.rows.map(row))),
            ("winners", .integer(side.movers.winners)), ("losers", .integer(side.movers.losers)),
            ("rows_not_shared", .integer(side.movers.notShared)),
            ("movers", .array(side.movers.groups.map {
                .object([("group", .string($0.group)), ("winners", .integer($0.winners)), ("losers", .integer($0.losers))])
            })),
        ])
    }

    private static func row(_ row: ComparisonRow) -> JSONValue {
        func number(_ value: Double?) -> JSONValue { value.map { .decimal($0.sixDecimals) } ?? .null }
        var members: [(key: String, value: JSONValue)] = [
            ("kind", .string(row.kind)), ("group", .string(row.group)), ("figure", .string(row.figure)), ("base", number(row.base)),
            ("value", number(row.variant)), ("difference", number(row.difference)),
        ]
        if let people = row.people { members.append(("people", .integer(people))) }
        if let solver = row.solver {
            members += [("solver_low", number(solver.lowerBound)), ("solver_high", number(solver.upperBound))]
        }
        if let paired = row.paired {
            members += [("paired_low", number(paired.lowerBound)), ("paired_high", number(paired.upperBound))]
            members.append(("paired_standard_error", number(row.standardError)))
            members.append(("paired_parameter_share", number(row.parameterShare)))
        }
        if let expectation = row.expectation {
            members += [
                ("expected_difference", number(expectation.mean)), ("expected_low", number(expectation.low)),
                ("expected_high", number(expectation.high)), ("expected_standard_error", number(expectation.standardError)),
            ]
        }
        return .object(members)
    }
}
