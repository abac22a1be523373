import MobilityModel

/// One origin and one year of the decree, small enough to be planned to proof on a desk.
///
/// - Candidates: the origin's pools that are available by September of the year.
/// - Requests that begin in the year and that the origin's people may take, and leaf lines of the year that they may take a
///   place of: places are scaled by the origin's share of the people of all origins that the row admits, so that the
///   corridor has its fair part of what it competes for. Rows of one share are scaled together, by largest remainders, so
///   their total is kept. A request of the whole would shrink to a place or none: of requests alike in channel, sector and
///   filing, every so many places one row is kept and takes the places of its neighbours (systematic sampling).
/// - Parents among the lines hold the sum of their children. Sessions and the consulate are the origin's, whole.
/// - Funds are scaled by the origin's share of all people.
struct Corridor {
    var origin: Country
    var year: Int

    func cut(_ whole: ScenarioTables) -> ScenarioTables {
        var tables = ScenarioTables()
        tables.candidates = whole.candidates.filter {
            $0.origin == origin && $0.from <= .on(year, 9, 30) && ($0.until.map { day in day >= .on(year, 1, 1) } ?? true)
        }
        tables.requests = requests(whole.requests)
        tables.quotas = lines(whole.quotas)
        tables.sessions = whole.sessions.filter { admits($0.origins) && $0.start.year == year }
        tables.consulates = whole.consulates.filter { $0.origin == origin }
        tables.funds = whole.funds.map { fund in
            var fund = fund
            fund.amount = Cents(scaledDown(fund.amount.amount / 100) * 100)
            return fund
        }
        return tables
    }

    /// About one row for this many places.
    private static let placesOfARow = 5

    private func requests(_ whole: [Request]) -> [Request] {
        let usable = whole.filter { $0.start.year == year && admits($0.origins) }
        let places = scaled(usable.map { ($0.places, $0.origins) })
        var groups: [(key: [String], indices: [Int])] = []
        for index in usable.indices {
            let key = [usable[index].channel, usable[index].sector, usable[index].filed?.description ?? ""]
            if let group = groups.firstIndex(where: { $0.key == key }) {
                groups[group].indices.append(index)
            } else {
                groups.append((key, [index]))
            }
        }
        var kept = usable.map { _ in 0 }
        for group in groups {
            let total = group.indices.reduce(0) { $0 + places[$1] }
            let rows = min(group.indices.count, max(1, total / Self.placesOfARow))
            for (number, part) in apportion(total, weights: (0..<rows).map { _ in 1 }).enumerated() {
                kept[row(at: (2 * number + 1) * total / (2 * rows), of: group.indices, places)] += part
            }
        }
        return zip(usable, kept).compactMap { request, places in
            var request = request
            request.places = places
            request.minPlaces = 0
            request.origins = request.origins.isEmpty ? [] : [origin]
            return places > 0 ? request : nil
        }
    }

    /// The row that holds the place numbered `position`, counted through `indices`.
    private func row(at position: Int, of indices: [Int], _ places: [Int]) -> Int {
        var rest = position
        for index in indices {
            if rest < places[index] { return index }
            rest -= places[index]
        }
        return indices.last ?? 0
    }

    private func admits(_ origins: [Country]) -> Bool { origins.isEmpty || origins.contains(origin) }

    /// People of the origins admitted; of all where none is named.
    private func people(_ origins: [Country]) -> Int {
        zip(DecreeOrigin.all, DecreeOrigin.peopleByOrigin).reduce(0) { sum, pair in
            origins.isEmpty || origins.contains(pair.0.country) ? sum + pair.1 : sum
        }
    }

    /// Rows that admit as many people have one share; their places are scaled to their sum times the share, rounded down.
    private func scaled(_ rows: [(places: Int, origins: [Country])]) -> [Int] {
        let own = people([origin])
        let bases = rows.map { people($0.origins) }
        var result = rows.map { _ in 0 }
        for base in Set(bases).sorted() {
            let indices = bases.indices.filter { bases[$0] == base }
            let total = indices.reduce(0) { $0 + rows[$1].places }
            let parts = apportion(total * own / max(1, base), weights: indices.map { rows[$0].places })
            for (index, part) in zip(indices, parts) { result[index] = part }
        }
        return result
    }

    private func scaledDown(_ amount: Int64) -> Int64 { amount * Int64(people([origin])) / Int64(max(1, people([]))) }

    private func lines(_ whole: [QuotaLine]) -> [QuotaLine] {
        let parents = Set(whole.compactMap(\.within))
        let leaves = whole.filter { !parents.contains($0.id) && $0.from.year == year && admits($0.origins) }
        let parts = zip(leaves, scaled(leaves.map { ($0.places, $0.origins) })).map { (leaf: $0.id, places: $1) }
        return DecreeQuotas.rescaled(whole, leaves: parts).map { line in
            var line = line
            if !line.origins.isEmpty { line.origins = [origin] }
            return line
        }
    }
}
