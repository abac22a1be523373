import MobilityModel

extension PlanChecker {
    /// **V11 Known**, what concerns one itinerary: looks up everything that it names, and says what is not there.
    ///
    /// `nil` for an unknown candidate, of whom nothing else can be said. A cycle on an unknown request is left out, an
    /// unknown session, consulate or quota line is not looked at by any other rule.
    func resolve(_ itinerary: Itinerary, number: Int, _ violations: inout [Violation]) -> (itinerary: ResolvedItinerary, candidate: Int)? {
        func refuse(_ subjects: [String], _ message: String) {
            violations.append(
                Violation(
                    rule: "V11", subjects: [String(number), itinerary.candidate.text] + subjects,
                    message: "itinerary \(number), \(itinerary.candidate): \(message)"))
        }
        if itinerary.count < 1 { refuse([], "followed by \(counted(itinerary.count, "person", "people")), at least 1 is needed") }
        if itinerary.cycles.isEmpty { refuse([], "has no cycle") }
        guard let candidateIndex = index.candidates[itinerary.candidate] else {
            refuse([], "there is no candidate \(itinerary.candidate)")
            return nil
        }
        let candidate = scenario.candidates[candidateIndex]
        var cycles: [ResolvedCycle] = []
        cycles.reserveCapacity(itinerary.cycles.count)
        for (position, cycle) in itinerary.cycles.enumerated() {
            for session in cycle.sessions where index.sessions[session] == nil { refuse([session.text], "there is no session \(session)") }
            if let id = cycle.consulate, index.consulates[id] == nil { refuse([id.text], "there is no consulate \(id)") }
            if let id = cycle.quota, index.quotas[id] == nil { refuse([id.text], "there is no quota line \(id)") }
            guard let resolved = resolve(cycle, number: position + 1, by: candidate) else {
                refuse([cycle.request.text], "there is no request \(cycle.request)")
                continue
            }
            if scenario.channels[resolved.request.channel] == nil {
                refuse([resolved.request.channel], "there is no channel \(resolved.request.channel), of request \(cycle.request)")
            }
            cycles.append(resolved)
        }
        let resolved = ResolvedItinerary(number: number, candidate: candidate, people: max(0, itinerary.count), cycles: cycles)
        return (resolved, candidateIndex)
    }

    /// `nil` for an unknown request.
    func resolve(_ cycle: Cycle, number: Int, by candidate: Candidate) -> ResolvedCycle? {
        guard let requestIndex = index.requests[cycle.request] else { return nil }
        let request = scenario.requests[requestIndex]
        var sessions: [Int] = []
        for id in cycle.sessions {
            if let session = index.sessions[id], !sessions.contains(session) { sessions.append(session) }
        }
        let consulate = cycle.consulate.flatMap { index.consulates[$0] }
        return ResolvedCycle(
            number: number, cycle: cycle, requestIndex: requestIndex, request: request,
            channel: scenario.channels[request.channel] ?? Channel(name: request.channel),
            sessions: sessions.map { scenario.sessions[$0] }, sessionIndices: sessions,
            consulateIndex: consulate, consulate: consulate.map { scenario.consulates[$0] },
            quotaIndex: cycle.quota.flatMap { index.quotas[$0] },
            needsVisa: index.needsVisa(origin: candidate.origin, country: request.country),
            isReturning: candidate.cycles > 0 || number > 1)
    }

    /// **V11 Known**, what concerns a candidate row: the people who follow its itineraries are at most its `count`.
    func checkPeople(_ tally: Tally, _ violations: inout [Violation]) {
        for (index, people) in tally.candidates.sorted(by: { $0.key < $1.key }) {
            let candidate = scenario.candidates[index]
            guard people > candidate.count else { continue }
            violations.append(
                Violation(
                    rule: "V11", subjects: [candidate.id.text],
                    message: "candidate \(candidate.id) stands for \(counted(candidate.count, "person", "people")), \(people) follow its itineraries"))
        }
    }
}
