extension Plan {
    /// The same plan in the one order in which it is written: itineraries by candidate id, then by their cycles, and
    /// those that are alike put together. Neither the order of rows in the scenario nor that of the solver shows.
    ///
    /// O(n log n) in the number of itineraries.
    public var inWrittenOrder: Plan {
        var merged: [Itinerary] = []
        merged.reserveCapacity(itineraries.count)
        for itinerary in itineraries.sorted(by: { $0.precedes($1) }) {
            if let last = merged.last, last.candidate == itinerary.candidate, last.cycles == itinerary.cycles {
                let (sum, overflow) = last.count.addingReportingOverflow(itinerary.count)
                merged[merged.count - 1].count = overflow ? .max : sum
            } else {
                merged.append(itinerary)
            }
        }
        return Plan(itineraries: merged)
    }

    /// The same people on the same cycles, none of them pinned.
    public var unpinned: Plan {
        guard itineraries.contains(where: { $0.cycles.contains(where: \.pinned) }) else { return self }
        var plan = self
        for number in plan.itineraries.indices {
            for position in plan.itineraries[number].cycles.indices { plan.itineraries[number].cycles[position].pinned = false }
        }
        return plan
    }
}

extension Itinerary {
    fileprivate func precedes(_ other: Itinerary) -> Bool {
        if candidate != other.candidate { return candidate < other.candidate }
        for (mine, theirs) in zip(cycles, other.cycles) where mine != theirs { return mine.precedes(theirs) }
        if cycles.count != other.cycles.count { return cycles.count < other.cycles.count }
        return count < other.count
    }
}

extension Cycle {
    fileprivate func precedes(_ other: Cycle) -> Bool {
        if request != other.request { return request < other.request }
        if visaDate != other.visaDate { return (visaDate?.number ?? .min) < (other.visaDate?.number ?? .min) }
        let (mine, theirs) = (quota?.text ?? "", other.quota?.text ?? "")
        if mine != theirs { return mine < theirs }
        if sessions != other.sessions { return sessions.lexicographicallyPrecedes(other.sessions) }
        if consulate != other.consulate { return (consulate?.text ?? "") < (other.consulate?.text ?? "") }
        return pinned && !other.pinned
    }
}
