import MobilityModel

/// `certificate.csv`: the prices that prove a plan's bounds, term by term.
public enum CertificateTable {
    public static let columns = ["term", "limit", "id", "month", "value", "price", "power"]

    /// A term at whose prices everything is free has one row, with a price of 0 on nothing.
    static func csv(_ certificate: BoundCertificate) -> CSVTable {
        var table = CSVTable(columns: columns)
        for stage in certificate.stages {
            let term = stage.term.rawValue
            if stage.prices.isEmpty { table.append([term, "", "", "", "", "0", "\(stage.power)"]) }
            for price in stage.prices {
                table.append([term] + cells(price.limit) + ["\(price.mantissa)", "\(stage.power)"])
            }
        }
        return table
    }

    /// `limit`, `id`, `month` and `value`.
    private static func cells(_ limit: PricedLimit) -> [String] {
        switch limit {
        case .places(let id): ["places", id.text, "", ""]
        case .minPlaces(let id): ["min_places", id.text, "", ""]
        case .seats(let id): ["seats", id.text, "", ""]
        case .minSeats(let id): ["min_seats", id.text, "", ""]
        case .applications(let id, let month): ["applications", id.text, month.description, ""]
        case .quota(let id): ["quota", id.text, "", ""]
        case .rule(let id, let kind): [kind.rawValue, id.text, "", ""]
        case .funds(let ids): ["funds", ids.map(\.text).joined(separator: "|"), "", ""]
        case .kept(let term, let value): ["kept", term.rawValue, "", "\(value)"]
        case .pinned(let candidate, let request): ["pinned", "\(candidate)|\(request)", "", ""]
        }
    }
}
