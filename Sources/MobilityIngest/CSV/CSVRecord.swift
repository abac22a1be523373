/// One record, valid while it is being handed over.
struct CSVRecord: ~Copyable {
    /// The line on which it starts.
    let line: Int
    let count: Int
    private let bytes: UnsafePointer<UInt8>
    private let ends: UnsafePointer<Int>
    private let start: Int

    init(line: Int, count: Int, bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int>, start: Int) {
        self.line = line
        self.count = count
        self.bytes = bytes
        self.ends = ends
        self.start = start
    }

    func field(_ index: Int) -> Bytes {
        let from = index == 0 ? start : ends[index - 1]
        return Bytes(start: bytes + from, count: ends[index] - from)
    }

    /// Nothing in any field: what spreadsheets leave below the last row.
    var isBlank: Bool {
        for index in 0..<count where !field(index).trimmed.isEmpty { return false }
        return true
    }
}
