import MobilityModel

/// The draws that a plan comes from: rows alike in all that the model reads, of whom some go and some do not, or go elsewhere.
struct PoolLotteries {
    let lotteries: [PoolLottery]

    init(_ instance: Instance, assignment: Assignment, plan: Plan) {
        var placed: [Candidate.ID: Int] = [:]
        for itinerary in plan.itineraries { placed[itinerary.candidate, default: 0] += itinerary.count }
        // Another visa month or quota line is no other fate: requests and sessions are.
        var fates = [Set<[Fate]>](repeating: [], count: instance.classes.count)
        for use in assignment.uses where use.count > 0 {
            fates[use.column.owner].insert(use.column.cycles.map {
                Fate(group: $0.group, sessions: $0.sessions.sorted())
            })
        }
        let candidates = instance.scenario.candidates
        lotteries = zip(instance.classes, fates).compactMap { owner, fates in
            guard owner.members.count > 1 else { return nil }
            let rows = owner.members.map { member in
                PoolLottery.Row(
                    candidate: candidates[member].id, people: candidates[member].count, placed: placed[candidates[member].id] ?? 0)
            }
            let lottery = PoolLottery(rows: rows)
            return lottery.placed > 0 && (lottery.placed < lottery.people || fates.count > 1) ? lottery : nil
        }
    }

    private struct Fate: Hashable {
        var group: Int
        var sessions: [Int]
    }

    /// Reasons that say where lots decided who of people alike has to stay at home.
    func told(_ unplaced: [Unplaced]) -> [Unplaced] {
        var drawn: [Candidate.ID: PoolLottery] = [:]
        for lottery in lotteries where lottery.placed < lottery.people {
            for row in lottery.rows { drawn[row.candidate] = lottery }
        }
        return unplaced.map { entry in
            guard let lottery = drawn[entry.candidate] else { return entry }
            var told = entry
            told.reason.detail = lottery.placed == 1
                ? ReasonTemplate.lotsForOne.english(entry.reason.detail, lottery.people)
                : ReasonTemplate.lots.english(entry.reason.detail, lottery.people, lottery.placed)
            return told
        }
    }
}
