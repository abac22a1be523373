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

    mutating func add(group: Int, match: Int64, people more: Int) {
        count += 1
        people[group] += more
        mostMatch[group] = max(mostMatch[group], match)
        if matchStep != 1 { matchStep = greatestCommonDivisor(matchStep, match) }
    }
}
