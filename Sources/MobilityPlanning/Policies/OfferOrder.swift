/// In which order people and requests meet under a policy.
protocol OfferOrder {
    /// Goes through all people and requests once.
    ///
    /// - Returns: how many placements were made.
    mutating func pass(_ book: PlacementBook, _ interruption: Interruption) throws -> Int
}
