import MobilityModel

/// `summary.json`: the run in figures, for programs. Keys stand in the order of their importance; everything but
/// `phases`, which alone holds times, is the same whenever the input, the seed and the options are.
public struct SummaryJSON {
    public let document: JSONValue

    public init(_ report: PlanReport) { document = .object(Self.members(of: report)) }

    private static func members(of report: PlanReport) -> [(key: String, value: JSONValue)] {
        let (scenario, result) = (report.scenario, report.result)
        var members: [(key: String, value: JSONValue)] = [
            ("name", .string(scenario.name)),
            ("title", .string(scenario.title)),
            ("scenario", .string(report.scenarioPath)),
            ("status", .string(result.status.rawValue)),
        ]
        if !result.message.isEmpty { members.append(("message", .string(result.message))) }
        if let conflict = result.conflict {
            members.append(("conflict", Self.conflict(conflict)))
            members.append(("conflict_is_irreducible", .bool(conflict.isIrreducible)))
        }
        if report.hasPlan { members += Self.plan(report) }
        if report.hasPlan { members.append(("plan_digest", .string(PlanFingerprint.of(result.plan)))) }
        members += [
            ("warnings", .array(report.warnings.map(\.json))),
            ("options", options(report.options)),
            ("seed", .decimal(String(scenario.seed))),
            ("digest", .string(scenario.digest)),
            ("version", .string(report.version)),
            ("phases", .array(result.phases.map { .object([("name", .string($0.name)), ("seconds", .double($0.seconds))]) })),
        ]
        return members
    }

    private static func plan(_ report: PlanReport) -> [(key: String, value: JSONValue)] {
        let (result, usage) = (report.result, report.usage)
        let counts = report.counts
        return [
            ("terms", .array(result.terms.map { term in
                .object([
                    ("term", .string(term.term.rawValue)), ("value", .integer(term.value)),
                    ("bound", .integer(term.bound)), ("gap", .double(term.gap)),
                ])
            })),
            ("people", .integer(counts.totalPeople.people)),
            ("placed", .integer(counts.totalPeople.placed)),
            ("placements", .integer(counts.totalPeople.placements)),
            ("places", .integer(counts.totalPlaces.places)),
            ("filled", .integer(counts.totalPlaces.filled)),
            ("groups", groups(counts)),
            ("quotas", .array(usage.quotas.map { $0.json(capacity: "places") })),
            ("sessions", .array(usage.sessions.map { $0.json(capacity: "seats") })),
            ("consulates", .array(usage.consulates.map { use in
                .object([
                    ("id", .string(use.id)), ("month", .string(use.month.description)), ("used", .integer(use.used)),
                    ("capacity", .integer(use.capacity)),
                ])
            })),
            ("funds", .array(usage.funds.map { use in
                .object([
                    ("id", .string(use.id)), ("used_eur", .decimal(use.used.description)),
                    ("amount_eur", .decimal(use.amount.description)),
                ])
            })),
            ("rules", .array(usage.rules.map { use in
                .object([
                    ("id", .string(use.id.text)), ("matched", .integer(use.matched)), ("total", .integer(use.total)),
                    ("missed", .integer(use.missed)),
                ])
            })),
            ("unplaced", reasons(ReasonTally(result.unplaced))),
            ("unfilled", reasons(ReasonTally(result.unfilled))),
            ("marginal_values", .array(marginalValues(result.marginalValues))),
        ] + (result.nearness.map { [("nearness", $0.json)] } ?? []) + (report.fairness.map { [("fairness", $0.json)] } ?? [])
    }

    private static func groups(_ counts: GroupCounts) -> JSONValue {
        let people = counts.people.map { attribute, groups in
            (key: attribute, value: JSONValue.array(groups.map { group in
                .object([
                    ("group", .string(group.group)), ("people", .integer(group.people)),
                    ("placed", .integer(group.placed)), ("placements", .integer(group.placements)),
                ])
            }))
        }
        let places = counts.places.map { attribute, groups in
            (key: attribute, value: JSONValue.array(groups.map { group in
                .object([
                    ("group", .string(group.group)), ("places", .integer(group.places)), ("filled", .integer(group.filled)),
                ])
            }))
        }
        return .object(people + places)
    }

    private static func reasons(_ tally: ReasonTally) -> JSONValue {
        .object([
            ("count", .integer(tally.total)),
            ("reasons", .array(tally.entries.map { entry in
                .object([
                    ("reason", .string(entry.code)), ("count", .integer(entry.count)), ("most_often", .string(entry.detail)),
                ])
            })),
        ])
    }

    private static func marginalValues(_ values: [MarginalValue]) -> [JSONValue] {
        let order = Dictionary(
            ObjectiveTerm.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        return values.sorted {
            (order[$0.term] ?? 0, $0.kind, $0.id, $0.value) < (order[$1.term] ?? 0, $1.kind, $1.id, $1.value)
        }
        .map { value in
            .object([
                ("term", .string(value.term.rawValue)), ("kind", .string(value.kind)), ("id", .string(value.id)),
                ("value", .double(value.value)), ("method", .string("price")),
            ])
        }
    }

    private static func conflict(_ conflict: Conflict) -> JSONValue {
        .array(conflict.members.map { member in
            .object([
                ("kind", .string(member.kind)), ("id", .string(member.id)), ("detail", .string(member.detail)),
            ])
        })
    }

    private static func options(_ options: RecordedOptions) -> JSONValue {
        .object([
            ("gap", .double(options.gap)),
            ("time_limit", options.timeLimit.map { .double($0) } ?? .null),
            ("pins", .optional(options.pins)),
            ("policy", .string(options.policy.rawValue)),
            ("lottery_seed", options.lotterySeed.map { .decimal(String($0)) } ?? .null),
            ("rule_prices", .bool(options.pricesRules)),
            ("start", .optional(options.start)),
        ] + (options.memory.map { [("memory", .double($0))] } ?? []))
    }
}

extension CapacityUse {
    fileprivate func json(capacity name: String) -> JSONValue {
        .object([("id", .string(id)), ("used", .integer(used)), (name, .integer(capacity))])
    }
}

extension Finding {
    /// `null` line and column where none applies.
    public var json: JSONValue {
        .object([
            ("severity", .string(severity.rawValue)), ("code", .string(code)), ("file", .string(file)),
            ("line", line > 0 ? .integer(line) : .null), ("column", column > 0 ? .integer(column) : .null),
            ("message", .string(message)),
        ])
    }
}
