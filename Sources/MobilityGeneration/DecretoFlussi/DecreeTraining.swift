import MobilityModel

/// Course sessions, consulates and funds. Hours of Italian: A1 100, A2 80, at 20 hours a week 5 and 4 weeks
/// (cpia3torino.edu.it, cpiakr.edu.it); trade modules of 80 hours (volint.it). Seats, prices and dates are assumed.
enum DecreeTraining {
    struct Course {
        var name: String
        var grants: [Skill]
        var requires: [Skill] = []
        /// Month, day of the start; month, day of the end; of the winter and the summer intake.
        var intakes: [(start: (Int, Int), end: (Int, Int))]
        /// A year, all origins together.
        var seats: Int
        var seatCost: Int
        /// For each class of 25 (volint.it).
        var classCost: Int
    }

    static let courses = [
        Course(name: "italian-a1", grants: [.language(DecreeJobs.a1)], intakes: [((1, 12), (2, 13)), ((6, 1), (7, 3))], seats: 34_000, seatCost: 280, classCost: 1_500),
        Course(name: "italian-a2", grants: [.language(DecreeJobs.a2)], requires: [.language(DecreeJobs.a1)], intakes: [((2, 16), (3, 13)), ((7, 6), (7, 31))], seats: 14_000, seatCost: 230, classCost: 1_200),
        Course(name: "safety", grants: [.certificate(DecreeJobs.safety)], intakes: [((1, 5), (1, 9)), ((4, 13), (4, 17)), ((8, 3), (8, 7))], seats: 27_000, seatCost: 60, classCost: 300),
        Course(name: "hygiene", grants: [.certificate(DecreeJobs.hygiene)], intakes: [((3, 16), (3, 20)), ((8, 10), (8, 14))], seats: 9_000, seatCost: 60, classCost: 300),
        Course(name: "welding", grants: [.certificate(DecreeJobs.welding)], intakes: [((3, 16), (4, 10)), ((8, 3), (8, 28))], seats: 5_000, seatCost: 420, classCost: 2_500),
        Course(name: "home-care", grants: [.certificate(DecreeJobs.homeCare)], intakes: [((3, 16), (4, 10)), ((8, 3), (8, 28))], seats: 20_000, seatCost: 380, classCost: 2_000),
    ]

    static func sessions() -> [CourseSession] {
        let shares = zip(DecreeOrigin.all, DecreeOrigin.peopleByOrigin).map { $0.group == .refugees ? 0 : $1 }
        var result: [CourseSession] = []
        for year in DecreeFigures.years {
            for course in courses {
                let byOrigin = apportion(course.seats, weights: shares)
                for (origin, seats) in zip(DecreeOrigin.all, byOrigin) where seats > 0 {
                    let parts = apportion(seats, weights: course.intakes.map { _ in 1 })
                    for (number, (intake, places)) in zip(course.intakes, parts).enumerated() where places > 0 {
                        result.append(CourseSession(
                            id: .init("\(course.name)-\(origin.country)-\(year)-\(number + 1)"), grants: course.grants,
                            requires: course.requires, origins: [origin.country],
                            start: .on(year, intake.start.0, intake.start.1), end: .on(year, intake.end.0, intake.end.1),
                            seats: places, minSeats: places <= 60 ? min(5, places) : 0,
                            seatCost: Cents(Int64(course.seatCost) * 100),
                            runCost: Cents(Int64(course.classCost) * 100 * Int64((places + 24) / 25))))
                    }
                }
            }
        }
        return result
    }

    /// Visa files a month that Italy's consulates can take together: assumed, somewhat under the demand of the decree.
    static let visasAMonth = 12_000

    /// Senegal: 6,050 files in 2024 (eu-visa-policy, short stays, proxy) are 504 a month. The fee of EUR 116:
    /// stranieriinitalia.it, italyvms.com. The other capacities follow the people of the origin; processing days are drawn.
    static func consulates(seed: UInt64) -> [Consulate] {
        var random = SplitMix64(seed: seed, stream: 3)
        let capacities = apportion(visasAMonth, weights: DecreeOrigin.all.map(\.weight))
        return zip(DecreeOrigin.all, capacities).map { origin, capacity in
            Consulate(
                id: .init("italy-\(origin.country)"), origin: origin.country, country: "IT",
                monthlyCapacity: origin.country == "SN" ? 504 : capacity,
                processingDays: origin.country == "ML" ? 30 : 20 + 5 * random.below(6), fee: Cents(11_600))
        }
    }

    /// EUR 10 million of the FAMI call of 2019: lavoro.gov.it, Formazione all'estero. The other sums are assumed.
    static let funds = [
        Fund(id: "fami-training", amount: Cents(1_000_000_000), kinds: [.training]),
        Fund(id: "regions-training", amount: Cents(6_000_000_000), kinds: [.training]),
        Fund(id: "employers", amount: Cents(22_000_000_000), kinds: [.visa, .travel]),
        Fund(id: "return-and-reintegration", amount: Cents(36_000_000_000), kinds: [.reintegration]),
    ]
}
