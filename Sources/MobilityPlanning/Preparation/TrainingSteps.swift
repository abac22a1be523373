import MobilityModel

/// The irredundant training sets of `TrainingCatalogue` session by session, for those who need them one by one and not as lists.
///
/// Sessions of a set do not overlap, so a set is a sequence in time, and what was attended before decides what may follow.
extension TrainingCatalogue {
    /// What a session requires that people of a profile with some skills do not have otherwise when it starts.
    func lacking(_ session: Int, profile: Int, had: AtomSet) -> [Int] {
        let start = sessions[session].start
        return atoms.required[session].filter { profiles[profile].owned[$0] < start && !had.contains($0) }
    }
}

extension Schooling {
    /// After a further session, which starts when all others have ended; `nil` where it cannot be attended, or would be for nothing.
    /// - Parameters:
    ///   - grants: of what counts.
    ///   - useful: what may be asked for on the way to the request.
    ///   - lacking: what the session requires and the person has not otherwise.
    func attending(grants: AtomSet, useful: AtomSet, lacking: [Int], had: AtomSet) -> [Lesson]? {
        // What gives nothing new is needed for nothing: whatever it gives, others gave before.
        if grants.intersection(useful).subtracting(had.union(granted)).isEmpty { return nil }
        var lessons = lessons
        for atom in lacking {
            let givers = lessons.indices.filter { lessons[$0].grants.contains(atom) }
            if givers.isEmpty { return nil }
            if givers.count == 1 { lessons[givers[0]].isNeeded = true }
        }
        lessons.append(Lesson(grants: grants, isNeeded: false))
        return lessons.sorted {
            let (a, b) = ($0.grants.elements, $1.grants.elements)
            return a == b ? $0.isNeeded && !$1.isNeeded : a.lexicographicallyPrecedes(b)
        }
    }

    /// Whether nothing is missing any more, and no session was attended for nothing.
    var isComplete: Bool {
        missing.subtracting(granted).isEmpty && lessons.indices.allSatisfy { index in
            lessons[index].isNeeded || missing.elements.contains { atom in
                lessons.indices.allSatisfy { ($0 == index) == lessons[$0].grants.contains(atom) }
            }
        }
    }
}
