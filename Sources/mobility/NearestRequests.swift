import Foundation
import MobilityChecking
import MobilityModel

/// The requests that a candidate comes nearest to, and how they stand to the one that the plan's own reason speaks of.
///
/// The planner tells of the request for which people come furthest on the way, the checker first of those on which they miss the
/// fewest rules: both are near, each in its way, and where they are two the reader is told why.
struct NearestRequests {
    private(set) var trails: [ConditionTrail]
    /// `nil` where there is one only, or the reason names none.
    private(set) var note: String?

    init(_ base: PlannedBase, candidate: Candidate, most: Int) {
        let (checker, plan) = (base.dossier.checker, base.plan)
        trails = checker.nearestRequests(of: candidate.id, in: plan, pins: base.pins, most: most)
        guard let reason = base.dossier.report.result.unplaced.first(where: { $0.candidate == candidate.id })?.reason,
            let named = base.scenario.requests.first(where: { reason.detail.names($0.id.text) })?.id,
            let nearest = trails.first, nearest.request != named
        else { return }
        let own: ConditionTrail
        if let place = trails.firstIndex(where: { $0.request == named }) {
            own = trails.remove(at: place)
        } else if let found = checker.conditions(of: candidate.id, on: named, beside: plan, usage: checker.check(plan).usage, pins: base.pins) {
            own = found
            // As many as were asked for.
            if trails.count >= most, trails.count > 1 { trails.removeLast() }
        } else { return }
        trails.insert(own, at: 0)
        func missed(_ trail: ConditionTrail) -> String { "\(trail.missedRules)" }
        note = "The reason is that of \(named), for which they come furthest on the way; "
            + (nearest.missedRules < own.missedRules
                ? "\(nearest.request) misses fewer conditions: \(missed(nearest)), not \(missed(own))."
                : "\(nearest.request) misses as few conditions: \(missed(nearest)).")
    }
}

extension String {
    /// Whether an id stands in a sentence by itself, not as a part of a longer one.
    fileprivate func names(_ id: String) -> Bool {
        func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber || "-_".contains(character) }
        var rest = self[...]
        while !id.isEmpty, let found = rest.range(of: id) {
            let before = found.lowerBound > startIndex ? self[index(before: found.lowerBound)] : " "
            let after = found.upperBound < endIndex ? self[found.upperBound] : " "
            if !isPart(before), !isPart(after) { return true }
            rest = rest[found.upperBound...]
        }
        return false
    }
}
