/// A table of a workbook.
struct Sheet {
    struct Column: Sendable {
        var title: String
        /// In characters.
        var width: Double
        init(_ title: String, _ width: Double) { self.title = title; self.width = width }
    }

    /// Unique in its workbook; at most 25 characters, none of `[]:*?/\`.
    var name: String
    var columns: [Column]
    /// Hands over every row, with as many cells as there are columns, one after the other: they may be too many to hold.
    var rows: (_ body: ([SheetCell]) throws -> Void) throws -> Void
}
