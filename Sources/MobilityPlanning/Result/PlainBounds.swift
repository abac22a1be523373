import MobilityModel

extension Instance {
    /// What is proven of a term without solving anything: every placement takes a place, and gains what the best one there can.
    ///
    /// Complexity: O(offers + groups).
    func boundWithoutPrices(_ term: Int) -> Int64 {
        guard terms[term].isMaximised else { return 0 }
        return zip(mostOnGroups(term), groups).reduce(0) { $0 + $1.0 * Int64($1.1.places) }
    }

    /// By group: what the best person gains there, at most, for a term that is maximised; at least 0.
    func mostOnGroups(_ index: Int) -> [Int64] {
        let term = terms[index]
        if term == .match { return census.mostMatch }
        let offered = term == .stayDays ? [] : book.mostOffered(term)
        return groups.indices.map { group in
            guard census.people[group] > 0 else { return 0 }
            return term == .stayDays ? Int64(groups[group].request.stayDays) : max(0, offered[book.requests.traits[group].signature])
        }
    }
}
