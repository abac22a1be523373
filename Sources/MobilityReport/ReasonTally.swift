import Foundation
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

    /// One for each code.
    public let entries: [Entry]
    /// One for each code and sentence.
    public let sentences: [Entry]
    /// Over all entries.
    public let total: Int

    /// - Parameter reasons: with the people or places that each holds for; none or fewer are skipped.
    public init(_ reasons: [(reason: Reason, count: Int)]) {
        var byCode: [String: [String: Int]] = [:]
        for (reason, count) in reasons where count > 0 {
            byCode[reason.code, default: [:]][Self.sentence(of: reason.detail), default: 0] += count
        }
        entries = byCode.map { code, details in
            // Ties go to the sentence that sorts first, so that no hash order shows.
            let top = details.min { ($1.value, $0.key) < ($0.value, $1.key) }
            return Entry(
                code: code, detail: top?.key ?? "", count: details.values.reduce(0, +), sameDetail: top?.value ?? 0)
        }
        .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
        sentences = byCode.flatMap { code, details in
            details.map { Entry(code: code, detail: $0.key, count: $0.value, sameDetail: $0.value) }
        }
        .sorted { ($1.count, $0.code, $0.detail) < ($0.count, $1.code, $1.detail) }
        total = entries.reduce(0) { $0 + $1.count }
    }

    public init(_ unplaced: [Unplaced]) { self.init(unplaced.map { ($0.reason, $0.count) }) }
    public init(_ unfilled: [Unfilled]) { self.init(unfilled.map { ($0.reason, $0.places - $0.filled) }) }

    /// The sentence without the count that it may start with, `12 of 22: `: a count of the people behind one request means
    /// nothing once requests are added up.
    private static func sentence(of detail: String) -> String {
        guard let colon = detail.range(of: ": ") else { return detail }
        let words = detail[..<colon.lowerBound].split(separator: " ", omittingEmptySubsequences: false)
        let isCount = words.count == 3 && words[1] == "of"
            && [words[0], words[2]].allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        return isCount ? String(detail[colon.upperBound...]) : detail
    }
}
