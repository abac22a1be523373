/// What a posting shares with those of all people of a kind and age on all requests of a signature.
struct Offer {
    /// Calendars of the consulates that serve the pair; `nil` where no visa is needed.
    var calendars: [Int]?
    /// First cycle, later cycle. `nil` where no leaf line, or no fund, allows it.
    var first: Posting.Variant?
    var later: Posting.Variant?
    /// Travel and reintegration, in cents.
    var cost: Int64
}
