/// What a posting shares with those of all people of a kind and age on all requests of a signature.
///
/// An object, so that a posting is copied at the price of one reference.
final class Offer: Sendable {
    /// Calendars of the consulates that serve the pair; `nil` where no visa is needed.
    let calendars: [Int]?
    /// First cycle, later cycle. `nil` where no leaf line, or no fund, allows it.
    let first: Posting.Variant?
    let later: Posting.Variant?
    /// Travel and reintegration, in cents.
    let cost: Int64

    init(calendars: [Int]?, first: Posting.Variant?, later: Posting.Variant?, cost: Int64) {
        self.calendars = calendars; self.first = first; self.later = later; self.cost = cost
    }
}
