import Foundation

/// Says where a fitted parameter comes from.
enum Sources {
    /// Cohorts that are named; the others are counted.
    private static let named = 8

    static func text(_ observations: [StepObservation], isSpreadAssumed: Bool) -> String {
        let parts = observations.prefix(named).map { row in
            "\(row.cohort) \(number(row.successes)) of \(number(row.trials)) (\(row.source)\(row.flag.isEmpty ? "" : "; in doubt: " + row.flag))"
        }
        let more = observations.count - parts.count
        let rest = more > 0 ? "; and \(more) more cohorts" : ""
        return "fitted to " + parts.joined(separator: "; ") + rest + (isSpreadAssumed ? "; assumption: the spread" : "")
    }

    /// Whether a source written here names the cohort.
    static func names(_ cohort: String, in source: String) -> Bool {
        guard source.hasPrefix("fitted to ") else { return false }
        return source.dropFirst("fitted to ".count).components(separatedBy: "; ").contains { $0.hasPrefix(cohort + " ") }
    }

    static func text(_ fit: DelayFit, _ sources: [String]) -> String {
        var seen: Set<String> = []
        let unique = sources.filter { seen.insert($0).inserted }
        return "fitted to \(fit.cohorts.joined(separator: ", ")) (\(unique.joined(separator: "; ")))"
            + (fit.isLogSDAssumed ? "; assumption: log_sd, and that files of a cohort are alike by 0.05" : "")
    }

    private static func number(_ value: Double) -> String { value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)" }
}
