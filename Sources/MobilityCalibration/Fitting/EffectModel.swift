import Foundation
import MobilityModel

/// Which cohorts have which values of the covariates whose effects on a step are asked for.
struct EffectModel {
    /// People, so that a value counts: fewer tell nothing.
    static let leastPeople = 10.0

    /// One value of a covariate, beside the reference value.
    struct Column: Hashable, Sendable {
        var covariate: Covariate
        var value: String
    }

    /// In the order of the covariates asked for, values in alphabetical order.
    private(set) var columns: [Column] = []
    /// The value of most people, by covariate; the rate is theirs.
    private(set) var references: [Covariate: String] = [:]
    /// The cohorts that take part.
    private(set) var observations: [StepObservation]
    private(set) var notes: [String] = []

    init(_ all: [StepObservation], _ covariates: [Covariate]) {
        var kept = all
        var used: [Covariate] = []
        for covariate in covariates {
            let known = kept.filter { $0.covariates[covariate] != nil }
            var people: [String: Double] = [:]
            for row in known { people[row.covariates[covariate] ?? "", default: 0] += row.trials }
            let large = people.filter { $0.value >= Self.leastPeople }
            guard large.count >= 2 else { continue }
            let fewer = known.filter { large[$0.covariates[covariate] ?? ""] != nil }
            if fewer.count < kept.count {
                let out = kept.count - fewer.count
                notes.append("\(out) \(out == 1 ? "cohort" : "cohorts") without \(covariate.rawValue), or with fewer than \(Int(Self.leastPeople)) people of theirs, left out")
            }
            kept = fewer
            used.append(covariate)
        }
        observations = kept
        for covariate in used {
            var people: [String: Double] = [:]
            for row in kept { if let value = row.covariates[covariate] { people[value, default: 0] += row.trials } }
            let values = people.keys.sorted()
            guard values.count >= 2, let reference = values.max(by: { (people[$0] ?? 0, $1) < (people[$1] ?? 0, $0) }) else { continue }
            references[covariate] = reference
            columns += values.filter { $0 != reference }.map { Column(covariate: covariate, value: $0) }
        }
        dropTwins()
    }

    /// Drops columns that hold for exactly the cohorts of an earlier one: nothing tells them apart.
    private mutating func dropTwins() {
        var seen: [[Bool]: Column] = [:]
        columns = columns.filter { column in
            let pattern = observations.map { $0.covariates[column.covariate] == column.value }
            if let twin = seen[pattern] ?? seen[pattern.map { !$0 }] {
                notes.append("\(column.covariate.rawValue) \(column.value) cannot be told from \(twin.covariate.rawValue) \(twin.value): only the latter has an effect")
                return false
            }
            seen[pattern] = column
            return true
        }
    }

    /// 1 for the intercept, then 0 or 1 for every column.
    func row(_ observation: StepObservation) -> [Double] {
        [1] + columns.map { observation.covariates[$0.covariate] == $0.value ? 1 : 0 }
    }
}
