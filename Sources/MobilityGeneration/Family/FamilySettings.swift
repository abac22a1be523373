import MobilityModel

/// `scenario.yaml` of a size of the family.
struct FamilySettings {
    let seed: UInt64
    let size: FamilySize
    let asPools: Bool
    let origins: FamilyOrigins
    let rules: [String]

    var text: String {
        let years = (first: size.years.first ?? 2026, last: size.years.last ?? 2026)
        let span = size.years.count == 1 ? "one year" : "\(size.years.count) years"
        return """
            # Made by: mobility generate family --size \(size.name) --seed \(seed)\(asPools ? " --pools" : "")
            title: Family \(size.name)\(asPools ? ", pools" : ""), seed \(seed)
            description: >-
              \(size.people) made-up people \(asPools ? "in pools" : "one by one"), \(size.requests) requests for \(size.places) places in \(span): the Italian
              decree's quota tree, demand and dates in proportion, and marginals with their sources. No row is a real person or employer.

            references:
            \(DecreeSettings.references)
            \(FamilyFigures.references)

            horizon: {from: \(years.first)-01-01, until: \(years.last)-12-31}


            """ + DecreeSettings.channels + """
            \(DecreeSettings.cyclesAndWeights(origins.parts.map(\.origin)))

            # All assumed; hard ones can be met.
            rules:
            \(rules.map { "  - " + $0 }.joined(separator: "\n"))

            objective: [placements, match, cost]
            seed: \(seed)

            """
    }
}
