import MobilityModel

/// An explanation as one document.
public struct ExplanationJSON {
    public let document: JSONValue

    public init(_ explanation: Explanation) {
        document = .object([
            ("kind", .string(explanation.kind)), ("id", .string(explanation.id)),
            ("decided", .array(explanation.decided.map { .string($0) })),
            ("nearest", .array(explanation.trails.map { trail in
                .object([
                    ("request", .string(trail.request.text)), ("missed", .integer(trail.missedRules)),
                    ("conditions", .array(trail.conditions.map { condition in
                        .object([
                            ("rule", .string(condition.rule)), ("met", .bool(condition.isMet)), ("detail", .string(condition.detail)),
                        ])
                    })),
                ])
            })),
            ("hindrances", .array(explanation.hindrances.map { hindrance in
                .object([
                    ("rule", hindrance.rule.isEmpty ? .null : .string(hindrance.rule)), ("people", .integer(hindrance.people)),
                    ("example", .string(hindrance.example)),
                ])
            })),
            ("alternatives", .array(explanation.alternatives.map { alternative in
                .object([("change", .string(alternative.change))] + Self.members(alternative.replan)
                    + [("movers", .array(alternative.movers.map { .string($0) }))])
            })),
            ("own_change", explanation.ownChange.map(Self.ownChange) ?? .null),
            ("notes", .array(explanation.notes.map { .string($0) })),
        ])
    }

    private static func members(_ replan: Replan) -> [(key: String, value: JSONValue)] {
        let (outcome, conflict, message): (String, Conflict?, String?) = switch replan.outcome {
        case .planned: ("planned", nil, nil)
        case .impossible(let conflict): ("impossible", conflict, nil)
        case .unknown(let message): ("unknown", nil, message)
        }
        return [
            ("outcome", .string(outcome)), ("verdict", .optional(replan.verdict?.rawValue)), ("terms", replan.changes.json),
            ("conflict", .array((conflict?.members ?? []).map { member in
                .object([("kind", .string(member.kind)), ("id", .string(member.id)), ("detail", .string(member.detail))])
            })),
            ("message", .optional(message)), ("nearness", replan.nearness?.json ?? .null),
        ]
    }

    private static func ownChange(_ change: Explanation.OwnChange) -> JSONValue {
        func found(_ found: (changes: [CandidateChange], replan: Replan)?) -> JSONValue {
            guard let found else { return .null }
            return .object([
                ("changes", .array(found.changes.map { change in
                    .object([("column", .string(change.cell.column)), ("value", .string(change.cell.value)), ("listed", .bool(change.isListed))])
                })),
                ("verdict", .optional(found.replan.verdict?.rawValue)), ("terms", found.replan.changes.json),
            ])
        }
        return .object([
            ("placing", found(change.placing)), ("possible", found(change.possible)), ("tried", .integer(change.tried)),
            ("untried", .integer(change.untried)), ("doubts", .bool(change.hasDoubts)),
        ])
    }
}
