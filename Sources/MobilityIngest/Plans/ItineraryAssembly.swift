import MobilityModel

/// Puts the rows of one itinerary together, in the order of their cycles.
struct ItineraryAssembly {
    let file: String
    let log: FindingLog
    let names: PlanNames
    /// Whether cycles that are not numbered 1, 2, ... are told of: a row may have been lost.
    let findsGaps: Bool

    /// In the order in which the file first mentions them.
    func itineraries(of rows: [PlanRow]) -> [Itinerary] {
        rows.byItinerary.map(itinerary)
    }

    private func itinerary(_ rows: [PlanRow]) -> Itinerary {
        let first = rows[0]
        for row in rows.dropFirst() {
            let place = Place(file: file, line: row.line)
            if row.candidate != first.candidate {
                log.error(
                    "mixed_itinerary", at: place,
                    "itinerary \(Excerpt.name(row.itinerary)) has candidate \(Excerpt.quoted(row.candidate.text)) here and \(Excerpt.quoted(first.candidate.text)) in line \(first.line)")
            }
            if row.count != first.count {
                log.error(
                    "mixed_itinerary", at: place,
                    "itinerary \(Excerpt.name(row.itinerary)) has count \(row.count) here and \(first.count) in line \(first.line)")
            }
        }
        let sorted = rows.sorted { ($0.cycle, $0.line) < ($1.cycle, $1.line) }
        for (row, next) in zip(sorted, sorted.dropFirst()) where row.cycle == next.cycle {
            log.error(
                "duplicate_cycle", at: Place(file: file, line: next.line),
                "itinerary \(Excerpt.name(next.itinerary)) has cycle \(next.cycle) in line \(row.line) already")
        }
        if findsGaps { findGap(sorted) }
        return Itinerary(
            candidate: first.candidate, count: first.count,
            cycles: sorted.map { row in
                Cycle(
                    request: row.request, quota: row.quota, sessions: names.ordered(row.sessions),
                    consulate: row.consulate, visaDate: row.visaDate, pinned: row.pinned)
            })
    }

    private func findGap(_ sorted: [PlanRow]) {
        var expected = 1
        for row in sorted {
            if row.cycle > expected {
                let name = Excerpt.name(row.itinerary)
                log.error(
                    "missing_cycle", at: Place(file: file, line: row.line),
                    "itinerary \(name) has cycle \(row.cycle) and no cycle \(expected): put back the row that is missing, or number what is left 1, 2, ...")
                return
            }
            expected = row.cycle + 1
        }
    }
}
