/// A figure in the files of a plan that is not the one computed anew.
struct WrongFigure {
    /// Of `plan.csv`; `nil` for `summary.json`.
    var line: Int?
    /// A column or a term.
    var name: String
    var written: String
    var recomputed: String
}
