import MobilityModel

/// `requests.csv`.
struct RequestTable: ScenarioTable {
    enum Column: Int, TableColumn {
        case id, employer, country, region, channel, sector, occupation, start, end, places, minPlaces, certificates
        case languages, priority, filed, named, origins, monthlyWage

        static let names = [
            "id", "employer", "country", "region", "channel", "sector", "occupation", "start", "end", "places",
            "min_places", "certificates", "languages", "priority", "filed", "named", "origins", "monthly_wage_eur",
        ]
        static let required: Set<Column> = [
            .id, .employer, .country, .channel, .sector, .occupation, .start, .end, .places,
        ]
    }

    private var texts = TextPool()
    private var certificates = ListPool<String>()
    private var languages = ListPool<LanguageSkill>()
    private var named = ListPool<Candidate.ID>()
    private var countries = ListPool<Country>()
    static let id = Column.id
    var table = TableRows<Request>()
    /// Where rows mention what is looked up once everything is read; a place for each.
    private(set) var channelPlaces: [Place] = []
    private(set) var namedPlaces: [Place] = []

    init(file: String) { table.file = file }

    mutating func add(_ row: TableRow<Column>) {
        let id = row.id(.id, among: &table)
        let employer = row.requiredText(.employer, &texts)
        let country = row.country(.country)
        let region = row.text(.region, &texts)
        let channel = row.requiredText(.channel, &texts)
        let sector = row.requiredText(.sector, &texts)
        let occupation = row.requiredText(.occupation, &texts)
        let start = row.requiredDay(.start)
        let end = row.requiredDay(.end)
        let places = row.requiredNumber(.places, in: 0...Limits.count)
        let minPlaces = row.number(.minPlaces, in: 0...Limits.count, default: 0)
        let certificates = row.list(.certificates, &certificates) { bytes throws(Complaint) in try Decode.certificateName(bytes) }
        let languages = row.list(.languages, &languages) { bytes throws(Complaint) in try Decode.language(bytes) }
        let priority = row.number(.priority, in: 1...Limits.points, default: 1)
        let filed = row.day(.filed)
        let named = row.list(.named, &named) { bytes in Candidate.ID(bytes.text) }
        let origins = row.list(.origins, &countries) { bytes throws(Complaint) in try Decode.country(bytes) }
        let wage = row.cents(.monthlyWage)
        row.expectOrder(.start, start, .end, end)

        guard row.isSound, let id, let employer, let country, let channel, let sector, let occupation, let start,
            let end, let places
        else { return }
        table.rows.append(
            Request(
                id: id, employer: employer, country: country, region: region, channel: channel, sector: sector,
                occupation: occupation, start: start, end: end, places: places, minPlaces: minPlaces,
                certificates: certificates, languages: languages, priority: priority, filed: filed, named: named,
                origins: origins, monthlyWage: wage))
        table.lines.append(Int32(clamping: row.line))
        channelPlaces.append(row.place(.channel))
        namedPlaces.append(row.place(.named))
    }
}
