import MobilityModel

extension PlanChecker {
    /// **V3 Trained**, what concerns one person.
    func checkTrained(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        guard itinerary.cycles.contains(where: { !$0.cycle.sessions.isEmpty }) else { return }
        checkAttendedOnce(itinerary, &violations)
        checkEachSession(itinerary, &violations)
        checkNothingAtTheSameTime(itinerary, &violations)
    }

    private func checkAttendedOnce(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        var seen: Set<CourseSession.ID> = []
        for cycle in itinerary.cycles {
            for session in cycle.cycle.sessions where !seen.insert(session).inserted {
                violations.append(itinerary.violation("V3", cycle, naming: [session.text], "session \(session) is attended twice"))
            }
        }
    }

    /// Its requirements, its origins, the candidate's first day, and whether it is of any use.
    private func checkEachSession(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        let candidate = itinerary.candidate
        var held = HeldSkills(candidate: candidate)
        for cycle in itinerary.cycles {
            for session in cycle.sessions {
                func refuse(_ message: String) {
                    violations.append(itinerary.violation("V3", cycle, naming: [session.id.text], "session \(session.id) \(message)"))
                }
                for skill in unmet(of: session, held, cycle.sessions) {
                    refuse("requires \(skill), not held when it starts on \(session.start)")
                }
                if !session.origins.isEmpty, !session.origins.contains(candidate.origin) {
                    refuse("takes people from \(names(session.origins)) only, not from \(candidate.origin)")
                }
                if session.start < candidate.from {
                    refuse("starts on \(session.start), before the candidate is available from \(candidate.from)")
                }
                if isForNothing(session, in: cycle, held) {
                    refuse("is attended for nothing: without it every requirement of the request and of the cycle's other sessions is met")
                }
            }
            held.complete(cycle.sessions)
        }
    }

    private func unmet(of session: CourseSession, _ held: HeldSkills, _ sessions: [CourseSession]) -> [Skill] {
        session.requires.filter { !held.holds($0, validOn: session.start, endedBefore: session.start, sessions: sessions) }
    }

    /// Taken away from its cycle, all else kept, it leaves no requirement of the request and none of another session of
    /// that cycle unmet.
    private func isForNothing(_ session: CourseSession, in cycle: ResolvedCycle, _ held: HeldSkills) -> Bool {
        let others = cycle.sessions.filter { $0.id != session.id }
        let requestIsMet = cycle.request.requirements.allSatisfy {
            held.holds($0, validOn: cycle.request.start, endedBefore: cycle.deadline, sessions: others)
        }
        return requestIsMet && others.allSatisfy { unmet(of: $0, held, others).isEmpty }
    }

    private func checkNothingAtTheSameTime(_ itinerary: ResolvedItinerary, _ violations: inout [Violation]) {
        var sessions: [(cycle: ResolvedCycle, session: CourseSession)] = []
        for cycle in itinerary.cycles { for session in cycle.sessions { sessions.append((cycle, session)) } }
        sessions.sort { ($0.session.start, $0.session.id) < ($1.session.start, $1.session.id) }

        var last: CourseSession?
        for (cycle, session) in sessions {
            if let other = last, other.id != session.id, session.start <= other.end {
                violations.append(
                    itinerary.violation(
                        "V3", cycle, naming: [session.id.text, other.id.text],
                        "session \(session.id) (\(session.start) to \(session.end)) and session \(other.id) (\(other.start) to \(other.end)) are at the same time"))
            }
            if last.map({ $0.end < session.end }) ?? true { last = session }
        }

        // The latest end among the stays that start first says whether any of them reaches into a session.
        let stays = itinerary.cycles.map(\.request).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        var longest: [Request] = []
        for stay in stays {
            if let previous = longest.last, previous.end >= stay.end { longest.append(previous) } else { longest.append(stay) }
        }
        for (cycle, session) in sessions {
            let before = stays.partitioningCount { $0.start <= session.end }
            guard before > 0, longest[before - 1].end >= session.start else { continue }
            let stay = longest[before - 1]
            violations.append(
                itinerary.violation(
                    "V3", cycle, naming: [session.id.text, stay.id.text],
                    "session \(session.id) (\(session.start) to \(session.end)) is during the stay on \(stay.id) (\(stay.start) to \(stay.end))"))
        }
    }

    /// **V3 Trained**, what concerns a session: at most `seats`, and either nobody or at least `min_seats`.
    func checkAttendance(_ tally: Tally, _ violations: inout [Violation]) {
        for (index, session) in scenario.sessions.enumerated() {
            let people = tally.sessions[index]
            if people > session.seats {
                violations.append(
                    Violation(
                        rule: "V3", subjects: [session.id.text],
                        message: "session \(session.id) has \(counted(session.seats, "seat")), \(people) people attend"))
            }
            if people > 0, people < session.minSeats {
                violations.append(
                    Violation(
                        rule: "V3", subjects: [session.id.text],
                        message: "session \(session.id) is held for at least \(counted(session.minSeats, "person", "people")), \(people) \(people == 1 ? "attends" : "attend")"))
            }
        }
    }
}

extension Array {
    /// How many of the first elements satisfy a condition that holds for a first part only.
    func partitioningCount(_ condition: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
