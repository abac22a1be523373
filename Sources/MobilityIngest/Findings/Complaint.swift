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
}
