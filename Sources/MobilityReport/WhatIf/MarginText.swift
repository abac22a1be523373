import MobilityModel

/// Bottlenecks in words, most to gain first, within 100 columns.
public struct MarginText {
    private let report: MarginReport
    private let most: Int
    private static let width = 100

    /// - Parameter most: bottlenecks told in full.
    public init(_ report: MarginReport, most: Int) {
        self.report = report
        self.most = most
    }

    public var text: String {
        [gains, nothing, priced, report.notes.flatMap { $0.printable.wrapped(to: Self.width) }]
            .filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var moving: [Margin] { report.margins.filter { margin in margin.steps.contains { $0.verdict != .same } } }

    private var gains: [String] {
        guard !moving.isEmpty else {
            return report.margins.contains { !$0.steps.isEmpty } ? ["Bottlenecks: none; more of no single thing makes the plan better"] : []
        }
        let lines = moving.prefix(most).flatMap { item(told($0)) }
        let more = moving.count - most
        return ["Bottlenecks, most to gain first (exact: planned again with so much more of one thing)"] + lines
            + (more > 0 ? ["  \(Figures.grouped(more)) more: see --out or --format json"] : [])
    }

    /// Every step that was planned from the first that moves anything; where each unit brings as much, the last of those alone,
    /// but of funds, whose steps lie far apart, all.
    private func told(_ margin: Margin) -> String {
        guard let last = margin.steps.last else { return "" }
        guard let holds = margin.holds else { return "\(margin.resource.words(more: last.more)): \(last.changes.words)" }
        let isFund = margin.resource.kind == "fund"
        let steps = margin.steps.filter { $0.more >= (isFund ? holds.from : holds.to) }
        guard let first = steps.first else { return "" }
        var text = "\(margin.resource.words(more: first.more)): \(first.changes.words)"
        if let idle = margin.steps.last(where: { $0.more < holds.from }) { text += "; \(margin.resource.figure(idle.more)) bring nothing" }
        if !isFund, holds.to > holds.from { text += "; each brings as much from \(margin.resource.figure(holds.from)) on" }
        for (before, step) in zip(steps, steps.dropFirst()) {
            let isSame = step.changes.map(\.proven) == before.changes.map(\.proven) && step.gains == before.gains
            if isSame, step.more < last.more { continue }
            text += "; \(margin.resource.figure(step.more)) more: \(isSame ? "no more than that" : step.changes.words)"
        }
        return text
    }

    private var nothing: [String] {
        let idle = report.margins.filter { !$0.steps.isEmpty && $0.steps.allSatisfy { $0.verdict == .same } }
        var lines: [String] = []
        for (method, words) in [(MarginStep.Method.exact, "planned again"), (.proof, "proven by the prices of the plan's bounds")] {
            let same = idle.filter { $0.steps.last?.method == method }
            let groups = Dictionary(grouping: same) { margin in margin.resource.kind + " " + margin.resource.figure(margin.steps.last?.more ?? 0) }
            for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
                guard let one = group.first, let step = one.steps.last else { continue }
                let shown = group.count == 1 ? one.resource.words(more: step.more)
                    : "\(one.resource.figure(step.more)) more in any of \(group.count) \(one.resource.kinds) (\(list(group)))"
                lines += item("\(shown): +0, \(words)")
            }
        }
        return lines.isEmpty ? [] : ["Nothing to gain"] + lines
    }

    private func list(_ group: [Margin]) -> String {
        let ids = group.map(\.resource.id).sorted()
        return ids.prefix(4).joined(separator: ", ") + (ids.count > 4 ? " and \(ids.count - 4) more" : "")
    }

    private var priced: [String] {
        let only = report.margins.filter(\.steps.isEmpty)
        guard !only.isEmpty else { return [] }
        let term = report.terms.first { $0 != .penalty } ?? .placements
        func told(_ margin: Margin) -> Double {
            let gain = (margin.price ?? 0) * (margin.resource.kind == "fund" ? Double(MarginalValue.euros) : 1)
            return term.isMaximised ? gain : -gain
        }
        let worth = only.filter { told($0).magnitude >= 0.005 }
        let lines = worth.prefix(most).flatMap { margin in
            item("\(margin.resource.words(more: margin.resource.priceUnit)): \(term.change(told(margin))) at most, at the margin")
        }
        let without = only.count - worth.count
        return ["Known by price only (shadow prices of the relaxation, not planned again)"] + lines
            + (worth.count > most ? ["  \(Figures.grouped(worth.count - most)) more: see --out or --format json"] : [])
            + (without > 0 ? ["  \(Figures.grouped(without)) without a price"] : [])
    }

    private func item(_ text: String) -> [String] {
        text.printable.wrapped(to: Self.width - 4).enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
    }
}

extension ScarceResource {
    /// Several of its kind.
    fileprivate var kinds: String {
        switch self {
        case .quota: "quota lines"
        case .session: "sessions"
        case .consulate: "months at a consulate"
        case .request: "requests"
        case .fund: "funds"
        }
    }

    /// What a price is told for: a place, seat or application; EUR 1,000.
    fileprivate var priceUnit: Int64 { if case .fund = self { Int64(MarginalValue.euros) * 100 } else { 1 } }
}
