import MobilityModel

/// One more cycle as somebody could have it, before anything is chosen to prepare it with.
struct WantedCycle {
    var posting: Posting
    var variant: Posting.Variant
    /// The training sets that fill its gaps, a list of `Instance`.
    var list: Int
    var origin: Country
    /// The first day on which training or application may begin: of the person's own days, and after the stay before.
    var free: Day
    /// The authorisation of the request is there.
    var ready: Day

    var window: Window { Window(free: free, ready: ready, start: posting.start) }

    /// The days between which a cycle is prepared.
    struct Window {
        var free: Day
        var ready: Day
        var start: Day

        /// Whether whatever can be prepared in another window can be prepared in this one.
        func holds(_ other: Window) -> Bool { free <= other.free && ready <= other.ready && start >= other.start }
    }
}
