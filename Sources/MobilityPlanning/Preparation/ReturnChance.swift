import MobilityModel

/// The chance of an on-time return of a planned cycle, as the `returns` term counts it.
///
/// authorised x trained^sessions x not_withdrawn x (visa_granted x arrived_in_time, where a visa is needed)
/// x (1 - early_return)^months x returned_on_time, or 1 - extended - lawful_exit - overstayed where it is not given;
/// months = days of stay / 30 rounded down. Effects multiply the odds of a step; 0 and 1 stay. A chance not given is 1, or 0 for what takes away from a return.
struct ReturnChance {
    let behaviour: Behaviour

    /// Millionths, rounded down.
    func millionths(person: PersonAtCycle, request: Request, sessions: Int, needsVisa: Bool) -> Int64 {
        func chance(_ step: BehaviourStep, missing: Double) -> Double {
            let rate = behaviour.chances[step]?.rate ?? missing
            let shifts = behaviour.effects.filter { $0.step == step && $0.who.holds(for: person) && $0.place.holds(for: request) }
            guard rate > 0, rate < 1, !shifts.isEmpty else { return rate }
            let odds = shifts.reduce(rate / (1 - rate)) { $0 * $1.oddsRatio }
            return odds / (1 + odds)
        }
        var product = chance(.authorised, missing: 1)
        let trained = chance(.trained, missing: 1)
        for _ in 0..<sessions { product *= trained }
        product *= chance(.notWithdrawn, missing: 1)
        if needsVisa {
            product *= chance(.visaGranted, missing: 1)
            product *= chance(.arrivedInTime, missing: 1)
        }
        let staying = 1 - chance(.earlyReturn, missing: 0)
        for _ in 0..<max(0, request.stayDays / 30) { product *= staying }
        if behaviour.chances[.returnedOnTime] != nil {
            product *= chance(.returnedOnTime, missing: 1)
        } else {
            let extended = chance(.extended, missing: 0)
            let lawfulExit = chance(.lawfulExit, missing: 0)
            product *= max(0, 1 - extended - lawfulExit - chance(.overstayed, missing: 0))
        }
        let scaled = (product * 1_000_000).rounded(.down)
        return scaled.isFinite ? Int64(min(max(scaled, 0), 1_000_000)) : 0
    }
}
