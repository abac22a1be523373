import MobilityModel

/// Employers' requests: for each year the totals of `DecreeFigures.demand`, shared out over areas, ways of filing, months
/// and jobs by largest remainders, so that every total is met exactly; days, jobs of a cell and lengths are drawn.
struct DecreeDemand {
    private var random: SplitMix64
    private var requests: [Request] = []
    private var serial: [String: Int] = [:]

    private init(seed: UInt64) { random = SplitMix64(seed: seed, stream: 1) }

    static func requests(seed: UInt64) -> [Request] {
        var demand = DecreeDemand(seed: seed)
        let article23 = apportion(DecreeFigures.trainingAbroad, weights: DecreeFigures.years.map { _ in 1 })
        for (figures, places) in zip(DecreeFigures.decree, article23) {
            for (places, block) in DecreeBlock.blocks(of: figures, article23: places) { demand.add(places, year: figures.year, block) }
        }
        return demand.requests
    }

    private mutating func add(_ places: Int, year: Int, _ block: DecreeBlock) {
        let byArea = apportion(places, weights: DecreeFigures.areas.map(\.weight))
        for (area, areaPlaces) in zip(DecreeFigures.areas, byArea) {
            if block.everyJob {
                for (job, jobPlaces) in zip(block.jobs, apportion(areaPlaces, weights: block.jobs.map(\.weight))) {
                    // One month each, or two where the area's demand for the job is large.
                    let months = jobPlaces > 500 ? block.months : [block.months[random.index(weights: block.months.map(\.weight))]]
                    add(jobPlaces, job, months, area: area.name, year: year, block)
                }
            } else {
                for (month, monthPlaces) in zip(block.months, apportion(areaPlaces, weights: block.months.map(\.weight))) {
                    let job = block.jobs[random.index(weights: block.jobs.map(\.weight))]
                    add(monthPlaces, job, [month], area: area.name, year: year, block)
                }
            }
        }
    }

    private mutating func add(
        _ places: Int, _ job: DecreeJobs.Job, _ months: [(month: Int, weight: Int)], area: String, year: Int, _ block: DecreeBlock
    ) {
        for (month, monthPlaces) in zip(months, apportion(places, weights: months.map(\.weight))) where monthPlaces > 0 {
            let employer = "\(job.sector)-\(area.lowercased())-\(random.number(in: 1...4))"
            // Stays begin on the 15th in March, when visas of the first click day can just be had, else on the 1st or 15th.
            let start = Day.on(year, month.month, month.month == 3 || random.chance(1, in: 2) ? 15 : 1)
            let days = block.days.lowerBound == block.days.upperBound
                ? block.days.lowerBound
                : (block.days.lowerBound >= 364 ? random.pick([364, 546, 729]) : random.number(in: block.days))
            let key = "\(block.channel)-\(year)"
            let number = serial[key, default: 0] + 1
            serial[key] = number
            requests.append(Request(
                id: .init("\(key.split(separator: "_").joined(separator: "-"))-\(padded(number))"), employer: employer,
                country: "IT", region: area, channel: block.channel, sector: job.sector, occupation: job.occupation,
                start: start, end: start + days, places: monthPlaces,
                minPlaces: block.minPlaces > 0 && monthPlaces >= 200 && random.chance(1, in: 4) ? block.minPlaces : 0,
                certificates: job.certificates, languages: job.languages, priority: block.priority, filed: block.filed,
                origins: block.mayNameOrigins && random.chance(1, in: 6) ? drawOrigins() : [],
                monthlyWage: job.sector == "agriculture" ? Cents(job.certificates.isEmpty ? 94_471 : 126_750) : nil))
        }
    }

    /// Two different countries, the populous ones more often.
    private mutating func drawOrigins() -> [Country] {
        let first = random.index(weights: DecreeOrigin.all.map(\.weight))
        var second = first
        while second == first { second = random.index(weights: DecreeOrigin.all.map(\.weight)) }
        return [DecreeOrigin.all[min(first, second)].country, DecreeOrigin.all[max(first, second)].country]
    }

    private func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    }
}
