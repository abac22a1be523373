import MobilityModel

/// What more of everything scarce would bring, ranked, in text, as a document and as a table.
public struct MarginReport: Sendable {
    /// Planned again or proven, most to gain first; then those of which only the price is known, the highest first.
    public let margins: [Margin]
    public let terms: [ObjectiveTerm]
    public var notes: [String]

    public init(_ margins: [Margin], terms: [ObjectiveTerm], notes: [String] = []) {
        self.terms = terms
        self.notes = notes
        self.margins = margins.sorted { a, b in
            if a.steps.isEmpty != b.steps.isEmpty { return b.steps.isEmpty }
            let (left, right) = (a.steps.last?.gains ?? [], b.steps.last?.gains ?? [])
            if left != right { return right.lexicographicallyPrecedes(left) }
            let (first, second) = (a.steps.first?.gains ?? [], b.steps.first?.gains ?? [])
            if first != second { return second.lexicographicallyPrecedes(first) }
            return a.price ?? 0 != b.price ?? 0 ? a.price ?? 0 > b.price ?? 0 : a.resource < b.resource
        }
    }

    // MARK: Document and table

    public var document: JSONValue {
        .object([
            ("margins", .array(margins.map { margin in
                .object([
                    ("kind", .string(margin.resource.kind)), ("id", .string(margin.resource.id)),
                    ("unit", .string(margin.resource.unit)), ("capacity", margin.resource.amount(margin.capacity)),
                    ("price", margin.price.map { .double($0) } ?? .null),
                    ("price_term", margin.price == nil ? .null : .optional(terms.first { $0 != .penalty }?.rawValue)),
                    ("holds_from", margin.holds.map { margin.resource.amount($0.from) } ?? .null),
                    ("holds_to", margin.holds.map { margin.resource.amount($0.to) } ?? .null),
                    ("breaks_at", margin.holds?.breaksAt.map { margin.resource.amount($0) } ?? .null),
                    ("steps", .array(margin.steps.map { step in
                        .object([
                            ("more", margin.resource.amount(step.more)), ("method", .string(step.method.rawValue)),
                            ("verdict", .string(step.verdict.rawValue)), ("terms", step.changes.json),
                        ])
                    })),
                ])
            })),
            ("notes", .array(notes.map { .string($0) })),
        ])
    }

    /// One change of one term by one step in a row; `method` is `exact`, `proof` or `price`.
    public var csv: CSVTable {
        var table = CSVTable(columns: ["kind", "id", "unit", "capacity", "more", "method", "term", "change", "least", "most"])
        for margin in margins {
            let resource = margin.resource
            let lead = [resource.kind, resource.id, resource.unit, resource.plain(margin.capacity)]
            for step in margin.steps {
                for change in step.changes {
                    table.append(lead + [
                        resource.plain(step.more), step.method.rawValue, change.term.rawValue, String(change.difference),
                        change.proven.map { String($0.lowerBound) } ?? "", change.proven.map { String($0.upperBound) } ?? "",
                    ])
                }
            }
            if let price = margin.price, let term = terms.first(where: { $0 != .penalty }) {
                table.append(lead + ["1", "price", term.rawValue, Figures.plain(price, digits: 6), "", ""])
            }
        }
        return table
    }
}

extension Margin {
    /// The step that says most: the greatest up to which each unit brings as much, where anything moves; the greatest otherwise.
    var toldStep: MarginStep? { holds.flatMap { holds in steps.first { $0.more == holds.to } } ?? steps.last }
}

extension ScarceResource {
    /// What is counted.
    var unit: String {
        switch self {
        case .quota, .request: "place"
        case .session: "seat"
        case .consulate: "application"
        case .fund: "EUR"
        }
    }

    /// For programs: people, or euro with cents.
    func plain(_ amount: Int64) -> String { if case .fund = self { Cents(amount).description } else { String(amount) } }

    func amount(_ amount: Int64) -> JSONValue { if case .fund = self { .decimal(Cents(amount).description) } else { .integer(amount) } }

    /// `10 more places on line seasonal-2026`.
    func words(more amount: Int64) -> String {
        let count = { (one: String) in "\(Figures.grouped(amount)) more \(amount == 1 ? one : one + "s")" }
        return switch self {
        case .quota(let id): "\(count("place")) on line \(id)"
        case .session(let id): "\(count("seat")) in \(id)"
        case .request(let id): "\(count("place")) of request \(id)"
        case .consulate(let id, let month): "\(count("application")) at \(id) in \(month)"
        case .fund(let id): "\(Figures.euro(Cents(amount))) more in fund \(id)"
        }
    }

    /// The amount alone: `100`, `EUR 1,000.00`.
    func figure(_ amount: Int64) -> String { if case .fund = self { Figures.euro(Cents(amount)) } else { Figures.grouped(amount) } }
}
