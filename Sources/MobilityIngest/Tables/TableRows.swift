import MobilityModel

/// One of the tables of a scenario, while it is read row by row.
protocol ScenarioTable {
    associatedtype Column: TableColumn
    associatedtype Entity
    /// The column whose values name the rows.
    static var id: Column { get }
    var table: TableRows<Entity> { get set }
    /// - Parameter file: as the user named it.
    init(file: String)
    /// Makes room for the rows of a file of so many bytes.
    mutating func reserve(bytes: Int)
    mutating func add(_ row: TableRow<Column>)
}

extension ScenarioTable {
    mutating func reserve(bytes: Int) {}
}

/// The rows of a table that are sound, where they stand, and the ids of all rows, wrong ones included, so that a wrong
/// row does not make every mention of it wrong too.
struct TableRows<Entity> {
    /// As the user named it.
    var file = ""
    var rows: [Entity] = []
    /// Of every element of `rows`.
    var lines: [Int32] = []
    var ids = ByteIndex()
    /// Line of every number of `ids`.
    var idLines: [Int32] = []
    /// Whether all ids of the file are known; where not, an id that is missing may be in a part that was not read.
    var isWhole = true

    func place(_ index: Int) -> Place {
        Place(file: file, line: lines.indices.contains(index) ? Int(lines[index]) : 0)
    }
}

extension TableRow {
    /// Reads the id of a row and reports one that an earlier row has.
    func id<Entity>(_ column: Column, among rows: inout TableRows<Entity>) -> Identifier<Entity>? {
        required(column) { bytes throws(Complaint) in
            if bytes.contains(0x7C) {
                throw Complaint("bad_id", "found \(Excerpt.quoted(bytes)), expected an id without `|`, which separates the entries of lists")
            }
            let (number, isNew) = rows.ids.insert(bytes)
            guard isNew else {
                throw Complaint("duplicate_id", "the id \(Excerpt.quoted(bytes)) is that of line \(rows.idLines[number]) already")
            }
            rows.idLines.append(Int32(clamping: line))
            return Identifier(bytes.text)
        }
    }
}
