/// How near a plan is to the one that its search began with, among the plans that are as good in every term.
///
/// Near is first that few people are moved, then that few of those who stay have anything else to do.
public struct Nearness: Sendable, Hashable {
    /// People placed in one of the two plans and not in the other, over the rows that both scenarios have.
    public var moved: Int
    /// Proven: no plan as good in every term moves fewer.
    public var fewestMoved: Int
    /// People placed in both plans whose requests or sessions differ. Another quota line or visa month is no other itinerary.
    public var changed: Int
    /// Proven: no plan as good in every term that moves as many changes fewer.
    public var fewestChanged: Int

    public init(moved: Int, fewestMoved: Int, changed: Int, fewestChanged: Int) {
        self.moved = moved; self.fewestMoved = fewestMoved; self.changed = changed; self.fewestChanged = fewestChanged
    }

    /// Whether no plan as good moves fewer people.
    public var isClosest: Bool { moved <= fewestMoved }

    /// `closest, proven` or `at most N closer`, by people moved.
    public var label: String { isClosest ? "closest, proven" : "at most \(moved - fewestMoved) closer" }
}
