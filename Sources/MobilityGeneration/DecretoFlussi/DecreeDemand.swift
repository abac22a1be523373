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
        for (figures, places) in zip(DecreeFigures.decree, article23) { demand.add(year: figures, article23: places) }
        return demand.requests
    }

    /// A part of a year's demand that is alike in all but area, month, job and length.
    private struct Block {
        var channel: String
        var jobs: [DecreeJobs.Job]
        var filed: Day
        var months: [(month: Int, weight: Int)]
        var days: ClosedRange<Int>
        var everyJob = false
        var minPlaces = 0
        var mayNameOrigins = false
        var priority = 1
    }

    private mutating func add(year figures: DecreeFigures.Year, article23: Int) {
        let y = figures.year
        let open = figures.agriculture.sum + figures.tourism.sum
        let seasonal = apportion(DecreeFigures.demand.seasonal, weights: [figures.agriculture.sum, figures.tourism.sum])

        // Released at the click day, or filed after the rest has opened: as the places are.
        let agriculture = apportion(seasonal[0], weights: [open, figures.seasonalRest])
        let tourism = apportion(seasonal[1], weights: [open, figures.seasonalRest])
        let late = DecreeFigures.clickTourism(y) + DecreeFigures.reallocationDays + 3
        for (places, jobs, filed, release, months, days) in [
            (agriculture[0], DecreeJobs.agriculture, DecreeFigures.clickAgriculture(y), figures.agriculture,
             [(3, 2), (4, 3), (5, 3), (6, 2)], 75...240),
            (agriculture[1], DecreeJobs.agriculture, late, figures.agriculture, [(7, 2), (8, 3), (9, 3)], 45...110),
            (tourism[0], DecreeJobs.tourism, DecreeFigures.clickTourism(y), figures.tourism, [(4, 2), (5, 3), (6, 4)], 90...180),
            (tourism[1], DecreeJobs.tourism, late, figures.tourism, [(6, 2), (12, 3)], 80...120),
        ] {
            let filing = apportion(places, weights: [release.organisations, release.employers])
            add(filing[0], year: y, Block(channel: DecreeJobs.seasonalOrganisations, jobs: jobs, filed: filed, months: months,
                                          days: days, minPlaces: 10, mayNameOrigins: true))
            add(filing[1], year: y, Block(channel: DecreeJobs.seasonal, jobs: jobs, filed: filed, months: months, days: days))
        }

        let click = DecreeFigures.clickNonSeasonal(y)
        let early = figures.listedCountries + figures.newAgreement + figures.refugees
        let work = apportion(DecreeFigures.demand.nonSeasonal - figures.selfEmployed, weights: [early, figures.nonSeasonalRest])
        add(work[0], year: y, Block(channel: DecreeJobs.nonSeasonal, jobs: DecreeJobs.work, filed: click,
                                    months: [(6, 3), (7, 3), (9, 4), (10, 2)], days: 364...729, everyJob: true))
        add(work[1], year: y, Block(channel: DecreeJobs.nonSeasonal, jobs: DecreeJobs.work,
                                    filed: click + DecreeFigures.reallocationDays + 3, months: [(9, 2), (11, 3), (12, 2)],
                                    days: 364...729, everyJob: true))
        add(figures.selfEmployed, year: y, Block(channel: DecreeJobs.selfEmployed, jobs: DecreeJobs.ownBusiness, filed: .on(y, 3, 2),
                                                 months: [(9, 1)], days: 729...729))

        let care = apportion(DecreeFigures.demand.care, weights: [figures.familyCare, DecreeFigures.careOutside])
        add(care[0], year: y, Block(channel: DecreeJobs.nonSeasonal, jobs: DecreeJobs.care, filed: DecreeFigures.clickCare(y),
                                    months: [(6, 2), (7, 2), (9, 3), (10, 2), (11, 1)], days: 364...729))
        add(care[1], year: y, Block(channel: DecreeJobs.careOutside, jobs: DecreeJobs.care, filed: DecreeFigures.clickCare(y),
                                    months: [(6, 1), (7, 1), (9, 1), (10, 1)], days: 364...729, priority: 2))
        add(article23, year: y, Block(channel: DecreeJobs.trainingAbroad, jobs: DecreeJobs.article23, filed: .on(y, 3, 16),
                                      months: [(9, 1), (10, 1)], days: 364...364, everyJob: true))
    }

    private mutating func add(_ places: Int, year: Int, _ block: Block) {
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
        _ places: Int, _ job: DecreeJobs.Job, _ months: [(month: Int, weight: Int)], area: String, year: Int, _ block: Block
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
