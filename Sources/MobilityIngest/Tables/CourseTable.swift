import MobilityModel

/// `courses.csv`.
struct CourseTable: ScenarioTable {
    enum Column: Int, TableColumn {
        case id, grants, requires, origins, start, end, seats, minSeats, seatCost, runCost

        static let names = [
            "id", "grants", "requires", "origins", "start", "end", "seats", "min_seats", "seat_cost_eur", "run_cost_eur",
        ]
        static let required: Set<Column> = [.id, .grants, .start, .end, .seats]
    }

    private var skills = ListPool<Skill>()
    private var countries = ListPool<Country>()
    static let id = Column.id
    var table = TableRows<CourseSession>()

    init(file: String) { table.file = file }

    mutating func add(_ row: TableRow<Column>) {
        let id = row.id(.id, among: &table)
        _ = row.required(.grants) { _ in 0 }
        let grants = row.list(.grants, &skills) { bytes throws(Complaint) in try Decode.skill(bytes) }
        let requires = row.list(.requires, &skills) { bytes throws(Complaint) in try Decode.skill(bytes) }
        let origins = row.list(.origins, &countries) { bytes throws(Complaint) in try Decode.country(bytes) }
        let start = row.requiredDay(.start)
        let end = row.requiredDay(.end)
        let seats = row.requiredNumber(.seats, in: 0...Limits.count)
        let minSeats = row.number(.minSeats, in: 0...Limits.count, default: 0)
        let seatCost = row.cents(.seatCost)
        let runCost = row.cents(.runCost)
        row.expectOrder(.start, start, .end, end)

        guard row.isSound, let id, let start, let end, let seats else { return }
        table.rows.append(
            CourseSession(
                id: id, grants: grants, requires: requires, origins: origins, start: start, end: end, seats: seats,
                minSeats: minSeats, seatCost: seatCost ?? .zero, runCost: runCost ?? .zero))
        table.lines.append(Int32(clamping: row.line))
    }
}
