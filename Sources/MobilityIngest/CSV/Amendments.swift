/// The cells of one table that `amend` changes, by row id; of several amendments of one cell the last holds.
final class Amendments {
    struct Cell {
        /// Index of the column.
        var column: Int
        var bytes: Bytes
        var place: Place
    }
    struct Row {
        var id: String
        var place: Place
        var cells: [Cell] = []
        var found = false
    }

    private var index = ByteIndex()
    private(set) var rows: [Row] = []
    private var owned: [UnsafeMutableBufferPointer<UInt8>] = []

    deinit { for buffer in owned { buffer.deallocate() } }

    var isEmpty: Bool { rows.isEmpty }

    func mention(_ id: String, at place: Place) {
        let (number, isNew) = withBytes(of: id) { index.insert($0) }
        if isNew { rows.append(Row(id: id, place: place)) } else { rows[number].place = place }
    }

    func amend(_ id: String, column: Int, text: String, at place: Place) {
        let utf8 = Array(text.utf8)
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: utf8.count)
        _ = buffer.initialize(from: utf8)
        owned.append(buffer)
        guard let number = index.find(id) else { return }
        rows[number].cells.removeAll { $0.column == column }
        rows[number].cells.append(Cell(column: column, bytes: Bytes(buffer).trimmed, place: place))
    }

    /// The changes to the row of that id, which counts as found from now on.
    func take(_ id: Bytes) -> [Cell]? {
        guard let number = index.find(id) else { return nil }
        rows[number].found = true
        return rows[number].cells
    }
}
