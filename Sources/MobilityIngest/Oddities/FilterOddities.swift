import MobilityModel

/// Filters of rules, priorities and effects that speak of what nobody and no request has.
struct FilterOddities {
    let scenario: Scenario
    let settings: ScenarioSettings
    let log: FindingLog

    private struct Person: Hashable {
        var sex: Sex
        var origin: Country
        var area: String
        var guarantor: Guarantor
    }
    private struct Spot: Hashable {
        var country: Country
        var region: String
        var sector: String
        var channel: String
        var employer: String
        var year: Int
    }

    func run() {
        guard !settings.mentions.all.isEmpty || !scenario.rules.isEmpty || !scenario.behaviour.effects.isEmpty else { return }
        var people = Set<Person>()
        for candidate in scenario.candidates {
            people.insert(Person(sex: candidate.sex, origin: candidate.origin, area: candidate.area, guarantor: candidate.guarantor))
        }
        let spots = Set(scenario.requests.map {
            Spot(country: $0.country, region: $0.region, sector: $0.sector, channel: $0.channel, employer: $0.employer, year: $0.start.year)
        })
        let unknown = checkNames(people, spots)
        checkEffects(unknown: unknown)
        for (rule, place) in zip(scenario.rules, settings.rulePlaces) where !unknown.contains(place.line) {
            if !people.isEmpty, !people.contains(where: { holds(rule.who, $0) && holds(rule.of, $0) }) {
                log.warning("rule_without_people", at: place, "rule \(Excerpt.name(rule.id.text)) speaks of nobody: no candidate matches its `who` and `of`")
            }
            if !spots.isEmpty, !spots.contains(where: { holds(rule.place, $0) }) {
                log.warning("rule_without_requests", at: place, "rule \(Excerpt.name(rule.id.text)) speaks of no request: none matches its `where`")
            }
        }
    }

    /// - Parameter unknown: lines of names that nobody has, which are told of already.
    private func checkEffects(unknown: Set<Int>) {
        for (effect, place) in zip(scenario.behaviour.effects, settings.mentions.effectPlaces) where !unknown.contains(place.line) {
            guard let missing = effect.missing(in: scenario) else { continue }
            log.warning(missing.code, at: place, "the effect on `\(effect.step.rawValue)` changes nothing: \(missing.words)")
        }
    }

    /// Reports names that nobody has; the lines on which they stand.
    private func checkNames(_ people: Set<Person>, _ spots: Set<Spot>) -> Set<Int> {
        var known: [FilterMentions.Mention.Kind: Set<String>] = [:]
        known[.origin] = Set(people.map(\.origin.description))
        known[.area] = Set(people.map(\.area))
        known[.country] = Set(spots.map(\.country.description))
        known[.region] = Set(spots.map(\.region))
        known[.sector] = Set(spots.map(\.sector))
        known[.employer] = Set(spots.map(\.employer))
        var lines = Set<Int>()
        for mention in settings.mentions.all {
            guard mention.kind != .channel, let names = known[mention.kind], !names.isEmpty, !names.contains(mention.name) else { continue }
            lines.insert(mention.place.line)
            let owner = mention.kind == .origin || mention.kind == .area ? "candidate" : "request"
            let near = NearestName.find(mention.name, among: Array(names)).map { "; did you mean `\(Excerpt.plain($0))`?" }
            log.warning(
                "unknown_name", at: mention.place,
                "`\(mention.kind.rawValue)`: no \(owner) has \(Excerpt.quoted(mention.name))\(near ?? "")")
        }
        return lines
    }

    private func holds(_ who: Who, _ person: Person) -> Bool {
        who.holds(sex: person.sex, origin: person.origin, area: person.area, guarantor: person.guarantor)
    }

    private func holds(_ place: Where, _ spot: Spot) -> Bool {
        place.holds(
            country: spot.country, region: spot.region, sector: spot.sector, channel: spot.channel, employer: spot.employer,
            year: spot.year)
    }
}
