import MobilityModel

/// The marginals that people and requests of the family follow, beside the decree's own figures (`DecreeFigures`). Weights
/// are met exactly: they are apportioned and dealt, not drawn.
enum FamilyFigures {
    /// certifico.com/id/24803, partnerup.it: 164,850 + 165,850 + 166,850.
    static let decreePlaces = 497_550
    /// People to so many places: assumed (in March 2024 690,000 requests met 151,000 places, nigrizia.it).
    static let decreePeople = 1_000_000

    /// Completed years on 1 January 2026, and people among 100: assumed.
    static let ages: [(years: ClosedRange<Int>, weight: Int)] = [(18...24, 22), (25...29, 22), (30...39, 33), (40...49, 17), (50...55, 6)]

    /// Of 100 who have been: one season only 44, as among 36,675 workers in New Zealand's RSE (devpolicy.org 2023-04-19,
    /// proxy); how the others split is assumed.
    static let cyclesOfReturners = [44, 33, 23]
    /// Of 1,000 who have been, so many have a last employer that files again: 86.9 % of those back in New Zealand's RSE went to
    /// the same employer (Merwood, thehub.swa.govt.nz, proxy).
    static let sameEmployer = 869
    /// Of 10 last stays, so many lasted 3 to 7 months: RSE (thehub.swa.govt.nz, proxy). The others' lengths are assumed.
    static let usualStays = (share: 9, days: 90...210, others: [60...89, 211...240])

    /// Of 1,000 people: have been before, are there from the autumn before but not to the end, are there from that autumn,
    /// come forward later. Assumed.
    static let availability = (returning: 120, leaving: 80, early: 400, late: 400)

    /// Of 30: no Italian, A1, A2. Assumed; Before You Go aims at A1 for workers (arcsculturesolidali.org, cipsi.it).
    static let italian = [23, 5, 2]
    /// Of 10: without their trade's certificate, with one, with one that runs out. All in transport hold a licence, which does not
    /// run out. Assumed.
    static let certificates = [7, 2, 1]
    /// Of 4: without and with a further occupation. Assumed; 95 % of applicants have work experience (Keita, CARIM-AS
    /// 2010/57), so that everybody has at least one.
    static let furtherOccupation = [3, 1]
    /// The further occupation of people of each trade, in the order of `DecreeJobs.trades`: assumed.
    static let further = ["food_processor", "cleaner", "fruit_picker", "builder", "machine_operator", "kitchen_helper", "hotel_worker"]
    /// Full years of a passport's validity from the first day available, alike: assumed. Candidates rarely hold one (IEAM
    /// 2025), so it is taken as issued when they come forward.
    static let passportYears = [3...4, 5...6, 7...9]
    /// Of 12, where people would go. Assumed; all requests are Italian.
    static let destinations: [(countries: [Country], weight: Int)] = [([], 6), (["IT"], 4), (["ES", "IT"], 1), (["FR", "ES", "IT"], 1)]
    /// Of 20: no guarantor, the community, a deposit. Assumed; proposed after the pilot of 2009 (Keita, CARIM-AS 2010/57).
    static let guarantors: [(guarantor: Guarantor, weight: Int)] = [(.none, 17), (.community, 2), (.deposit, 1)]

    /// Requests of one employer in a year, at most: the cap on private requests, 3 (geps.it, confagricolturatreviso.it), held by all.
    static let requestsOfAnEmployer = 3
    /// From the filing to the stay but for the visa: authorisation, labour-market test and margin, as in `channels` and `cycle`.
    static func daysBeforeStay(_ channel: String) -> Int {
        switch channel {
        case DecreeJobs.seasonal, DecreeJobs.seasonalOrganisations: 20 + 7
        case DecreeJobs.nonSeasonal, DecreeJobs.careOutside: 60 + 8 + 7
        default: 60 + 7
        }
    }
    /// 365 less 270 days, as in `cycle`: article 24(7) TUI.
    static let restDays = 95
    /// Relative sizes of requests of one kind, alike: assumed.
    static let requestSizes = [1, 1, 1, 2, 3, 5, 8, 20]
    /// One in so many seasonal requests of organisations names origins, of larger requests has a least number, of small farm
    /// requests names people, of all is worth two points. Assumed.
    static let oneIn = (origins: 12, minimum: 5, named: 10, urgent: 12)

    /// A session needs so many seats to be held for one origin alone; the origins left over share one. Assumed.
    static let seatsOfOneOrigin = 12

    /// One line for each figure above that has a source, and one for what has none.
    static let references = """
          - "New Zealand RSE, proxies: 44 of 100 returners did one season (devpolicy.org 2023-04-19), 86.9 % go to the same employer and 90 % of stays last 3 to 7 months (Merwood, thehub.swa.govt.nz)"
          - "geps.it, confagricolturatreviso.it: at most 3 requests of an employer in a year"
          - "IEAM, Reframing mobility Mali-Europe (2025): candidates rarely hold a passport, hence one issued when they come forward (years assumed)"
          - "Keita, CARIM-AS 2010/57: 95 % of applicants have work experience; guarantors (shares assumed)"
          - "Assumed: people by origin, sex, trade, age, language, certificate, availability; sizes and needs of requests; seats and prices; consulates' capacities; three of four funds; rules and weights"
        """
}
