import MobilityModel

/// The figures of the decree of 2 October 2025 for 2026, 2027 and 2028 as trade press and ministry notes give them, and
/// the demand figures that the generator follows. Every constant names its source.
enum DecreeFigures {
    static let years = [2026, 2027, 2028]

    /// What the decree gives in one year.
    struct Year: Sendable {
        var year: Int
        /// certifico.com/id/24803, partnerup.it.
        var total: Int
        /// Employed, not seasonal. certifico.com/id/24803.
        var nonSeasonal: Int
        /// Family care, inside `nonSeasonal`. certifico.com, lavorofacile.it (circular 8047).
        var familyCare: Int
        /// Countries with a new agreement, inside `nonSeasonal`. tg24.sky.it 2026-02-16.
        var newAgreement: Int
        /// certifico.com/id/24803.
        var seasonal: Int
        /// Inside `nonSeasonal`, the same every year. tg24.sky.it 2026-02-16; lavorofacile.it (note 531).
        let listedCountries = 25_000
        let refugees = 300
        /// certifico.com; lmservizi.it.
        let selfEmployed = 650
        /// Employed non-seasonal places that no line above takes.
        var nonSeasonalRest: Int { nonSeasonal - listedCountries - newAgreement - refugees - familyCare }
        /// Seasonal places that the first release of 2026 leaves back; assumed for 2027 and 2028.
        var seasonalRest: Int { seasonal - agriculture.sum - tourism.sum }
        /// immigrazione.biz (note 64), 2026.
        let agriculture = Release(newAgreement: 4_875, organisations: 30_000, employers: 4_700, multiYear: 500)
        /// lavorofacile.it, previdenzafisco.it (note 423), 2026.
        let tourism = Release(newAgreement: 4_875, organisations: 5_000, employers: 4_700, multiYear: 500)
    }

    /// How a seasonal sector's first release is split.
    struct Release: Sendable {
        var newAgreement: Int
        var organisations: Int
        var employers: Int
        var multiYear: Int
        var sum: Int { newAgreement + organisations + employers + multiYear }
    }

    static let decree = [
        Year(year: 2026, total: 164_850, nonSeasonal: 76_200, familyCare: 13_600, newAgreement: 18_000, seasonal: 88_000),
        Year(year: 2027, total: 165_850, nonSeasonal: 76_200, familyCare: 14_000, newAgreement: 26_000, seasonal: 89_000),
        Year(year: 2028, total: 166_850, nonSeasonal: 76_200, familyCare: 14_200, newAgreement: 34_000, seasonal: 90_000),
    ]

    /// Care of over-80s, the disabled and small children, outside the decree. ateneoweb.com (L. 179/2025).
    static let careOutside = 10_000

    // Click days: edotto.com, iosrlcultura.com for 2026; the same dates in 2027 and 2028, eclavoro.it.
    static func clickAgriculture(_ year: Int) -> Day { .on(year, 1, 12) }
    static func clickTourism(_ year: Int) -> Day { .on(year, 2, 9) }
    static func clickNonSeasonal(_ year: Int) -> Day { .on(year, 2, 16) }
    static func clickCare(_ year: Int) -> Day { .on(year, 2, 18) }
    /// Places may be shared out anew 50 days after the charge to the quota (note 64); that the places left back open on
    /// that day is assumed.
    static let reallocationDays = 50

    /// Requests a year, pre-filled in November 2024 for 2025: agoral.it.
    static let demand = (nonSeasonal: 63_485, seasonal: 66_761, care: 49_766)
    /// Places in training abroad under article 23: lmservizi.it (Il Sole 24 Ore), taken as three years' demand.
    static let trainingAbroad = 6_691

    /// Where contracts land, in thousandths: erostraniero.it/elementor-2207.
    static let areas: [(name: String, weight: Int)] = [("North", 625), ("Centre", 144), ("South", 231)]
}
