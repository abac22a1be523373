import MobilityModel

/// A country of origin in the decree's scenario.
struct DecreeOrigin: Sendable {
    enum Group: Sendable {
        /// Named in art. 6(2)(a); 13 of its 38 countries are named in the sources at hand.
        case listed
        /// Stands for the countries of art. 6(2)(b), with an agreement in force: assumed.
        case newAgreement
        /// Nationality of recognised refugees, art. 6(3)(b): assumed.
        case refugees
        /// In no list that the sources at hand name: assumed.
        case other
    }

    var country: Country
    var group: Group
    /// People of 10,000 in all pools: assumed, no source splits applicants by origin.
    var weight: Int
    /// Pools.
    var rows: Int
    /// Women among 100: assumed.
    var women: Int
    /// Travel to Italy, euro: assumed around the EUR 565 of a group flight (revista.lamardeonuba.es, proxy).
    var travel: Int
    /// Areas: assumed.
    var areas: [String]
    /// Languages that people hold besides Italian.
    var languages: [String]

    static let all: [DecreeOrigin] = [
        .init(country: "BD", group: .listed, weight: 1520, rows: 58, women: 12, travel: 780, areas: ["Dhaka", "Sylhet", "Chittagong"], languages: ["en"]),
        .init(country: "MA", group: .listed, weight: 1400, rows: 58, women: 35, travel: 220, areas: ["Beni Mellal", "Casablanca", "Oriental"], languages: ["fr"]),
        .init(country: "IN", group: .listed, weight: 1300, rows: 58, women: 15, travel: 690, areas: ["Punjab", "Kerala", "Haryana"], languages: ["en"]),
        .init(country: "EG", group: .listed, weight: 1100, rows: 56, women: 10, travel: 310, areas: ["Cairo", "Delta", "Upper Egypt"], languages: ["en"]),
        .init(country: "TN", group: .listed, weight: 900, rows: 56, women: 30, travel: 190, areas: ["Tunis", "Sfax", "Kairouan"], languages: ["fr"]),
        .init(country: "NG", group: .listed, weight: 500, rows: 52, women: 38, travel: 560, areas: ["Lagos", "Edo", "Kano"], languages: ["en"]),
        .init(country: "SN", group: .listed, weight: 300, rows: 52, women: 28, travel: 540, areas: ["Dakar", "Thies", "Kolda"], languages: ["fr"]),
        .init(country: "GH", group: .listed, weight: 300, rows: 48, women: 30, travel: 560, areas: ["Accra", "Ashanti", "Brong-Ahafo"], languages: ["en"]),
        .init(country: "CI", group: .listed, weight: 250, rows: 48, women: 30, travel: 560, areas: ["Abidjan", "Bouake", "Daloa"], languages: ["fr"]),
        .init(country: "ET", group: .listed, weight: 200, rows: 44, women: 45, travel: 610, areas: ["Addis Ababa", "Oromia", "Amhara"], languages: ["en"]),
        .init(country: "GM", group: .listed, weight: 80, rows: 40, women: 20, travel: 560, areas: ["Banjul", "Basse", "Brikama"], languages: ["en"]),
        .init(country: "NE", group: .listed, weight: 53, rows: 40, women: 18, travel: 565, areas: ["Niamey", "Tahoua", "Zinder"], languages: ["fr"]),
        .init(country: "ML", group: .listed, weight: 27, rows: 96, women: 20, travel: 565, areas: ["Bamako", "Kayes", "Koulikoro", "Sikasso", "Segou"], languages: ["fr"]),
        .init(country: "CM", group: .newAgreement, weight: 350, rows: 40, women: 38, travel: 590, areas: ["Douala", "Yaounde", "Bafoussam"], languages: ["fr"]),
        .init(country: "GN", group: .newAgreement, weight: 300, rows: 40, women: 25, travel: 570, areas: ["Conakry", "Labe", "Kankan"], languages: ["fr"]),
        .init(country: "CO", group: .newAgreement, weight: 350, rows: 40, women: 50, travel: 720, areas: ["Bogota", "Cali", "Antioquia"], languages: ["es"]),
        .init(country: "VN", group: .newAgreement, weight: 320, rows: 40, women: 40, travel: 760, areas: ["Hanoi", "Nghe An", "Hai Duong"], languages: ["vi"]),
        .init(country: "BR", group: .other, weight: 250, rows: 30, women: 45, travel: 740, areas: ["Sao Paulo", "Parana"], languages: ["pt"]),
        .init(country: "CN", group: .other, weight: 200, rows: 30, women: 45, travel: 710, areas: ["Zhejiang", "Fujian"], languages: ["zh"]),
        .init(country: "TG", group: .other, weight: 140, rows: 26, women: 30, travel: 570, areas: ["Lome", "Kara"], languages: ["fr"]),
        .init(country: "BF", group: .other, weight: 110, rows: 26, women: 25, travel: 570, areas: ["Ouagadougou", "Boulgou"], languages: ["fr"]),
        .init(country: "SD", group: .refugees, weight: 20, rows: 8, women: 30, travel: 450, areas: ["resettlement"], languages: ["ar"]),
        .init(country: "ER", group: .refugees, weight: 15, rows: 8, women: 35, travel: 450, areas: ["resettlement"], languages: ["ti"]),
        .init(country: "SY", group: .refugees, weight: 15, rows: 8, women: 45, travel: 350, areas: ["resettlement"], languages: ["ar"]),
    ]

    static func countries(_ group: Group) -> [Country] { all.filter { $0.group == group }.map(\.country) }

    /// People of all pools.
    static let people = 1_000_000
    /// People of each origin, in the order of `all`.
    static let peopleByOrigin = apportion(people, weights: all.map(\.weight))
}
