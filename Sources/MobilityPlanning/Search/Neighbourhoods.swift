import LinearProgramming
import MobilityModel

/// Improves a plan by setting some people free at a time and planning them anew, exactly, around all the others.
///
/// Large neighbourhood search (Shaw 1998) with an integer problem for each neighbourhood: classes that compete for the same
/// scarce thing, the next around the circle each time. The order is fixed, so is the result.
struct Neighbourhoods {
    let instance: Instance

    /// Classes around one scarce thing after the other, the same sequence at every call.
    func circles(size: Int) -> [[Int]] {
        var circles: [[Int]] = []
        let active = instance.classes.indices.filter { !instance.postings[$0].isEmpty }
        guard !active.isEmpty else { return [] }
        // By the request groups that classes can reach: people who share requests compete.
        var byGroup: [[Int]] = Array(repeating: [], count: instance.groups.count)
        for owner in active { for posting in instance.postings[owner] { byGroup[posting.group].append(owner) } }
        var seen: Set<Int> = []
        var current: [Int] = []
        for owners in byGroup where !owners.isEmpty {
            for owner in owners where seen.insert(owner).inserted {
                current.append(owner)
                if current.count == size {
                    circles.append(current)
                    // Half of a circle stays, so that neighbours meet.
                    current = Array(current.suffix(size / 2))
                }
            }
        }
        if !current.isEmpty { circles.append(current) }
        return circles
    }
}
