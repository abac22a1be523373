import MobilityModel

/// Bands of completed years in which people are counted.
enum AgeBand: Int, CaseIterable, Comparable {
    case under18, to24, to34, to44, to54, over54

    init(born: Day, on day: Day) {
        let lowerEnds: [(AgeBand, Int)] = [(.over54, 55), (.to54, 45), (.to44, 35), (.to34, 25), (.to24, 18)]
        self = lowerEnds.first { born.completing(years: $0.1) <= day }?.0 ?? .under18
    }

    var name: String {
        switch self {
        case .under18: "under 18"
        case .to24: "18-24"
        case .to34: "25-34"
        case .to44: "35-44"
        case .to54: "45-54"
        case .over54: "55 and over"
        }
    }

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
