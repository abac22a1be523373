import MobilityModel

/// `funds.csv`.
struct FundTable: ScenarioTable {
    enum Column: Int, TableColumn {
        case id, amount, kinds, origins, from, until

        static let names = ["id", "amount_eur", "kinds", "origins", "from", "until"]
        static let required: Set<Column> = [.id, .amount]
    }

    private var kinds = ListPool<CostKind>()
    private var countries = ListPool<Country>()
    static let id = Column.id
    var table = TableRows<Fund>()

    init(file: String) { table.file = file }

    mutating func add(_ row: TableRow<Column>) {
        let id = row.id(.id, among: &table)
        let amount = row.required(.amount) { bytes throws(Complaint) in try Decode.cents(bytes) }
        let kinds = row.list(.kinds, &kinds) { bytes throws(Complaint) in try Decode.choice(bytes, of: CostKind.self) }
        let origins = row.list(.origins, &countries) { bytes throws(Complaint) in try Decode.country(bytes) }
        let from = row.day(.from)
        let until = row.day(.until)
        row.expectOrder(.from, from, .until, until)

        guard row.isSound, let id, let amount else { return }
        table.rows.append(Fund(id: id, amount: amount, kinds: Set(kinds), origins: origins, from: from, until: until))
        table.lines.append(Int32(clamping: row.line))
    }
}
