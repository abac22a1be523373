import MobilityModel

/// What rows and filters speak of must be there.
struct ReferenceCheck {
    let settings: ScenarioSettings
    let tables: ScenarioTables
    /// Whether `scenario.yaml` was read; where not, nothing is said about channels.
    let knowsSettings: Bool
    let log: FindingLog

    func run() {
        if knowsSettings { checkChannels() }
        checkNamed()
        checkWithin()
    }

    private func checkChannels() {
        let names = Array(settings.channels.keys)
        func check(_ name: String, _ column: String, at place: Place) {
            guard settings.channels[name] == nil else { return }
            log.error(
                "unknown_reference", at: place,
                "`\(column)`: `channels` has no \(Excerpt.name(name))" + NearestName.hint(name, among: names))
        }
        for (request, place) in zip(tables.requests.rows, tables.requestMentions.channelPlaces) {
            check(request.channel, "channel", at: place)
        }
        for (line, place) in zip(tables.quotas.rows, tables.quotaMentions.channelPlaces) {
            for name in line.channels { check(name, "channels", at: place) }
        }
        for mention in settings.mentions.all where mention.kind == .channel {
            check(mention.name, "channel", at: mention.place)
        }
    }

    private func checkNamed() {
        var known: [String]?
        for (request, place) in zip(tables.requests.rows, tables.requestMentions.namedPlaces) {
            for id in request.named where tables.candidates.ids.find(id.text) == nil {
                let names = known ?? tables.candidates.ids.texts(limit: 20_000)
                known = names
                log.error(
                    "unknown_reference", at: place,
                    "`named`: `candidates` has no row with the id \(Excerpt.quoted(id.text))" + NearestName.hint(id.text, among: names, listing: 10))
            }
        }
    }

    /// Every parent line must be there, and no line may be within itself.
    private func checkWithin() {
        let lines = tables.quotas.rows
        var position: [String: Int] = [:]
        for (index, line) in lines.enumerated() { position[line.id.text] = index }
        var names: [String]?
        var parent = [Int?](repeating: nil, count: lines.count)
        for (index, line) in lines.enumerated() {
            guard let within = line.within else { continue }
            parent[index] = position[within.text]
            if tables.quotas.ids.find(within.text) == nil {
                let known = names ?? tables.quotas.ids.texts(limit: 20_000)
                names = known
                log.error(
                    "unknown_reference", at: tables.quotaMentions.withinPlaces[index],
                    "`within`: `quotas` has no row with the id \(Excerpt.quoted(within.text))" + NearestName.hint(within.text, among: known, listing: 10))
            }
        }
        // 0 unseen, 1 on the way up from the present line, 2 done.
        var state = [UInt8](repeating: 0, count: lines.count)
        for start in lines.indices where state[start] == 0 {
            var path: [Int] = []
            var current: Int? = start
            while let line = current, state[line] == 0 {
                state[line] = 1
                path.append(line)
                current = parent[line]
            }
            if let line = current, state[line] == 1, let first = path.firstIndex(of: line) {
                let cycle = (path[first...] + [line]).map { Excerpt.name(lines[$0].id.text) }
                let shown = cycle.count > 8 ? Array(cycle.prefix(7)) + ["..."] : cycle
                log.error(
                    "quota_cycle", at: tables.quotaMentions.withinPlaces[path[first]],
                    "`within` leads back to the same line: \(shown.joined(separator: " within "))")
            }
            for line in path { state[line] = 2 }
        }
    }
}
