import MobilityModel

/// Classes alike in all but their dates and what only points of `match` read: the same requests admit them, the same is offered to them, and the same
/// training fills their gaps.
struct PeopleCells {
    private struct Key: Hashable {
        var kind, profile, occupations, countries, skills: Int32
        /// Tells those who are named by a request from all others.
        var alone: Int
    }

    /// By class, numbered in the order in which they are met.
    let numbers: [Int32]
    let count: Int

    init(_ people: PeopleTable) {
        var known = Interning<Key>()
        numbers = people.traits.enumerated().map { owner, person in
            Int32(known.number(of: Key(
                kind: person.kind, profile: person.profile, occupations: person.occupations, countries: person.countries,
                skills: person.skills, alone: person.isNamed ? owner : -1)))
        }
        count = known.values.count
    }

    /// The classes of each.
    var members: [[Int]] {
        var members = [[Int]](repeating: [], count: count)
        for (owner, cell) in numbers.enumerated() { members[Int(cell)].append(owner) }
        return members
    }
}
