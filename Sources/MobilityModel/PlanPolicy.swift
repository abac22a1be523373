/// How it is decided who goes where.
public enum PlanPolicy: String, CaseIterable, Sendable {
    /// The click day: requests in the order in which they were filed; people as the employer names them, otherwise in the
    /// order of their rows.
    case firstCome = "first-come"
    /// People in the order of a seeded draw, each to what fits them best of what is left.
    case lottery
    /// The best-fitting person and request first, by points of `match`.
    case greedy
    /// The best plan for the objective, with a proof.
    case optimal
}
