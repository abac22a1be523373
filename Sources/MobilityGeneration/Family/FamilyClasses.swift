import MobilityModel

/// What people are, by classes: a column for each property, a row for each person. Origin, sex and trade are apportioned one
/// within another, everything else is dealt over all (`Deck`), so that the marginals hold exactly.
struct FamilyClasses {
    enum Property: Int, CaseIterable {
        case origin, trade
        /// Age class, and `FamilyFigures.ages.count` more for men: dealt over everybody, put together with the sex of the cell.
        case sexAndAge
        /// A number that the lists of a trade, or the areas of an origin, divide evenly.
        case occupations, area
        case furtherOccupation, ownLanguage, italian, certificate, availability, passport, destinations, guarantor
    }

    /// Divided by the number of lists of every trade, and of areas of every origin.
    static let evenly = (occupations: 12, area: 60)

    private(set) var columns: [[UInt8]]
    var count: Int { columns[0].count }

    subscript(person: Int, property: Property) -> Int { Int(columns[property.rawValue][person]) }

    init(seed: UInt64, origins: FamilyOrigins, availability: FamilyAvailability) {
        var random = SplitMix64(seed: seed, stream: 22)
        let people = origins.parts.reduce(0) { $0 + $1.people }
        columns = Property.allCases.map { _ in [] }
        columns[Property.sexAndAge.rawValue] = Deck.deal(people, weights: FamilyFigures.ages.map(\.weight), &random)
        addCells(origins)
        for (property, weights) in [
            (.occupations, (0..<Self.evenly.occupations).map { _ in 1 }), (.area, (0..<Self.evenly.area).map { _ in 1 }),
            (.furtherOccupation, FamilyFigures.furtherOccupation), (.ownLanguage, [1, 1, 1]),
            (.italian, FamilyFigures.italian), (.certificate, FamilyFigures.certificates),
            (.passport, FamilyFigures.passportYears.map(\.count)),
            (.destinations, FamilyFigures.destinations.map(\.weight)), (.guarantor, FamilyFigures.guarantors.map(\.weight)),
        ] as [(Property, [Int])] {
            columns[property.rawValue] = Deck.deal(people, weights: weights, &random)
        }
        columns[Property.availability.rawValue] = Deck.deal(availability.counts, &random)
    }

    private mutating func addCells(_ origins: FamilyOrigins) {
        for (index, part) in origins.parts.enumerated() {
            let bySex = apportion(part.people, weights: [part.origin.women, 100 - part.origin.women])
            for (people, weights, ageOffset) in [
                (bySex[0], DecreePools.womenByTrade, 0), (bySex[1], DecreePools.menByTrade, FamilyFigures.ages.count),
            ] {
                let first = columns[Property.origin.rawValue].count
                columns[Property.origin.rawValue].append(contentsOf: repeatElement(UInt8(index), count: people))
                for (trade, part) in apportion(people, weights: weights).enumerated() {
                    columns[Property.trade.rawValue].append(contentsOf: repeatElement(UInt8(trade), count: part))
                }
                for person in first..<(first + people) { columns[Property.sexAndAge.rawValue][person] += UInt8(ageOffset) }
            }
        }
    }

    var women: Int { columns[Property.sexAndAge.rawValue].lazy.filter { Self.isWoman(Int($0)) }.count }

    static func isWoman(_ sexAndAge: Int) -> Bool { sexAndAge < FamilyFigures.ages.count }
    static func ages(_ sexAndAge: Int) -> ClosedRange<Int> { FamilyFigures.ages[sexAndAge % FamilyFigures.ages.count].years }
}
