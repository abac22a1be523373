import MobilityModel

/// `candidates.csv`.
struct CandidateTable: ScenarioTable {
    enum Column: Int, TableColumn {
        case id, count, origin, area, sex, born, occupations, certificates, languages, from, until, passportUntil, cycles
        case lastEmployer, lastStayFrom, lastStayUntil, countries, guarantor

        static let names = [
            "id", "count", "origin", "area", "sex", "born", "occupations", "certificates", "languages", "from", "until",
            "passport_until", "cycles", "last_employer", "last_stay_from", "last_stay_until", "countries", "guarantor",
        ]
        static let required: Set<Column> = [.id, .origin, .sex, .born, .occupations, .from]
    }

    private var texts = TextPool()
    private var occupations = ListPool<String>()
    private var certificates = ListPool<HeldCertificate>()
    private var languages = ListPool<LanguageSkill>()
    private var countries = ListPool<Country>()
    static let id = Column.id
    var table = TableRows<Candidate>()

    /// Each list of occupations that a row has, by its text, in order of first use.
    var occupationLists: [[String]] { occupations.lists }

    init(file: String) { table.file = file }

    mutating func reserve(bytes: Int) {
        // The required cells alone take some 45 bytes, so that a long file never makes the array grow, which would hold it
        // twice for a moment. What is not used is never touched.
        let most = bytes / 45
        guard most > 1000 else { return }
        table.rows.reserveCapacity(most)
        table.lines.reserveCapacity(most)
        table.idLines.reserveCapacity(most)
        table.ids = ByteIndex(capacity: bytes / 90)
    }

    mutating func add(_ row: TableRow<Column>) {
        let id = row.id(.id, among: &table)
        let count = row.number(.count, in: 1...Limits.count, default: 1)
        let origin = row.country(.origin)
        let area = row.text(.area, &texts)
        let sex = row.required(.sex) { bytes throws(Complaint) in try Self.sex(bytes) }
        let born = row.requiredDay(.born)
        _ = row.required(.occupations) { _ in 0 }
        let occupations = row.list(.occupations, &occupations) { bytes in texts.text(bytes) }
        let certificates = row.list(.certificates, &certificates) { bytes throws(Complaint) in try Decode.heldCertificate(bytes) }
        let languages = row.list(.languages, &languages) { bytes throws(Complaint) in try Decode.language(bytes) }
        let from = row.requiredDay(.from)
        let until = row.day(.until)
        let passportUntil = row.day(.passportUntil)
        let cycles = row.number(.cycles, in: 0...Limits.count, default: 0)
        let lastEmployer = row.isEmpty(.lastEmployer) ? nil : row.text(.lastEmployer, &texts)
        let lastStayFrom = row.day(.lastStayFrom)
        let lastStayUntil = row.day(.lastStayUntil)
        let countries = row.list(.countries, &countries) { bytes throws(Complaint) in try Decode.country(bytes) }
        let guarantor = row.optional(.guarantor) { bytes throws(Complaint) in try Decode.choice(bytes, of: Guarantor.self) }
        row.expectOrder(.from, from, .until, until)
        row.expectOrder(.lastStayFrom, lastStayFrom, .lastStayUntil, lastStayUntil)

        guard row.isSound, let id, let origin, let sex, let born, let from else { return }
        table.rows.append(
            Candidate(
                id: id, count: count, origin: origin, area: area, sex: sex, born: born, occupations: occupations,
                certificates: certificates, languages: languages, from: from, until: until,
                passportUntil: passportUntil, cycles: cycles, lastEmployer: lastEmployer, lastStayFrom: lastStayFrom,
                lastStayUntil: lastStayUntil, countries: countries, guarantor: guarantor ?? .none))
        table.lines.append(Int32(clamping: row.line))
    }

    private static func sex(_ bytes: Bytes) throws(Complaint) -> Sex {
        if bytes.count == 1 {
            switch bytes[0] {
            case 0x46: return .female
            case 0x4D: return .male
            case 0x58: return .other
            default: break
            }
        }
        return try Decode.choice(bytes, of: Sex.self)
    }
}
