import MobilityModel

/// What is asked for and what people offer: channels, sectors, occupations and what they require. All weights and all
/// requirements are assumed; the sectors are the decree's (certifico.com/id/24803).
enum DecreeJobs {
    static let seasonal = "seasonal"
    static let seasonalOrganisations = "seasonal_organisations"
    static let nonSeasonal = "non_seasonal"
    static let selfEmployed = "self_employed"
    static let careOutside = "care_outside_quota"
    static let trainingAbroad = "training_abroad"
    static let familyCare = "family_care"

    struct Job: Sendable {
        var sector: String
        var occupation: String
        var certificates: [String] = []
        var languages: [LanguageSkill] = []
        var weight: Int
    }

    static let a1 = LanguageSkill(language: "it", level: .a1)
    static let a2 = LanguageSkill(language: "it", level: .a2)
    static let safety = "workplace_safety"
    static let hygiene = "food_hygiene"
    static let welding = "welding"
    static let homeCare = "home_care"
    static let licence = "heavy_licence"

    static let agriculture = [
        Job(sector: "agriculture", occupation: "fruit_picker", weight: 6),
        Job(sector: "agriculture", occupation: "farm_worker", certificates: [safety], weight: 4),
    ]
    static let tourism = [
        Job(sector: "tourism", occupation: "hotel_worker", languages: [a1], weight: 5),
        Job(sector: "tourism", occupation: "cook", certificates: [hygiene], languages: [a1], weight: 3),
        Job(sector: "tourism", occupation: "kitchen_helper", weight: 3),
    ]
    static let work = [
        Job(sector: "construction", occupation: "builder", certificates: [safety], languages: [a1], weight: 300),
        Job(sector: "transport_logistics", occupation: "warehouse_worker", certificates: [safety], languages: [a1], weight: 100),
        Job(sector: "transport_logistics", occupation: "driver", certificates: [licence], languages: [a2], weight: 50),
        Job(sector: "metal_industry", occupation: "welder", certificates: [welding], languages: [a1], weight: 90),
        Job(sector: "other_industry", occupation: "machine_operator", certificates: [safety], weight: 80),
        Job(sector: "food_industry", occupation: "food_processor", certificates: [hygiene], weight: 70),
        Job(sector: "textiles", occupation: "textile_worker", weight: 30),
        Job(sector: "trade", occupation: "shop_assistant", languages: [a2], weight: 60),
        Job(sector: "hotels_restaurants", occupation: "cook", certificates: [hygiene], languages: [a1], weight: 80),
        Job(sector: "business_support", occupation: "cleaner", languages: [a1], weight: 70),
        Job(sector: "health_care", occupation: "care_aide", certificates: [homeCare], languages: [a2], weight: 50),
        Job(sector: "other_services", occupation: "cleaner", languages: [a1], weight: 20),
    ]
    static let care = [Job(sector: familyCare, occupation: "home_carer", certificates: [homeCare], languages: [a1], weight: 1)]
    static let ownBusiness = [Job(sector: "trade", occupation: "entrepreneur", languages: [a2], weight: 1)]
    static let article23 = [
        Job(sector: "construction", occupation: "builder", certificates: [safety], languages: [a2], weight: 4),
        Job(sector: "metal_industry", occupation: "welder", certificates: [welding], languages: [a2], weight: 3),
        Job(sector: "health_care", occupation: "care_aide", certificates: [homeCare], languages: [a2], weight: 2),
        Job(sector: "hotels_restaurants", occupation: "cook", certificates: [hygiene], languages: [a2], weight: 2),
    ]

    /// Sectors of employed non-seasonal work, family care apart.
    static var workSectors: [String] {
        var seen: [String] = []
        for job in work where !seen.contains(job.sector) { seen.append(job.sector) }
        return seen
    }

    /// What a group of people does, in orders of preference that a pool draws one of, and its weight among all people.
    struct Trade: Sendable {
        var occupations: [[String]]
        var weight: Int
        /// Certificates that one pool in four of the trade holds.
        var certificates: [String]
    }

    static let trades = [
        Trade(occupations: [["fruit_picker", "farm_worker"], ["farm_worker", "fruit_picker"], ["fruit_picker"], ["farm_worker", "builder"]], weight: 30, certificates: [safety]),
        Trade(occupations: [["hotel_worker", "kitchen_helper"], ["kitchen_helper", "hotel_worker"], ["cook", "kitchen_helper"]], weight: 14, certificates: [hygiene]),
        Trade(occupations: [["builder"], ["builder", "farm_worker"], ["builder", "warehouse_worker"]], weight: 16, certificates: [safety]),
        Trade(occupations: [["welder", "machine_operator"], ["machine_operator"], ["food_processor", "fruit_picker"], ["textile_worker", "machine_operator"]], weight: 12, certificates: [welding]),
        Trade(occupations: [["warehouse_worker", "driver"], ["driver"], ["warehouse_worker"]], weight: 8, certificates: [licence]),
        Trade(occupations: [["cleaner", "hotel_worker"], ["shop_assistant", "cleaner"], ["entrepreneur", "shop_assistant"]], weight: 8, certificates: [safety]),
        Trade(occupations: [["home_carer"], ["home_carer", "cleaner"], ["care_aide", "home_carer"]], weight: 12, certificates: [homeCare]),
    ]
}
