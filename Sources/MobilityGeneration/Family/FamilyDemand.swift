import MobilityModel

/// Employers' requests of a size of the family: the decree's blocks of demand in three areas, cells whose places and numbers of
/// requests are apportioned to exact totals; months and jobs of a block are dealt, sizes, days and lengths are drawn.
struct FamilyDemand {
    private let size: FamilySize
    private let origins: FamilyOrigins
    private var random: SplitMix64
    private var requests: [Request] = []
    private var serial: [String: Int] = [:]

    private struct Cell {
        var block: Int
        var area: String
        var weight: Int
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
        let article23 = apportion(DecreeFigures.trainingAbroad, weights: DecreeFigures.years.map { _ in 1 })
        let blocks = zip(DecreeFigures.decree, article23).filter { size.years.contains($0.0.year) }.flatMap { figures, places in
            DecreeBlock.blocks(of: figures, article23: places).map { (year: figures.year, places: $0.places, block: $0.block) }
        }
        let cells = cells(of: blocks.map(\.places))
        let places = apportion(size.places, weights: cells.map(\.weight))
        let rows = numbers(of: places)
        for (index, part) in blocks.enumerated() {
            let own = cells.indices.filter { cells[$0].block == index }
            let count = own.reduce(0) { $0 + rows[$1] }
            var jobs = Deck.deal(count, weights: part.block.jobs.map(\.weight), &random).makeIterator()
            var months = Deck.deal(count, weights: part.block.months.map(\.weight), &random).makeIterator()
            for cell in own {
                let sizes = (0..<rows[cell]).map { _ in random.pick(FamilyFigures.requestSizes) }
                for extra in apportion(places[cell] - rows[cell], weights: sizes) {
                    guard let job = jobs.next(), let month = months.next() else { return }
                    add(part.block, part.block.jobs[Int(job)], month: part.block.months[Int(month)].month, year: part.year,
                        area: cells[cell].area, places: extra + 1)
                }
            }
        }
    }

    /// Blocks by area; of more cells than there are requests, those with most demand.
    private func cells(of places: [Int]) -> [Cell] {
        let all = places.enumerated().flatMap { block, places in
            zip(DecreeFigures.areas, apportion(places, weights: DecreeFigures.areas.map(\.weight))).map { area, part in
                Cell(block: block, area: area.name, weight: part)
            }
        }
        let room = min(size.requests, size.places)
        let kept = all.indices.sorted { (all[$1].weight, $0) < (all[$0].weight, $1) }.prefix(room).sorted()
        return kept.map { all[$0] }
    }

    /// Requests of each cell: one where it has a place, the others in proportion to the places beyond.
    private func numbers(of places: [Int]) -> [Int] {
        let filled = places.filter { $0 > 0 }.count
        let further = apportion(min(size.requests, size.places) - filled, weights: places.map { max(0, $0 - 1) })
        return zip(places, further).map { $0 > 0 ? $1 + 1 : 0 }
    }

    private mutating func add(_ block: DecreeBlock, _ job: DecreeJobs.Job, month: Int, year: Int, area: String, places: Int) {
        // The first visas of the first click day can just be had in the middle of March.
        let start = Day.on(year, month, random.pick(month == 3 ? [15, 22] : [1, 8, 15, 22]))
        let days = block.days.lowerBound < 364
            ? random.number(in: block.days)
            : (block.days.count == 1 ? block.days.lowerBound : random.pick([364, 546, 729]))
        let filed = block.filed + random.below(5)
        var request = Request(
            id: id(block.channel, year), employer: employer(job.sector, area, year), country: "IT", region: area,
            channel: block.channel, sector: job.sector, occupation: job.occupation, start: start, end: start + days,
            places: places, certificates: job.certificates, languages: job.languages, priority: block.priority, filed: filed)
        if places >= 10, random.chance(1, in: FamilyFigures.oneIn.minimum) { request.minPlaces = places / 5 }
        if random.chance(1, in: FamilyFigures.oneIn.urgent) { request.priority += 1 }
        if block.mayNameOrigins, random.chance(1, in: FamilyFigures.oneIn.origins) {
            // 20 days until the authorisation and 7 before the stay, as in `channels` and `cycle`.
            request.origins = origins.drawTwo(processedIn: start - filed - 27, &random)
        }
        if job.sector == "agriculture" { request.monthlyWage = Cents(job.certificates.isEmpty ? 94_471 : 126_750) }
        requests.append(request)
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
