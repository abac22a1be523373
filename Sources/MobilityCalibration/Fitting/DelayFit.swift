import CGSL
import Distributions
import Foundation
import MobilityModel

/// A lognormal delay fitted to counts of files done and still open at some days: interval- and right-censored maximum
/// likelihood (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2002, chapter 3).
struct DelayFit: Sendable {
    /// Where one day alone was observed, a median and a deviation cannot both be told: the deviation is then this, under which
    /// nine of ten files take between 0.44 and 2.3 times the median. An assumption.
    static let defaultLogSD = 0.5

    var medianDays: Double
    var logSD: Double
    var isLogSDAssumed: Bool
    /// For which `logSD / sqrt(n)` is the standard error of the logarithm of the median.
    var n: Double
    /// In the order of their names.
    var cohorts: [String]
    var files: Double

    /// Files that took more than `after` and at most `until` days.
    private struct Interval {
        var after: Double
        /// Infinite where still open.
        var until: Double
        var files: Double
    }

    /// Why no delay could be fitted.
    enum Refusal: String, Error {
        case nothingDone = "nothing was done by the last day, so the median is not known"
        case nothingLate = "all was done by the first day on which anybody looked, so nothing tells how much earlier"
        case contradiction = "no one delay explains the counts, such as fewer done later than earlier elsewhere; fit those cohorts apart"
    }

    /// Deviation of the logarithm beyond which the counts contradict one another: nine of ten files between 1/140 and 140 times
    /// the median.
    private static let mostLogSD = 3.0

    init(_ observations: [DelayObservation]) throws(Refusal) {
        let groups = Dictionary(grouping: observations, by: \.cohort)
        let names = groups.keys.sorted()
        let cohorts = names.map { Self.intervals(groups[$0] ?? []) }
        let all = cohorts.flatMap(\.self)
        let files = all.reduce(0) { $0 + $1.files }
        let done = all.filter { $0.until.isFinite }.reduce(0) { $0 + $1.files }
        guard files > 0, done > 0 else { throw .nothingDone }
        guard all.contains(where: { $0.files > 0 && $0.after > 0 }) else { throw .nothingLate }
        let bounds = Set(all.flatMap { [$0.after, $0.until] }.filter { $0 > 0 && $0.isFinite })
        let isOneDay = bounds.count < 2 || done == files && bounds.count < 3
        let middle = log(bounds.sorted()[bounds.count / 2])
        func loss(_ intervals: [Interval], _ mu: Double, _ sigma: Double) -> Double {
            -intervals.reduce(0) { $0 + $1.files * Self.logChance($1, mu, sigma) }
        }
        let fixed = isOneDay ? Self.defaultLogSD : nil
        let point = Minimisation.simplex(from: fixed == nil ? [middle, log(0.5)] : [middle], step: 0.3) { x in
            let logSigma = fixed.map { log($0) } ?? x[1]
            guard abs(x[0]) < 30, abs(logSigma) < 10 else { return 1e12 }
            return loss(all, x[0], exp(logSigma)) / files
        }
        guard let point, abs(point.x[0]) < 15 else { throw .contradiction }
        let mu = point.x[0], sigma = fixed ?? exp(point.x[1])
        guard sigma < Self.mostLogSD else { throw .contradiction }
        medianDays = exp(mu)
        logSD = sigma
        isLogSDAssumed = isOneDay
        self.cohorts = names
        self.files = files
        n = Self.observations(cohorts, at: point.x, sigma: fixed, files: files) { loss($0, $1, $2) }
    }

    /// How alike two files of one cohort are: an assumption.
    private static let clustering = 0.05

    /// The observations behind the median of a cohort that was not counted: the least of what the curvature allows, what the differences between
    /// cohorts allow (their variance, from the sandwich of White 1982 by cohort less what the curvature explains, comes to that of the
    /// median itself: `behaviour` has no scatter of delays), and what is left where files of one cohort go through the same hands (Kish's
    /// design effect `1 + (m - 1) s` with s = 0.05, assumed).
    private static func observations(
        _ cohorts: [[Interval]], at x: [Double], sigma fixed: Double?, files: Double,
        loss: @escaping ([Interval], Double, Double) -> Double
    ) -> Double {
        let all = cohorts.flatMap(\.self)
        let sigma = fixed ?? exp(x[1])
        func value(_ intervals: [Interval], _ x: [Double]) -> Double { loss(intervals, x[0], fixed ?? exp(x[1])) }
        func moved(_ steps: [Int: Double]) -> [Double] { x.indices.map { x[$0] + (steps[$0] ?? 0) } }
        let width = 1e-4
        let hessian = x.indices.map { i in
            x.indices.map { j -> Double in
                if i == j { return (value(all, moved([i: width])) - 2 * value(all, x) + value(all, moved([i: -width]))) / (width * width) }
                let same = value(all, moved([i: width, j: width])) + value(all, moved([i: -width, j: -width]))
                let cross = value(all, moved([i: width, j: -width])) + value(all, moved([i: -width, j: width]))
                return (same - cross) / (4 * width * width)
            }
        }
        let clustered = cohorts.reduce(0) { sum, cohort in
            let people = cohort.reduce(0) { $0 + $1.files }
            return sum + (people > 0 ? people / (1 + (people - 1) * Self.clustering) : 0)
        }
        var least = min(files, clustered)
        if let inverse = SymmetricMatrix(hessian)?.inverse {
            if inverse[0][0] > 0 { least = min(least, sigma * sigma / inverse[0][0]) }
            if cohorts.count > 1 {
                let influences = cohorts.map { cohort in
                    x.indices.reduce(0) { $0 + inverse[0][$1] * (value(cohort, moved([$1: width])) - value(cohort, moved([$1: -width]))) / (2 * width) }
                }
                let count = Double(cohorts.count)
                let variance = influences.reduce(0) { $0 + $1 * $1 } * count / (count - 1)
                let explained = max(0, inverse[0][0])
                // The sandwich is the variance of a mean of so many cohorts; a new one has that of one cohort besides.
                let between = count * max(0, variance - explained)
                let whole = max(variance, explained) + between
                if whole > 0 { least = min(least, sigma * sigma / whole) }
            }
        }
        return max(least, 0)
    }

    /// What the counts of one cohort say: each file between two days, or beyond the last on which it was seen open.
    private static func intervals(_ rows: [DelayObservation]) -> [Interval] {
        let sorted = rows.sorted { $0.days < $1.days }
        var result: [Interval] = []
        var day = 0.0, done = 0
        for (index, row) in sorted.enumerated() {
            result.append(Interval(after: day, until: Double(row.days), files: Double(row.done - done)))
            // Open now, and neither done nor open at the next count: seen last today.
            let later = index + 1 < sorted.count ? sorted[index + 1].done - row.done + sorted[index + 1].open : 0
            result.append(Interval(after: Double(row.days), until: .infinity, files: Double(max(0, row.open - later))))
            day = Double(row.days)
            done = row.done
        }
        return result.filter { $0.files > 0 }
    }

    /// Logarithm of the chance of an interval, from the tail that loses nothing to rounding.
    private static func logChance(_ interval: Interval, _ mu: Double, _ sigma: Double) -> Double {
        let a = interval.after > 0 ? (log(interval.after) - mu) / sigma : -Double.infinity
        let b = interval.until.isFinite ? (log(interval.until) - mu) / sigma : Double.infinity
        if b == .infinity { return logTail(-a) }
        if a == -.infinity { return logTail(b) }
        // ln(P(b) - P(a)), both taken below 0 where they are above.
        let (low, high) = a > 0 ? (-b, -a) : (a, b)
        let upper = logTail(high), lower = logTail(low)
        return upper + log(max(-expm1(lower - upper), Double.leastNormalMagnitude))
    }

    /// `ln P(Z <= z)`.
    private static func logTail(_ z: Double) -> Double {
        if z == -.infinity { return -.infinity }
        NumericalLibrary.prepare()
        return gsl_sf_log_erfc(-z / 2.0.squareRoot()) - log(2)
    }
}
