import MobilityModel

/// `cohorts.csv`: monitoring data, one cohort a row, every count empty where it was not observed.
struct CohortTable {
    enum Column: Int, TableColumn {
        case cohort, use, regime, flag
        case planned, authorised, enrolled, trained, applied, visas, departed
        case returnedOnTime, returnedEarly, extended, lawfulExit, overstayed, reapplied
        case projectsOffered, projectsStarted, projectsAlive
        case stayMonths, origin, country, channel, sector, year, sex, area, returning, guarantor
        case followUp, reEntryPromised, selection, source

        static let names =
            ["cohort", "use", "regime", "flag"] + CohortCount.allCases.map(\.rawValue) + ["stay_months"]
            + Covariate.allCases.map(\.rawValue) + ["source"]
        static let required: Set<Column> = [.cohort, .source]
    }

    private static let counts: [(CohortCount, Column)] = [
        (.planned, .planned), (.authorised, .authorised), (.enrolled, .enrolled), (.trained, .trained), (.applied, .applied),
        (.visas, .visas), (.departed, .departed), (.returnedOnTime, .returnedOnTime), (.returnedEarly, .returnedEarly),
        (.extended, .extended), (.lawfulExit, .lawfulExit), (.overstayed, .overstayed), (.reapplied, .reapplied),
        (.projectsOffered, .projectsOffered), (.projectsStarted, .projectsStarted), (.projectsAlive, .projectsAlive),
    ]

    private(set) var table = TableRows<Cohort>()

    init(file: String) { table.file = file }

    mutating func add(_ row: TableRow<Column>) {
        let id = row.id(.cohort, among: &table)
        let use = row.optional(.use) { bytes throws(Complaint) in try Decode.choice(bytes, of: Cohort.Use.self) }
        let regime = row.bytes(.regime).text
        let flag = row.bytes(.flag).text
        var counts: [CohortCount: Int] = [:]
        for (count, column) in Self.counts {
            counts[count] = row.optional(column) { bytes throws(Complaint) in
                try Decode.wholeNumber(bytes, in: 0...Limits.count)
            }
        }
        let months = row.optional(.stayMonths) { bytes throws(Complaint) in try Decode.wholeNumber(bytes, in: 1...120) }
        let covariates = Self.covariates(of: row)
        let source = row.required(.source) { bytes throws(Complaint) in bytes.text }
        Self.checkBases(counts, of: row)
        if counts[.returnedEarly] ?? 0 > 0, months == nil, row.isEmpty(.stayMonths) {
            row.log.warning(
                "missing_value", at: row.place(.stayMonths),
                "`stay_months` is empty, so the chance of an early return in a month cannot be fitted from `returned_early`")
        }
        guard row.isSound, let id, let source else { return }
        table.rows.append(
            Cohort(
                id: id, use: use ?? .calibration, regime: regime, flag: flag, counts: counts, covariates: covariates,
                stayMonths: months, source: source))
        table.lines.append(Int32(clamping: row.line))
    }

    private static func covariates(of row: TableRow<Column>) -> [Covariate: String] {
        var values: [Covariate: String] = [:]
        func country(_ column: Column) -> String? { row.optional(column, Decode.country)?.description }
        func flag(_ column: Column) -> String? {
            row.optional(column) { bytes throws(Complaint) in try Decode.flag(bytes) ? "true" : "false" }
        }
        func text(_ column: Column) -> String? { row.isEmpty(column) ? nil : row.bytes(column).text }
        values[.origin] = country(.origin)
        values[.country] = country(.country)
        values[.channel] = text(.channel)
        values[.sector] = text(.sector)
        values[.year] = row.optional(.year) { bytes throws(Complaint) in String(try Decode.wholeNumber(bytes, in: 1...9999)) }
        values[.sex] = row.optional(.sex) { bytes throws(Complaint) in try Decode.choice(bytes, of: Sex.self).rawValue }
        values[.area] = text(.area)
        values[.returning] = flag(.returning)
        values[.guarantor] = row.optional(.guarantor) { bytes throws(Complaint) in
            try Decode.choice(bytes, of: Guarantor.self).rawValue
        }
        values[.followUp] = flag(.followUp)
        values[.reEntryPromised] = flag(.reEntryPromised)
        values[.selection] = row.optional(.selection) { bytes throws(Complaint) in
            try Decode.choice(bytes, of: Selection.self).rawValue
        }
        return values
    }

    private enum Selection: String, CaseIterable { case strict, loose }

    /// What a count is a part of, nearest first.
    private static let bases: [(part: Column, of: [Column])] = [
        (.authorised, [.planned]), (.trained, [.enrolled]), (.applied, [.authorised, .planned]),
        (.visas, [.applied, .authorised, .planned]), (.departed, [.visas, .applied, .authorised, .planned]),
        (.returnedOnTime, [.departed]), (.returnedEarly, [.departed]), (.extended, [.departed]), (.lawfulExit, [.departed]),
        (.overstayed, [.departed]), (.reapplied, [.returnedOnTime, .departed]),
        (.projectsStarted, [.projectsOffered, .returnedOnTime, .departed]), (.projectsAlive, [.projectsStarted]),
    ]
    private static let ends: [Column] = [.returnedOnTime, .returnedEarly, .extended, .lawfulExit, .overstayed]

    /// Reports counts that are larger than what they are a part of.
    private static func checkBases(_ counts: [CohortCount: Int], of row: TableRow<Column>) {
        func count(_ column: Column) -> Int? { Self.counts.first { $0.1 == column }.flatMap { counts[$0.0] } }
        for (part, bases) in bases {
            guard let found = count(part), let base = bases.first(where: { count($0) != nil }), let most = count(base), found > most
            else { continue }
            row.complain(
                part, Complaint("more_than_base", "found \(found), expected at most `\(base.name)`, which is \(most)"))
        }
        guard let departed = count(.departed), row.isSound else { return }
        let known = ends.filter { count($0) != nil }
        let sum = known.reduce(0) { $0 + (count($1) ?? 0) }
        guard sum > departed else { return }
        row.complain(
            .departed,
            Complaint(
                "more_than_base",
                "found \(departed), but \(known.map { "`\($0.name)`" }.joined(separator: " + ")) make \(sum); every departure ends once"))
    }
}
