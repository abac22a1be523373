import MobilityModel

/// `consulates.csv`.
struct ConsulateTable: ScenarioTable {
    enum Column: Int, TableColumn {
        case id, origin, country, from, until, monthlyCapacity, processingDays, fee

        static let names = [
            "id", "origin", "country", "from", "until", "monthly_capacity", "processing_days", "fee_eur",
        ]
        static let required: Set<Column> = [.id, .origin, .country, .monthlyCapacity, .processingDays]
    }

    static let id = Column.id
    var table = TableRows<Consulate>()

    init(file: String) { table.file = file }

    mutating func add(_ row: TableRow<Column>) {
        let id = row.id(.id, among: &table)
        let origin = row.country(.origin)
        let country = row.country(.country)
        let from = row.day(.from)
        let until = row.day(.until)
        let capacity = row.requiredNumber(.monthlyCapacity, in: 0...Limits.count)
        let processingDays = row.requiredNumber(.processingDays, in: 0...Limits.days)
        let fee = row.cents(.fee)
        row.expectOrder(.from, from, .until, until)

        guard row.isSound, let id, let origin, let country, let capacity, let processingDays else { return }
        table.rows.append(
            Consulate(
                id: id, origin: origin, country: country, from: from, until: until, monthlyCapacity: capacity,
                processingDays: processingDays, fee: fee ?? .zero))
        table.lines.append(Int32(clamping: row.line))
    }
}
