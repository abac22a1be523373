import MobilityModel

/// What all possible cycles of an instance come to, none of them kept.
struct PostingCensus {
    private(set) var count = 0
    /// By group: the people who could be placed there.
    private(set) var people: [Int]
    /// By group: the most that anybody there brings to the term `match`.
    private(set) var mostMatch: [Int64]
    /// What every contribution to the term `match` is a multiple of; 0 where none is anything.
    private(set) var matchStep: Int64 = 0

    init(groups: Int) {
        people = Array(repeating: 0, count: groups)
        mostMatch = Array(repeating: 0, count: groups)
    }

    /// Counts possible cycles on a group.
    mutating func add(group: Int, cycles: Int, people more: Int) {
        count += cycles
        people[group] += more
    }

    /// Notes what a possible cycle brings to the term `match`.
    mutating func note(group: Int, match: Int64) {
        mostMatch[group] = max(mostMatch[group], match)
        if matchStep != 1 { matchStep = greatestCommonDivisor(matchStep, match) }
    }
}
