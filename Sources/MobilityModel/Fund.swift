/// What a fund can pay for.
public enum CostKind: String, CaseIterable, Sendable { case training, visa, travel, reintegration }

/// Money that pays cost items: one row of `funds.csv`.
public struct Fund: Sendable, Hashable {
    public typealias ID = Identifier<Fund>

    public var id: ID
    public var amount: Cents
    /// Empty = any.
    public var kinds: Set<CostKind>
    /// Empty = any.
    public var origins: [Country]
    public var from: Day?
    public var until: Day?

    public init(id: ID, amount: Cents, kinds: Set<CostKind> = [], origins: [Country] = [], from: Day? = nil, until: Day? = nil) {
        self.id = id; self.amount = amount; self.kinds = kinds; self.origins = origins; self.from = from; self.until = until
    }
}
