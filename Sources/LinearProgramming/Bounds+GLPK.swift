import CGLPK

extension Bounds {
    /// Calls `body` with the type, lower and upper bound GLPK wants; ends that do not exist are 0.
    func withKind(_ body: (_ kind: Int32, _ lower: Double, _ upper: Double) -> Void) {
        switch (lower.isFinite, upper.isFinite) {
        case (false, false): body(GLP_FR, 0, 0)
        case (true, false): body(GLP_LO, lower, 0)
        case (false, true): body(GLP_UP, 0, upper)
        case (true, true): lower == upper ? body(GLP_FX, lower, upper) : body(GLP_DB, lower, upper)
        }
    }

    /// Bounds from GLPK's accessors, which give -DBL_MAX and +DBL_MAX for ends that do not exist.
    init(lowerFromC lower: Double, upperFromC upper: Double) {
        self.init(
            lower: lower <= -Double.greatestFiniteMagnitude ? -.infinity : lower,
            upper: upper >= Double.greatestFiniteMagnitude ? .infinity : upper)
    }
}
