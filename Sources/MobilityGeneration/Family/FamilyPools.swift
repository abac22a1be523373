import MobilityModel

/// The same people as pools: within an origin and trade, which keep their people, every property keeps the number of people of each
/// class, while which classes come together is coarsened.
///
/// Of each property a cell's people are laid out in one line, class after class, in a random order of classes that begins at a random
/// place; wherever one of the lines changes class a pool ends. So a cell has at most one pool for each class of each property,
/// not one for each combination. Sex and age are one property. Own languages all become the middle level.
enum FamilyPools {
    private typealias Property = FamilyClasses.Property
    private static let laidOut = Property.allCases.filter { $0 != .origin && $0 != .trade && $0 != .ownLanguage }

    static func pools(of classes: FamilyClasses, _ origins: FamilyOrigins, _ random: inout SplitMix64) -> [(levels: FamilyLevels, count: Int)] {
        var people: [Int: [Int]] = [:]
        for person in 0..<classes.count {
            people[classes[person, .origin] * DecreeJobs.trades.count + classes[person, .trade], default: []].append(person)
        }
        return people.keys.sorted().flatMap { cell in
            let areas = origins.parts[cell / DecreeJobs.trades.count].origin.areas.count
            let lists = DecreeJobs.trades[cell % DecreeJobs.trades.count].occupations.count
            return pools(ofCell: people[cell] ?? [], classes, areas: areas, lists: lists, &random)
        }
    }

    private static func pools(
        ofCell people: [Int], _ classes: FamilyClasses, areas: Int, lists: Int, _ random: inout SplitMix64
    ) -> [(levels: FamilyLevels, count: Int)] {
        let first = people.first ?? 0
        let lines = laidOut.map { property in
            // Numbers that the row shows alike are one class.
            let width = property == .area ? FamilyClasses.evenly.area / areas
                : (property == .occupations ? FamilyClasses.evenly.occupations / lists : 1)
            return line(people.map { classes[$0, property] / width * width }, &random)
        }
        let ends = Set(lines.flatMap { $0.map(\.end) }).sorted()
        var begin = 0
        var position = lines.map { _ in 0 }
        return ends.map { end in
            for index in lines.indices where lines[index][position[index]].end <= begin { position[index] += 1 }
            defer { begin = end }
            let levels = FamilyLevels { property in
                laidOut.firstIndex(of: property).map { lines[$0][position[$0]].level }
                    ?? (property == .ownLanguage ? 1 : classes[first, property])
            }
            return (levels, end - begin)
        }
    }

    /// The runs of equal classes along a cell's people, with the place where each ends.
    private static func line(_ levels: [Int], _ random: inout SplitMix64) -> [(level: Int, end: Int)] {
        var counts: [Int: Int] = [:]
        for level in levels { counts[level, default: 0] += 1 }
        var order = counts.keys.sorted()
        Deck.shuffle(&order, &random)
        let shift = random.below(levels.count)
        var runs: [(level: Int, end: Int)] = []
        var end = shift
        var wrapped: [(level: Int, end: Int)] = []
        for level in order {
            end += counts[level] ?? 0
            if end <= levels.count { runs.append((level, end)) } else {
                let overrun = end - levels.count
                if overrun < counts[level] ?? 0 { runs.append((level, levels.count)) }
                wrapped.append((level, overrun))
            }
        }
        return wrapped + runs
    }
}
