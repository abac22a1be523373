import MobilityModel

/// Skills that something asks for and some session grants, each a bit.
struct LearntSkills {
    /// By session.
    let granted: [UInt64]
    private let bits: [Skill: Int]
    /// Skills beyond the bits there are: taken as held by everybody, which only loosens a bound.
    private let beyond: Set<Skill>
    /// How many have a bit.
    var count: Int { bits.count }

    init(_ scenario: Scenario) {
        var asked: [Skill] = []
        var seen: Set<Skill> = []
        for skill in scenario.requests.flatMap(\.requirements) + scenario.sessions.flatMap(\.requires) where seen.insert(skill).inserted {
            if scenario.sessions.contains(where: { $0.grants.contains { $0.covers(skill) } }) { asked.append(skill) }
        }
        beyond = Set(asked.dropFirst(UInt64.bitWidth))
        let known = asked.prefix(UInt64.bitWidth)
        bits = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
        granted = scenario.sessions.map { session in
            known.enumerated().reduce(UInt64(0)) { mask, entry in
                session.grants.contains { $0.covers(entry.element) } ? mask | 1 << UInt64(entry.offset) : mask
            }
        }
    }

    /// Those of `skills` that the person does not hold on `day`; `nil` where one of them can never be learnt.
    func missing(_ skills: [Skill], _ candidate: Candidate, on day: Day) -> UInt64? {
        var mask: UInt64 = 0
        for skill in skills where !beyond.contains(skill) && !candidate.lists(skill, on: day) {
            guard let bit = bits[skill] else { return nil }
            mask |= 1 << UInt64(bit)
        }
        return mask
    }
}

/// Sessions that one person attends in one cycle.
struct TrainingSet: Hashable {
    /// By index, ascending.
    let sessions: [Int]
    let firstStart: Day
    let lastEnd: Day
    let granted: UInt64
}

/// All sets of sessions that V3 allows for what a cycle lacks: goal by goal, whatever is lacking first is taken from every session that
/// grants it in time. Sets of which a session could be left out are left out.
final class TrainingSets {
    private struct Question: Hashable {
        var profile: Int
        var missing: UInt64
        var acquired: UInt64
        var before: Day
    }
    private struct ProfileKey: Hashable {
        var origin: Country
        var certificates: [HeldCertificate]
        var languages: [LanguageSkill]
    }

    /// Sessions tried before a question is given up.
    private let mostSteps: Int
    let skills: LearntSkills
    private let sessions: [CourseSession]
    private let canAttend: (_ session: Int, _ origin: Country) -> Bool
    private var profiles: [ProfileKey: Int] = [:]
    /// By profile and session: what else must be learnt before it starts; `nil` where the people cannot attend it.
    private var lacking: [[UInt64?]] = []
    private var answers: [Question: [TrainingSet]?] = [:]

    /// - Parameter canAttend: whether a session can take people of an origin at all.
    init(_ scenario: Scenario, mostSteps: Int, canAttend: @escaping (_ session: Int, _ origin: Country) -> Bool) {
        skills = LearntSkills(scenario)
        sessions = scenario.sessions
        self.mostSteps = mostSteps
        self.canAttend = canAttend
    }

    /// People with the same origin and skills share their sets.
    func profile(of candidate: Candidate) -> Int {
        let key = ProfileKey(origin: candidate.origin, certificates: candidate.certificates, languages: candidate.languages)
        if let known = profiles[key] { return known }
        profiles[key] = lacking.count
        lacking.append(sessions.indices.map { index in
            guard canAttend(index, candidate.origin) else { return nil }
            return skills.missing(sessions[index].requires, candidate, on: sessions[index].start)
        })
        return lacking.count - 1
    }

    /// What may have to be learnt on the way to `skills`, themselves included.
    func closure(profile: Int, of wanted: UInt64) -> UInt64 {
        var mask = wanted
        while true {
            var next = mask
            for (index, lack) in lacking[profile].enumerated() where skills.granted[index] & mask != 0 { next |= lack ?? 0 }
            if next == mask { return mask }
            mask = next
        }
    }

    /// Sets that grant `missing`, given what earlier cycles granted, and end before a day; `nil` where there are too many to list.
    func sets(profile: Int, missing: UInt64, acquired: UInt64, before day: Day) -> [TrainingSet]? {
        let question = Question(profile: profile, missing: missing, acquired: acquired, before: day)
        if let known = answers[question] { return known }
        var search = Search(sets: self, lacking: lacking[profile], missing: missing, acquired: acquired, deadline: day, steps: mostSteps)
        let found: [TrainingSet]? = search.extend([]) ? search.found : nil
        answers[question] = .some(found)
        return found
    }

    private struct Search {
        let sets: TrainingSets
        let lacking: [UInt64?]
        let missing: UInt64
        let acquired: UInt64
        let deadline: Day
        var steps: Int
        var seen: Set<[Int]> = []
        var found: [TrainingSet] = []

        /// Whether everything could be tried.
        mutating func extend(_ chosen: [Int]) -> Bool {
            guard let need = unmet(chosen) else {
                take(chosen.sorted())
                return true
            }
            for index in sets.sessions.indices where sets.skills.granted[index] & need.skill != 0 && lacking[index] != nil {
                let session = sets.sessions[index]
                guard session.end < need.before, !chosen.contains(index), !chosen.contains(where: { overlap(sets.sessions[$0], session) })
                else { continue }
                steps -= 1
                guard steps > 0, extend(chosen + [index]) else { return false }
            }
            return true
        }

        private mutating func take(_ chosen: [Int]) {
            guard seen.insert(chosen).inserted, !chosen.contains(where: { out in unmet(chosen.filter { $0 != out }) == nil }) else { return }
            let attended = chosen.map { sets.sessions[$0] }
            guard let first = attended.map(\.start).min(), let last = attended.map(\.end).max() else { return }
            found.append(TrainingSet(
                sessions: chosen, firstStart: first, lastEnd: last, granted: chosen.reduce(0) { $0 | sets.skills.granted[$1] }))
        }

        /// The first skill that the request, or a session chosen, asks for and nothing chosen grants in time.
        private func unmet(_ chosen: [Int]) -> (skill: UInt64, before: Day)? {
            let all = chosen.reduce(acquired) { $0 | sets.skills.granted[$1] }
            if missing & ~all != 0 { return (lowest(missing & ~all), deadline) }
            for index in chosen {
                let start = sets.sessions[index].start
                let before = chosen.reduce(acquired) { mask, other in
                    sets.sessions[other].end < start ? mask | sets.skills.granted[other] : mask
                }
                let lack = (lacking[index] ?? 0) & ~before
                if lack != 0 { return (lowest(lack), start) }
            }
            return nil
        }

        private func lowest(_ mask: UInt64) -> UInt64 { mask & (~mask &+ 1) }
        private func overlap(_ a: CourseSession, _ b: CourseSession) -> Bool { a.start <= b.end && b.start <= a.end }
    }
}
