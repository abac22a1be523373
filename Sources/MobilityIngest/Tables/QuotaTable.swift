import MobilityModel

/// `quotas.csv`.
struct QuotaTable: ScenarioTable {
    enum Column: Int, TableColumn {
        case id, within, from, until, opens, channels, sectors, origins, countries, audience, places, source

        static let names = [
            "id", "within", "from", "until", "opens", "channels", "sectors", "origins", "countries", "audience",
            "places", "source",
        ]
        static let required: Set<Column> = [.id, .from, .until, .places]
    }

    private var texts = TextPool()
    private var names = ListPool<String>()
    private var countries = ListPool<Country>()
    static let id = Column.id
    var table = TableRows<QuotaLine>()
    private(set) var withinPlaces: [Place] = []
    private(set) var channelPlaces: [Place] = []
    private(set) var sectorPlaces: [Place] = []

    init(file: String) { table.file = file }

    mutating func add(_ row: TableRow<Column>) {
        let id = row.id(.id, among: &table)
        let within = row.optional(.within) { bytes in QuotaLine.ID(bytes.text) }
        let from = row.requiredDay(.from)
        let until = row.requiredDay(.until)
        let opens = row.day(.opens)
        let channels = row.list(.channels, &names) { bytes in texts.text(bytes) }
        let sectors = row.list(.sectors, &names) { bytes in texts.text(bytes) }
        let origins = row.list(.origins, &countries) { bytes throws(Complaint) in try Decode.country(bytes) }
        let entered = row.list(.countries, &countries) { bytes throws(Complaint) in try Decode.country(bytes) }
        let audience = row.optional(.audience) { bytes throws(Complaint) in try Decode.choice(bytes, of: Audience.self) }
        let places = row.requiredNumber(.places, in: 0...Limits.count)
        let source = row.text(.source, &texts)
        row.expectOrder(.from, from, .until, until)

        guard row.isSound, let id, let from, let until, let places else { return }
        table.rows.append(
            QuotaLine(
                id: id, within: within, from: from, until: until, opens: opens, channels: channels, sectors: sectors,
                origins: origins, countries: entered, audience: audience ?? .any, places: places, source: source))
        table.lines.append(Int32(clamping: row.line))
        withinPlaces.append(row.place(.within))
        channelPlaces.append(row.place(.channels))
        sectorPlaces.append(row.place(.sectors))
    }
}
