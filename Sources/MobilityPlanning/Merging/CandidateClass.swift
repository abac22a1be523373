import MobilityModel

/// People alike in all that the model reads, planned as one class with their number added up.
struct CandidateClass {
    /// The first member, which stands for all.
    var candidate: Candidate
    /// Indices into `scenario.candidates`, by id.
    var members: [Int]
    var count: Int
    /// Indices of pins that these people must follow.
    var pins: [Int] = []
}

extension CandidateClass {
    /// Classes in the order of their first member's id, whatever the order of the rows.
    ///
    /// Complexity: O(rows x (log rows + log requests)).
    static func merge(_ scenario: Scenario, groups: [RequestGroup], read: AttributesRead, alone: Set<Candidate.ID>) -> [CandidateClass] {
        let traits = TraitsRead(scenario, groups: groups, read: read)
        var positions: [TraitsRead.Key: Int] = [:]
        var classes: [CandidateClass] = []
        let order = scenario.candidates.indices.sorted { scenario.candidates[$0].id < scenario.candidates[$1].id }
        for index in order {
            let row = scenario.candidates[index]
            guard row.count > 0 else { continue }
            let key = traits.key(of: row, alone: alone.contains(row.id) ? index : nil)
            if let position = positions[key] {
                classes[position].members.append(index)
                classes[position].count += row.count
            } else {
                positions[key] = classes.count
                classes.append(CandidateClass(candidate: row, members: [index], count: row.count))
            }
        }
        return classes
    }
}
