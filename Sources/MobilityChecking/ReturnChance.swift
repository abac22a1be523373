import MobilityModel

extension PlanChecker {
    /// One person's part of the term `returns`: millionths of the probability of an on-time return from a cycle, rounded down.
    ///
    /// - Parameter number: of the cycle in its itinerary, from 1; later ones are a returner's.
    /// - Returns: 0 where the candidate or the request is unknown.
    ///
    /// The probability is computed in `Double`, from 1, by multiplying in this order and one factor at a time:
    ///
    /// 1. `authorised`;
    /// 2. `trained`, once for each session of the cycle;
    /// 3. `not_withdrawn`;
    /// 4. `visa_granted`, then `arrived_in_time`, only where a visa is needed;
    /// 5. `1 - early_return`, once for each month of the stay, months being the days of stay over 30, rounded down;
    /// 6. the on-time share of those who stay to the end.
    ///
    /// The product times 1,000,000 is rounded down, without any tolerance.
    ///
    /// With r, e, l and o the chances of `returned_on_time`, `extended`, `lawful_exit` and `overstayed`, the on-time share is
    /// `r` where `returned_on_time` is given (the other three then share the rest), else `((1 - e) - l) - o`, at least 0.
    ///
    /// A chance that is not given is 1 for the steps 1 to 4 and 0 for `early_return`, `extended`, `lawful_exit` and
    /// `overstayed`. Effects of the step whose `who` and `where` match the cycle multiply its odds in the order of the
    /// scenario: `odds = rate / (1 - rate)`, then `odds *= odds_ratio` for each, then `rate = odds / (1 + odds)`; chances of 0
    /// and 1, and chances without a matching effect, stay as they are. The contract leaves all of this open except the steps.
    public func returns(of cycle: Cycle, number: Int, by candidate: Candidate.ID) -> Int64 {
        guard let (resolved, candidate) = lookUp(cycle, candidate, number: number) else { return 0 }
        return returns(of: resolved, by: candidate)
    }

    /// A person's part of the term `returns`, as ``returns(of:number:by:)`` says.
    func returns(of cycle: ResolvedCycle, by candidate: Candidate) -> Int64 {
        func chance(_ step: BehaviourStep, otherwise: Double) -> Double {
            shifted(step, scenario.behaviour.chances[step]?.rate ?? otherwise, cycle, candidate)
        }
        var product = 1.0
        product *= chance(.authorised, otherwise: 1)
        if !cycle.sessions.isEmpty {
            let trained = chance(.trained, otherwise: 1)
            for _ in cycle.sessions { product *= trained }
        }
        product *= chance(.notWithdrawn, otherwise: 1)
        if cycle.needsVisa {
            product *= chance(.visaGranted, otherwise: 1)
            product *= chance(.arrivedInTime, otherwise: 1)
        }
        let staying = 1 - chance(.earlyReturn, otherwise: 0)
        if staying != 1 {
            for _ in 0..<max(0, cycle.request.stayDays / 30) { product *= staying }
        }
        if scenario.behaviour.chances[.returnedOnTime] != nil {
            product *= chance(.returnedOnTime, otherwise: 1)
        } else {
            let extended = chance(.extended, otherwise: 0)
            let lawfulExit = chance(.lawfulExit, otherwise: 0)
            let overstayed = chance(.overstayed, otherwise: 0)
            product *= max(0, 1 - extended - lawfulExit - overstayed)
        }
        // Rates outside 0...1 never pass the reading of files.
        let millionths = product * 1_000_000
        return millionths > 0 ? Int64(min(millionths, 1_000_000)) : 0
    }

    private func shifted(_ step: BehaviourStep, _ rate: Double, _ cycle: ResolvedCycle, _ candidate: Candidate) -> Double {
        guard rate > 0, rate < 1 else { return rate }
        var odds = rate / (1 - rate)
        var isShifted = false
        for effect in scenario.behaviour.effects
        where effect.step == step && effect.who.matches(candidate, at: cycle) && effect.place.matches(cycle.request) {
            odds *= effect.oddsRatio
            isShifted = true
        }
        return isShifted ? odds / (1 + odds) : rate
    }
}
