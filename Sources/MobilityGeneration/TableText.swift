import MobilityModel

/// The CSV of every table, with exactly the columns that a scenario's tables have.
extension ScenarioTables {
    static let candidateColumns = [
        "id", "count", "origin", "area", "sex", "born", "occupations", "certificates", "languages", "from", "until",
        "passport_until", "cycles", "last_employer", "last_stay_from", "last_stay_until", "countries", "guarantor",
    ]

    var candidatesTable: [UInt8] {
        var csv = CSVText(header: Self.candidateColumns)
        for c in candidates {
            csv.append([
                c.id.text, "\(c.count)", c.origin.description, c.area, c.sex.rawValue, c.born.description,
                list(c.occupations), list(c.certificates.map { held in held.name + (held.expiry.map { "@\($0)" } ?? "") }),
                list(c.languages), c.from.description, text(c.until), text(c.passportUntil),
                c.cycles == 0 ? "" : "\(c.cycles)", c.lastEmployer ?? "", text(c.lastStayFrom), text(c.lastStayUntil),
                list(c.countries), c.guarantor == .none ? "" : c.guarantor.rawValue,
            ])
        }
        return csv.bytes
    }

    var requestsTable: [UInt8] {
        var csv = CSVText(header: [
            "id", "employer", "country", "region", "channel", "sector", "occupation", "start", "end", "places",
            "min_places", "certificates", "languages", "priority", "filed", "named", "origins", "monthly_wage_eur",
        ])
        for r in requests {
            csv.append([
                r.id.text, r.employer, r.country.description, r.region, r.channel, r.sector, r.occupation,
                r.start.description, r.end.description, "\(r.places)", r.minPlaces == 0 ? "" : "\(r.minPlaces)",
                list(r.certificates), list(r.languages), r.priority == 1 ? "" : "\(r.priority)", text(r.filed),
                list(r.named), list(r.origins), r.monthlyWage.map(\.description) ?? "",
            ])
        }
        return csv.bytes
    }

    var quotasTable: [UInt8] {
        var csv = CSVText(header: [
            "id", "within", "from", "until", "opens", "channels", "sectors", "origins", "countries", "audience", "places",
            "source",
        ])
        for q in quotas {
            csv.append([
                q.id.text, q.within?.text ?? "", q.from.description, q.until.description, text(q.opens), list(q.channels),
                list(q.sectors), list(q.origins), list(q.countries), q.audience == .any ? "" : q.audience.rawValue,
                "\(q.places)", q.source,
            ])
        }
        return csv.bytes
    }

    var coursesTable: [UInt8] {
        var csv = CSVText(header: [
            "id", "grants", "requires", "origins", "start", "end", "seats", "min_seats", "seat_cost_eur", "run_cost_eur",
        ])
        for s in sessions {
            csv.append([
                s.id.text, list(s.grants), list(s.requires), list(s.origins), s.start.description, s.end.description,
                "\(s.seats)", s.minSeats == 0 ? "" : "\(s.minSeats)", money(s.seatCost), money(s.runCost),
            ])
        }
        return csv.bytes
    }

    var consulatesTable: [UInt8] {
        var csv = CSVText(header: ["id", "origin", "country", "from", "until", "monthly_capacity", "processing_days", "fee_eur"])
        for c in consulates {
            csv.append([
                c.id.text, c.origin.description, c.country.description, text(c.from), text(c.until),
                "\(c.monthlyCapacity)", "\(c.processingDays)", money(c.fee),
            ])
        }
        return csv.bytes
    }

    var fundsTable: [UInt8] {
        var csv = CSVText(header: ["id", "amount_eur", "kinds", "origins", "from", "until"])
        for f in funds {
            csv.append([
                f.id.text, f.amount.description, list(CostKind.allCases.filter(f.kinds.contains).map(\.rawValue)),
                list(f.origins), text(f.from), text(f.until),
            ])
        }
        return csv.bytes
    }

    private func text(_ day: Day?) -> String { day?.description ?? "" }
    private func money(_ cents: Cents) -> String { cents == .zero ? "" : cents.description }
    private func list(_ items: [some Any]) -> String { items.map { "\($0)" }.joined(separator: "|") }
}
