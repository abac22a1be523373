import MobilityModel

/// Employers' requests of a size of the family: the decree's blocks of demand in three areas, with exact totals of both; months and
/// jobs of a block are dealt, sizes, days and lengths are drawn.
struct FamilyDemand {
    private let size: FamilySize
    private let origins: FamilyOrigins
    private var random: SplitMix64
    private var requests: [Request] = []
    private var serial: [String: Int] = [:]

    /// A part of a year's demand with its places by area.
    private struct Cell {
        var year: Int
        var block: DecreeBlock
        /// Of `DecreeFigures.areas`.
        var places: [Int]
    }

    static func requests(seed: UInt64, size: FamilySize, origins: FamilyOrigins) -> [Request] {
        var demand = FamilyDemand(size: size, origins: origins, random: SplitMix64(seed: seed, stream: 21))
        demand.fill()
        return demand.requests
    }

    private init(size: FamilySize, origins: FamilyOrigins, random: SplitMix64) {
        self.size = size
        self.origins = origins
        self.random = random
    }

    private mutating func fill() {
        let cells = cells()
        var rows = numbers(of: cells.flatMap(\.places)).makeIterator()
        for cell in cells {
            let counts = cell.places.map { _ in rows.next() ?? 0 }
            let all = counts.reduce(0, +)
            var jobs = Deck.deal(all, weights: cell.block.jobs.map(\.weight), &random).makeIterator()
            var months = Deck.deal(all, weights: cell.block.months.map(\.weight), &random).makeIterator()
            for (area, (places, count)) in zip(DecreeFigures.areas, zip(cell.places, counts)) {
                let sizes = (0..<count).map { _ in random.pick(FamilyFigures.requestSizes) }
                for further in apportion(places - count, weights: sizes) {
                    guard let job = jobs.next(), let month = months.next() else { return }
                    add(cell.block, cell.block.jobs[Int(job)], month: cell.block.months[Int(month)].month, year: cell.year,
                        area: area.name, places: further + 1)
                }
            }
        }
    }

    /// The decree's blocks with exact totals, and so the areas: places go to them one after another by Webster's method, whose
    /// parts never shrink as the number grows, so that every block holds whole places. Where there are too few requests for all
    /// areas of all blocks, those of the first years with most demand are kept.
    private func cells() -> [Cell] {
        let article23 = apportion(DecreeFigures.trainingAbroad, weights: DecreeFigures.years.map { _ in 1 })
        let all = zip(DecreeFigures.decree, article23).filter { size.years.contains($0.0.year) }.flatMap { figures, places in
            DecreeBlock.blocks(of: figures, article23: places).map { (year: figures.year, places: $0.places, block: $0.block) }
        }
        let room = max(1, min(size.requests, size.places) / DecreeFigures.areas.count)
        let kept = all.indices.sorted { (all[$0].year, -all[$0].places, $0) < (all[$1].year, -all[$1].places, $1) }.prefix(room).sorted().map { all[$0] }
        var given = DecreeFigures.areas.map { _ in 0 }
        return zip(kept, apportion(size.places, weights: kept.map(\.places))).map { part, places in
            let before = given
            for _ in 0..<places { given[nextArea(after: given)] += 1 }
            return Cell(year: part.year, block: part.block, places: zip(given, before).map { $0 - $1 })
        }
    }

    /// The area with the largest weight over twice its places and one.
    private func nextArea(after given: [Int]) -> Int {
        var best = 0
        for area in given.indices.dropFirst()
        where DecreeFigures.areas[area].weight * (2 * given[best] + 1) > DecreeFigures.areas[best].weight * (2 * given[area] + 1) {
            best = area
        }
        return best
    }

    /// Requests for each number of places: one where there is a place, the others in proportion to the places beyond.
    private func numbers(of places: [Int]) -> [Int] {
        let filled = places.filter { $0 > 0 }.count
        let further = apportion(min(size.requests, size.places) - filled, weights: places.map { max(0, $0 - 1) })
        return zip(places, further).map { $0 > 0 ? $1 + 1 : 0 }
    }

    private mutating func add(_ block: DecreeBlock, _ job: DecreeJobs.Job, month: Int, year: Int, area: String, places: Int) {
        let filed = block.filed + random.below(5)
        let start = start(year, month, after: filed + FamilyFigures.daysBeforeStay(block.channel) + origins.leastProcessingDays)
        let days = block.days.lowerBound < 364
            ? random.number(in: block.days)
            : (block.days.count == 1 ? block.days.lowerBound : random.pick([364, 546, 729]))
        var request = Request(
            id: id(block.channel, year), employer: employer(job.sector, area, year), country: "IT", region: area,
            channel: block.channel, sector: job.sector, occupation: job.occupation, start: start, end: start + days,
            places: places, certificates: job.certificates, languages: job.languages, priority: block.priority, filed: filed)
        if places >= 10, random.chance(1, in: FamilyFigures.oneIn.minimum) { request.minPlaces = places / 5 }
        if random.chance(1, in: FamilyFigures.oneIn.urgent) { request.priority += 1 }
        if block.mayNameOrigins, random.chance(1, in: FamilyFigures.oneIn.origins) {
            request.origins = origins.drawTwo(processedIn: start - filed - FamilyFigures.daysBeforeStay(block.channel), &random)
        }
        if job.sector == "agriculture" { request.monthlyWage = Cents(job.certificates.isEmpty ? 94_471 : 126_750) }
        requests.append(request)
    }

    /// One of four days of the month by which the quickest visa can be had; the 28th where it cannot.
    private mutating func start(_ year: Int, _ month: Int, after visa: Day) -> Day {
        let days = [1, 8, 15, 22].map { Day.on(year, month, $0) }
        let possible = days.filter { $0 >= visa }
        return possible.isEmpty ? .on(year, month, 28) : random.pick(possible)
    }

    private mutating func id(_ channel: String, _ year: Int) -> Request.ID {
        let key = "\(channel.split(separator: "_").joined(separator: "-"))-\(year)"
        serial[key, default: 0] += 1
        return .init("\(key)-\(serial[key, default: 0])")
    }

    /// Employers are numbered within sector and area, alike in every year, so that they come back.
    private mutating func employer(_ sector: String, _ area: String, _ year: Int) -> String {
        let key = "\(sector)-\(area.lowercased())"
        let number = serial["\(key) \(year)", default: 0]
        serial["\(key) \(year)"] = number + 1
        return "\(key)-\(number / FamilyFigures.requestsOfAnEmployer + 1)"
    }
}
