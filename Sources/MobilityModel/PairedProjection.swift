/// What a plan and its variants lead to, and by how much they differ replicate by replicate.
public struct PairedProjection: Sendable, Hashable {
    public var base: Projection
    public var variants: [Projection]
    /// By variant, variant less base: the groups that both have, with the interval of the difference within a replicate and
    /// what it is in expectation.
    public var differences: [[GroupOutcome]]
    public init(base: Projection, variants: [Projection], differences: [[GroupOutcome]]) {
        self.base = base; self.variants = variants; self.differences = differences
    }
}
