import Distributions
import Foundation
import MobilityModel

/// The odds of every course of the model in one replicate.
struct ChanceTable {
    private struct Stay: Hashable {
        var chance: Int
        var months: Int
    }

    /// In the order of the model's courses.
    private(set) var courses: [CourseOdds] = []

    /// - Parameters:
    ///   - replicate: whose cohorts scatter; `nil`: chances are means over all that a cohort may be.
    ///   - inTime: as ``inTime(_:_:)`` gives it, where that is known already.
    ///
    /// - Complexity: linear in the model's chances and courses; a cohort's draw takes some microseconds.
    init(_ model: ProjectionModel, _ parameters: ReplicateParameters, replicate: Int?, inTime: [Double]? = nil) {
        let behaviour = model.behaviour
        var cohorts = CohortMeans(behaviour, parameters)
        func shift(of key: ChanceKey) -> Double { key.effects.reduce(0) { $0 + parameters.effects[$1] } }
        let values = model.chances.map { key -> Double in
            var chance = parameters.chances[key.step.position]
            let shift = shift(of: key)
            if let replicate, let cohort = key.cohort, let spread = behaviour.chances[key.step]?.spread {
                let bits = Mixing.combine(
                    model.seed, UInt64(replicate), Mixing.hash("cohort " + key.step.rawValue), model.cohorts[cohort])
                chance = Self.scattered(chance, spread: spread, at: Mixing.uniform(bits))
            } else if shift != 0, key.cohort != nil {
                return cohorts.mean(of: key.step, shiftedBy: shift) { $0 }
            }
            return Self.shifted(chance, by: shift)
        }
        var known: [Stay: Double] = [:]
        /// Not to return early in so many months.
        func stayed(_ key: Int, months: Int) -> Double {
            if replicate != nil || months < 2 || model.chances[key].cohort == nil { return Foundation.pow(1 - values[key], Double(months)) }
            let stay = Stay(chance: key, months: months)
            if let chance = known[stay] { return chance }
            let chance = cohorts.mean(of: .earlyReturn, shiftedBy: shift(of: model.chances[key])) { Foundation.pow(1 - $0, Double(months)) }
            known[stay] = chance
            return chance
        }
        let inTime = inTime ?? Self.inTime(model, parameters)
        courses = model.courses.map { course in
            func chance(_ step: BehaviourStep) -> Double { values[course.chances[step.position]] }
            func given(_ step: BehaviourStep) -> Double? { behaviour.chances[step] == nil ? nil : chance(step) }
            let endings = Endings(
                returnedOnTime: given(.returnedOnTime), extended: given(.extended), lawfulExit: given(.lawfulExit),
                overstayed: given(.overstayed))
            let late = course.lateness.map { inTime[$0] } ?? 1
            return CourseOdds(
                authorised: chance(.authorised), trained: chance(.trained), notWithdrawn: chance(.notWithdrawn),
                visa: course.needsVisa ? chance(.visaGranted) : 1,
                arrived: course.needsVisa ? chance(.arrivedInTime) * late : 1,
                stayed: stayed(course.chances[BehaviourStep.earlyReturn.position], months: course.months),
                returnedOnTime: endings.returnedOnTime, extended: endings.extended, lawfulExit: endings.lawfulExit,
                overstayed: endings.overstayed, reapplied: chance(.reapplied), started: chance(.projectStarted),
                alive: chance(.projectAlive12m))
        }
    }

    /// For each lateness of the model, the chance that everything is there in time.
    static func inTime(_ model: ProjectionModel, _ parameters: ReplicateParameters) -> [Double] {
        model.lateness.map { $0.chance(model.behaviour.delays, logMedians: parameters.delays) }
    }

    /// Of a cohort's chance; `nil` where it is what it is in the mean: at 0 and 1, and where the scatter is too small for any number to show.
    static func shapeParameters(_ chance: Double, spread: Double) -> (a: Double, b: Double)? {
        guard chance > 0, chance < 1, spread > 0, spread < 1 else { return nil }
        let weight = (1 - spread) / spread
        return weight < 1e15 ? (chance * weight, (1 - chance) * weight) : nil
    }

    /// A cohort's chance: the quantile at `u` of `Beta(p (1 - s) / s, (1 - p) (1 - s) / s)`.
    static func scattered(_ chance: Double, spread: Double, at u: Double) -> Double {
        shapeParameters(chance, spread: spread).map { BetaDistribution.quantile(u, $0.a, $0.b) } ?? chance
    }

    /// `chance` with its log-odds moved; 0 and 1 stay.
    static func shifted(_ chance: Double, by shift: Double) -> Double {
        guard shift != 0, chance > 0, chance < 1 else { return chance }
        let odds = chance / (1 - chance) * Foundation.exp(shift)
        return odds.isFinite ? odds / (1 + odds) : 1
    }
}
