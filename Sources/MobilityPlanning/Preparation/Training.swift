import MobilityModel

/// Sessions that together give a person what a request asks for, none of them for nothing.
struct TrainingSet: Hashable {
    /// Indices into `scenario.sessions`, by start.
    var sessions: [Int]
    /// First and last day of the training; the distant future and past for the empty set.
    var start: Day
    var end: Day
    /// What the person holds afterwards, in an id of `TrainingCatalogue`.
    var acquired: Int

    static func none(acquired: Int) -> TrainingSet {
        TrainingSet(sessions: [], start: Day(number: .max), end: Day(number: .min), acquired: acquired)
    }
}

/// All irredundant training sets by who needs what, found once and shared by everybody with the same gaps.
///
/// A set is found goal by goal: an unmet requirement (of the request, or of a session chosen) is met by each session that
/// can, in turn. Every irredundant set is found this way, because the last session of it that the search would leave out
/// would be needed by nothing.
final class TrainingCatalogue {
    struct Key: Hashable {
        var profile: Int
        var missing: AtomSet
        /// Id of what earlier cycles gave.
        var acquired: Int
        /// Training ends before this day, the latest start of a request with the need.
        var latest: Day
    }

    enum Overflow: Error, CustomStringConvertible {
        case tooManySets(limit: Int, skills: String)

        var description: String {
            switch self {
            case .tooManySets(let limit, let skills):
                "course sessions combine in more than \(limit) ways to give \(skills): split the horizon, give sessions origins, or take alike sessions together"
            }
        }
    }

    /// What training sets read of a person: the origin, and until when something is owned as far as a session that requires it can tell.
    struct Profile: Hashable {
        var origin: Country
        var owned: [Day]
    }

    let atoms: SkillAtoms
    let sessions: [CourseSession]
    private let limit: Int
    /// By atom: the starts of the sessions that require it, ascending.
    private let askedOn: [[Day]]
    private var profileIDs: [Profile: Int] = [:]
    private(set) var profiles: [Profile] = []
    private var acquiredIDs: [AtomSet: Int] = [.empty: 0]
    private(set) var acquired: [AtomSet] = [.empty]
    private var listIDs: [Key: Int] = [:]
    /// By list id.
    private(set) var lists: [[TrainingSet]] = []

    init(atoms: SkillAtoms, sessions: [CourseSession], limit: Int = 200_000) {
        self.atoms = atoms
        self.sessions = sessions
        self.limit = limit
        var asked: [Set<Day>] = Array(repeating: [], count: atoms.skills.count)
        for (session, required) in atoms.required.enumerated() { for atom in required { asked[atom].insert(sessions[session].start) } }
        askedOn = asked.map { $0.sorted() }
    }

    /// The profile of people from an origin who own each atom until a day.
    func profile(origin: Country, owned: [Day]) -> Int {
        let seen = zip(owned, askedOn).map { last, days in days.last { $0 <= last } ?? Day(number: .min) }
        let profile = Profile(origin: origin, owned: seen)
        if let known = profileIDs[profile] { return known }
        profileIDs[profile] = profiles.count
        profiles.append(profile)
        return profiles.count - 1
    }

    /// The id of the list of all training sets for `missing`, which is what a request asks for and the person does not own.
    func list(profile: Int, missing: AtomSet, acquired: Int, before latest: Day) throws(Overflow) -> Int {
        let open = missing.subtracting(self.acquired[acquired])
        let key = Key(profile: profile, missing: open, acquired: acquired, latest: latest)
        if let known = listIDs[key] { return known }
        let sets = try enumerate(profiles[profile], missing: open, acquired: acquired, latest: latest)
        listIDs[key] = lists.count
        lists.append(sets)
        return lists.count - 1
    }

    /// The id of a set of skills acquired.
    func id(of set: AtomSet) -> Int {
        if let known = acquiredIDs[set] { return known }
        acquiredIDs[set] = acquired.count
        acquired.append(set)
        return acquired.count - 1
    }

    private func enumerate(_ profile: Profile, missing: AtomSet, acquired before: Int, latest: Day) throws(Overflow) -> [TrainingSet] {
        guard !missing.isEmpty else { return [.none(acquired: before)] }
        let had = acquired[before]
        let goals = missing.elements
        var found: Set<[Int]> = []
        var seen: Set<[Int]> = []
        var stack: [[Int]] = [[]]
        while let chosen = stack.popLast() {
            guard let need = firstUnmet(chosen, goals: goals, profile: profile, had: had) else {
                if isIrredundant(chosen, goals: goals, profile: profile, had: had) {
                    found.insert(chosen)
                }
                continue
            }
            for session in atoms.granting[need.atom] where fits(session, with: chosen, before: min(need.before ?? latest, latest), origin: profile.origin) {
                let next = (chosen + [session]).sorted { (sessions[$0].start, $0) < (sessions[$1].start, $1) }
                if seen.insert(next).inserted { stack.append(next) }
            }
            if seen.count > limit { throw .tooManySets(limit: limit, skills: missing.elements.map { atoms.skills[$0].description }.joined(separator: ", ")) }
        }
        let ordered = found.sorted { $0.lexicographicallyPrecedes($1) }
        return ordered.map { set in
            let gained = set.reduce(had) { $0.union(atoms.granted[$1]) }
            return TrainingSet(
                sessions: set, start: set.map { sessions[$0].start }.min() ?? Day(number: .max),
                end: set.map { sessions[$0].end }.max() ?? Day(number: .min), acquired: id(of: gained))
        }
    }

    private func fits(_ session: Int, with chosen: [Int], before: Day, origin: Country) -> Bool {
        let course = sessions[session]
        guard course.end < before, admits(session, origin: origin) else { return false }
        return chosen.allSatisfy { sessions[$0].end < course.start || course.end < sessions[$0].start }
    }

    /// Whether anybody from an origin is admitted.
    func admits(_ session: Int, origin: Country) -> Bool {
        let course = sessions[session]
        return course.seats > 0 && (course.origins.isEmpty || course.origins.contains(origin))
    }

    /// The first requirement that the chosen sessions leave unmet, and the day before which a session must end to meet it.
    private func firstUnmet(_ chosen: [Int], goals: [Int], profile: Profile, had: AtomSet) -> (atom: Int, before: Day?)? {
        for goal in goals where !chosen.contains(where: { atoms.granted[$0].contains(goal) }) { return (goal, nil) }
        for session in chosen {
            let start = sessions[session].start
            for atom in atoms.required[session] where profile.owned[atom] < start && !had.contains(atom) {
                if !chosen.contains(where: { sessions[$0].end < start && atoms.granted[$0].contains(atom) }) {
                    return (atom, start)
                }
            }
        }
        return nil
    }

    private func isIrredundant(_ chosen: [Int], goals: [Int], profile: Profile, had: AtomSet) -> Bool {
        chosen.allSatisfy { session in
            firstUnmet(chosen.filter { $0 != session }, goals: goals, profile: profile, had: had) != nil
        }
    }
}
