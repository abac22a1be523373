import MobilityModel

/// What the desk scenario is made of.
enum DeskVocabulary {
    static let origins: [(country: Country, weight: Int, areas: [String])] = [
        ("ML", 40, ["Bamako", "Kayes", "Sikasso"]), ("SN", 25, ["Dakar", "Thies"]), ("MA", 20, ["Oriental", "Souss"]), ("TN", 15, ["Sfax", "Tunis"]),
    ]
    static let destinations: [(country: Country, weight: Int, language: String, regions: [String])] = [
        ("IT", 50, "it", ["North", "South"]), ("ES", 30, "es", ["Andalucia", "Cataluna"]), ("FR", 20, "fr", ["Occitanie", "Provence"]),
    ]

    struct Job: Sendable {
        var sector: String
        var occupation: String
        var certificate: String?
        var weight: Int
        var isSeasonal: Bool
    }

    static let jobs = [
        Job(sector: "agriculture", occupation: "fruit_picker", certificate: nil, weight: 30, isSeasonal: true),
        Job(sector: "agriculture", occupation: "farm_worker", certificate: "farm_safety", weight: 25, isSeasonal: true),
        Job(sector: "tourism", occupation: "hotel_worker", certificate: nil, weight: 15, isSeasonal: true),
        Job(sector: "tourism", occupation: "cook", certificate: "food_hygiene", weight: 10, isSeasonal: true),
        Job(sector: "construction", occupation: "builder", certificate: "site_safety", weight: 20, isSeasonal: false),
        Job(sector: "logistics", occupation: "warehouse_worker", certificate: nil, weight: 10, isSeasonal: false),
        Job(sector: "care", occupation: "home_carer", certificate: "home_care", weight: 15, isSeasonal: false),
    ]

    static let it1 = LanguageSkill(language: "it", level: .a1)
    static let it2 = LanguageSkill(language: "it", level: .a2)
    static let es1 = LanguageSkill(language: "es", level: .a1)

    struct Course: Sendable {
        var name: String
        var grants: [Skill]
        var requires: [Skill] = []
        var days: Int
        var seatCost: Int
        var weight: Int
    }

    static let courses = [
        Course(name: "italian-a1", grants: [.language(it1)], days: 33, seatCost: 280, weight: 8),
        Course(name: "italian-a2", grants: [.language(it2)], requires: [.language(it1)], days: 26, seatCost: 230, weight: 4),
        Course(name: "spanish-a1", grants: [.language(es1)], days: 33, seatCost: 260, weight: 5),
        Course(name: "farm-safety", grants: [.certificate("farm_safety")], days: 5, seatCost: 60, weight: 8),
        Course(name: "food-hygiene", grants: [.certificate("food_hygiene")], days: 5, seatCost: 60, weight: 4),
        Course(name: "site-safety", grants: [.certificate("site_safety")], days: 12, seatCost: 120, weight: 5),
        Course(name: "home-care", grants: [.certificate("home_care"), .language(it1)], days: 40, seatCost: 520, weight: 4),
    ]

    static let employersByCountry = 6
    static func employer(_ country: Country, _ number: Int) -> String { "employer-\(country)-\(number)" }
}
