/// One more cycle in an itinerary, and what that takes of everything scarce.
struct Growth {
    /// The itinerary with the further cycle.
    var cycles: [PlannedCycle]
    /// Where in it the further cycle stands.
    var position: Int
    /// Of the column that the cycles make.
    var column: Int
    /// By row, in whole numbers; 0 left out.
    var changes: [(row: Int, amount: Int64)]
    /// Of the further cycle, as indices into `scenario.sessions`.
    var sessions: [Int]
}
