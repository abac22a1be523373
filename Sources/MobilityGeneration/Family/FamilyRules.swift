import MobilityModel

/// The rules of a size: what a ministry might ask for, all assumed. The hard ones can be met: of women less is asked for than
/// their share of the people, of the southern harvest less than is asked for there, and the others are upper bounds.
struct FamilyRules {
    let size: FamilySize
    let requests: [Request]
    let quotas: [QuotaLine]
    let people: Int
    let women: Int

    /// Entries of `rules`.
    var lines: [String] {
        let harvest = places { $0.region == "South" && $0.sector == "agriculture" && $0.named.isEmpty && $0.origins.isEmpty }
        return [
            "{id: women, kind: at_least, share: \(hundredths(women * 80 / max(1, people))), who: {sex: F}}",
            "{id: one-origin, kind: at_most, share: 0.14, who: {origin: BD}}",
            "{id: south-harvest, kind: at_least, count: \(harvest * 2 / 5), where: {region: South, sector: agriculture}}",
            "{id: family-care, kind: at_most, count: \(care * 9 / 10), where: {sector: family_care}}",
            "{id: young, kind: at_least, share: 0.45, who: {age_max: 29}, penalty: 1}",
            "{id: returners-in-seasons, kind: at_least, share: 0.3, who: {returning: true}, where: {channel: [seasonal, seasonal_organisations]}, penalty: 1}",
            "{id: sahel, kind: at_least, count: \(size.places * 15 / 1_000), who: {origin: [BF, ML, NE, SN]}, of: {returning: false}, penalty: 2}",
        ]
    }

    /// Care placements that requests and lines have room for.
    private var care: Int {
        let parents = Set(quotas.compactMap(\.within))
        let room = quotas.filter { $0.sectors == [DecreeJobs.familyCare] && !parents.contains($0.id) }.reduce(0) { $0 + $1.places }
        return min(room, places { $0.sector == DecreeJobs.familyCare })
    }

    private func places(_ matches: (Request) -> Bool) -> Int { requests.lazy.filter(matches).reduce(0) { $0 + $1.places } }

    private func hundredths(_ value: Int) -> String { "0." + (value < 10 ? "0" : "") + String(value) }
}
