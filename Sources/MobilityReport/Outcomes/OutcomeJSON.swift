import MobilityModel

/// `outcomes.json`: what was projected, how, and the figures of every group.
public struct OutcomeJSON {
    public let document: JSONValue

    public init(_ report: OutcomeReport) {
        let projection = report.projection
        var members: [(key: String, value: JSONValue)] = [
            ("name", .string(report.scenario.name)), ("title", .string(report.scenario.title)),
            ("scenario", .string(report.scenarioPath)), ("plan", .string(report.planPath)),
            ("behaviour", .optional(report.behaviourSource)), ("digest", report.isPublic ? .null : .string(report.scenario.digest)),
            ("version", .string(report.version)), ("seed", .decimal(String(projection.seed))),
            ("replicates", .integer(projection.replicates)), ("replicates_asked", .integer(projection.requested)),
            ("public", .bool(report.isPublic)),
        ]
        members += report.silences.map { ($0.key, .array($0.steps.map { .string($0.rawValue) })) }
        if report.isPublic { members.append(("groups_left_out", .integer(report.suppressed))) }
        members.append(("groups", .array(projection.groups.map { Self.group($0, of: projection.replicates, isPublic: report.isPublic) })))
        document = .object(members)
    }

    private static func group(_ group: GroupOutcome, of replicates: Int, isPublic: Bool) -> JSONValue {
        .object([
            ("group", .string(group.name)), ("people", .integer(group.people)),
            ("figures", .object(zip(OutcomeFigure.allCases, group.figures).map { figure, estimate in
                (figure.rawValue, estimate.map { Self.estimate($0, of: replicates, isPublic: isPublic) } ?? .null)
            })),
        ])
    }

    private static func estimate(_ estimate: FigureEstimate, of replicates: Int, isPublic: Bool) -> JSONValue {
        let tellsScatter = estimate.tellsScatter && !isPublic
        var members: [(key: String, value: JSONValue)] = [
            ("mean", .decimal(estimate.mean.sixDecimals)), ("low", .decimal(estimate.low.sixDecimals)),
            ("high", .decimal(estimate.high.sixDecimals)),
            ("parameter_share", tellsScatter ? .decimal(estimate.parameterShare.sixDecimals) : .null),
            ("standard_error", tellsScatter ? .decimal(estimate.standardError.sixDecimals) : .null),
        ]
        if estimate.defined < replicates, !isPublic { members.append(("defined", .integer(estimate.defined))) }
        return .object(members)
    }
}
