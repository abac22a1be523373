/// Lists by the text of their cell, each kept once.
struct ListPool<Value> {
    private var index = ByteIndex()
    /// In order of first use.
    private(set) var lists: [[Value]] = []

    func find(_ cell: Bytes) -> [Value]? { index.find(cell).map { lists[$0] } }

    /// Keeps the list of a cell that `find` does not know.
    mutating func add(_ cell: Bytes, _ list: [Value]) {
        let (_, isNew) = index.insert(cell)
        if isNew { lists.append(list) }
    }
}
