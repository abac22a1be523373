/// Why a text is not the value that was expected; the reader of the file adds where it stands.
struct Complaint: Error {
    /// A stable word for machines.
    var code: String
    /// What was found, what was expected and what to do, without the name of the column or key.
    var message: String

    init(_ code: String, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The same of an entry of a list, with what separates entries where this one looks like two.
    func aboutEntry(_ entry: Bytes) -> Complaint {
        guard entry.contains(where: { $0 == 0x3B || $0 == 0x2C || $0 == 0x2F }) else { return self }
        return Complaint(code, message + "; entries of a list are separated by `|`")
    }
}
