import MobilityModel

/// Reasons counted over people or places, most frequent first.
public struct ReasonTally: Sendable {
    public struct Entry: Sendable, Hashable {
        public var code: String
        /// The sentence given most often with this code.
        public var detail: String
        /// People or places with this code.
        public var count: Int
        /// Those among them with exactly this sentence.
        public var sameDetail: Int
    }

    public let entries: [Entry]
    /// Over all entries.
    public let total: Int

    /// - Parameter reasons: with the people or places that each holds for; none or fewer are skipped.
    public init(_ reasons: [(reason: Reason, count: Int)]) {
        var byCode: [String: [String: Int]] = [:]
        for (reason, count) in reasons where count > 0 { byCode[reason.code, default: [:]][reason.detail, default: 0] += count }
        entries = byCode.map { code, details in
            // Ties go to the sentence that sorts first, so that no hash order shows.
            let top = details.min { ($1.value, $0.key) < ($0.value, $1.key) }
            return Entry(
                code: code, detail: top?.key ?? "", count: details.values.reduce(0, +), sameDetail: top?.value ?? 0)
        }
        .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
        total = entries.reduce(0) { $0 + $1.count }
    }

    public init(_ unplaced: [Unplaced]) { self.init(unplaced.map { ($0.reason, $0.count) }) }
    public init(_ unfilled: [Unfilled]) { self.init(unfilled.map { ($0.reason, $0.places - $0.filled) }) }
}
