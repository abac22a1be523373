import Foundation
import MobilityModel
import MobilityReport

/// A comparison as `comparison.json` has it.
struct RecordedComparison: Decodable {
    struct Plan: Decodable {
        var name: String
        var title: String
        var description: String?
        var scenario: String
        var plan: String
        var status: String
        var digest: String
        var idle: [Idle]?
    }
    struct Idle: Decodable {
        var effect: Int?
        var step: String?
        var lever: String?
    }
    struct Row: Decodable {
        var kind: String
        var group: String
        var figure: String
        var base: Double?
        var value: Double?
        var difference: Double?
        var people: Int?
        var solver_low: Double?
        var solver_high: Double?
        var paired_low: Double?
        var paired_high: Double?
        var paired_standard_error: Double?
        var paired_parameter_share: Double?
        var expected_difference: Double?
        var expected_low: Double?
        var expected_high: Double?
        var expected_standard_error: Double?
    }
    struct Movers: Decodable {
        var group: String
        var winners: Int
        var losers: Int
    }
    struct Variant: Decodable {
        var plan: Plan
        var shares_base: Bool
        var figures: [Row]
        var winners: Int
        var losers: Int
        var rows_not_shared: Int
        var movers: [Movers]
    }
    var base: Plan
    var version: String
    var seed: UInt64?
    var replicates: Int?
    var behaviour: String?
    var other_chances: [String]?
    var not_projected: String?
    var variants: [Variant]

    /// Whether a directory looks like one of a comparison.
    static func isIn(_ directory: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(directory)/\(ComparisonFile.document.rawValue)")
    }

    /// - Throws: what keeps the file from being read, in words.
    init(directory: String) throws(Unreadable) {
        let path = "\(directory)/\(ComparisonFile.document.rawValue)"
        guard let data = FileManager.default.contents(atPath: path) else { throw Unreadable(path: path) }
        do { self = try JSONDecoder().decode(RecordedComparison.self, from: data) } catch { throw Unreadable(path: path) }
        guard replicates ?? 1 > 0 else { throw Unreadable(path: path) }
    }

    struct Unreadable: Error, CustomStringConvertible {
        var path: String
        var description: String { "\(path) is not a comparison that `mobility compare` of this version has written: compare again" }
    }

    var comparison: Comparison {
        var play: Comparison.Play?
        if let seed, let replicates { play = .init(seed: seed, replicates: replicates, behaviourSource: behaviour, otherChances: other_chances ?? []) }
        return Comparison(
            base: base.header, sides: variants.map(\.side), play: play, projectionNote: not_projected ?? "", version: version)
    }
}

extension RecordedComparison.Plan {
    fileprivate var header: Comparison.Header {
        .init(
            name: name, title: title, description: description ?? "", scenarioPath: scenario, planPath: plan, status: status, digest: digest,
            idle: (idle ?? []).compactMap(\.part))
    }
}

extension RecordedComparison.Idle {
    fileprivate var part: IdlePart? {
        if let lever { return .lever(lever) }
        guard let step = step.flatMap(BehaviourStep.init) else { return nil }
        return effect.map { .effect(number: $0, step: step) } ?? .effects(on: step)
    }
}

extension RecordedComparison.Variant {
    fileprivate var side: Comparison.Side {
        .init(
            plan: plan.header, rows: figures.map(\.row),
            movers: .init(
                groups: movers.map { .init(group: $0.group, winners: $0.winners, losers: $0.losers) }, winners: winners, losers: losers,
                notShared: rows_not_shared),
            sharesBase: shares_base)
    }
}

extension RecordedComparison.Row {
    fileprivate var row: ComparisonRow {
        func range(_ low: Double?, _ high: Double?) -> ClosedRange<Double>? {
            guard let low, let high, low <= high else { return nil }
            return low...high
        }
        return ComparisonRow(
            kind: kind, group: group, figure: figure, base: base, variant: value, people: people,
            solver: range(solver_low, solver_high), paired: range(paired_low, paired_high),
            pairedMean: kind == "projection" ? difference : nil, standardError: paired_standard_error,
            parameterShare: paired_parameter_share, expectation: expectation)
    }

    /// `nil` in what was written before there was one.
    private var expectation: ExpectationEstimate? {
        guard let expected_difference, let expected_low, let expected_high, expected_low <= expected_high, expected_standard_error ?? 0 >= 0
        else { return nil }
        return ExpectationEstimate(
            mean: expected_difference, low: expected_low, high: expected_high, standardError: expected_standard_error ?? 0)
    }
}
