import MobilityModel

/// A part of a year's demand that is alike in all but area, month, job and length.
struct DecreeBlock {
    var channel: String
    var jobs: [DecreeJobs.Job]
    var filed: Day
    var months: [(month: Int, weight: Int)]
    var days: ClosedRange<Int>
    var everyJob = false
    var minPlaces = 0
    var mayNameOrigins = false
    var priority = 1

    /// The blocks of a year with their places, those of `DecreeFigures.demand` together and `article23`.
    static func blocks(of figures: DecreeFigures.Year, article23: Int) -> [(places: Int, block: DecreeBlock)] {
        var blocks: [(places: Int, block: DecreeBlock)] = []
        func add(_ places: Int, _ block: DecreeBlock) { blocks.append((places, block)) }
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
            add(filing[0], DecreeBlock(channel: DecreeJobs.seasonalOrganisations, jobs: jobs, filed: filed, months: months,
                days: days, minPlaces: 10, mayNameOrigins: true))
            add(filing[1], DecreeBlock(channel: DecreeJobs.seasonal, jobs: jobs, filed: filed, months: months, days: days))
        }

        let click = DecreeFigures.clickNonSeasonal(y)
        let early = figures.listedCountries + figures.newAgreement + figures.refugees
        let work = apportion(DecreeFigures.demand.nonSeasonal - figures.selfEmployed, weights: [early, figures.nonSeasonalRest])
        add(work[0], DecreeBlock(channel: DecreeJobs.nonSeasonal, jobs: DecreeJobs.work, filed: click,
                months: [(6, 3), (7, 3), (9, 4), (10, 2)], days: 364...729, everyJob: true))
        add(work[1], DecreeBlock(channel: DecreeJobs.nonSeasonal, jobs: DecreeJobs.work,
                                    filed: click + DecreeFigures.reallocationDays + 3, months: [(9, 2), (11, 3), (12, 2)],
                days: 364...729, everyJob: true))
        add(figures.selfEmployed, DecreeBlock(channel: DecreeJobs.selfEmployed, jobs: DecreeJobs.ownBusiness, filed: .on(y, 3, 2),
                months: [(9, 1)], days: 729...729))

        let care = apportion(DecreeFigures.demand.care, weights: [figures.familyCare, DecreeFigures.careOutside])
        add(care[0], DecreeBlock(channel: DecreeJobs.nonSeasonal, jobs: DecreeJobs.care, filed: DecreeFigures.clickCare(y),
                months: [(6, 2), (7, 2), (9, 3), (10, 2), (11, 1)], days: 364...729))
        add(care[1], DecreeBlock(channel: DecreeJobs.careOutside, jobs: DecreeJobs.care, filed: DecreeFigures.clickCare(y),
                months: [(6, 1), (7, 1), (9, 1), (10, 1)], days: 364...729, priority: 2))
        add(article23, DecreeBlock(channel: DecreeJobs.trainingAbroad, jobs: DecreeJobs.article23, filed: .on(y, 3, 16),
                months: [(9, 1), (10, 1)], days: 364...364, everyJob: true))
        return blocks
    }
}
