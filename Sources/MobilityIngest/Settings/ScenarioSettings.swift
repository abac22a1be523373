import MobilityModel

/// What `scenario.yaml` says once its parents are merged into it; the tables are read apart.
struct ScenarioSettings {
    static let keys = [
        "title", "description", "references", "extends", "amend", "horizon", "tables", "channels", "cycle", "visa_free",
        "costs", "priorities", "match", "rules", "objective", "behaviour", "seed",
    ]

    var title = ""
    var description = ""
    var references: [String] = []
    var horizon: ClosedRange<Day>?
    var channels: [String: Channel] = [:]
    var cycle = CycleRules()
    var visaFree: [VisaFree] = []
    var costs = Costs()
    var priorities: [Priority] = []
    var match = MatchWeights()
    var rules: [Rule] = []
    var objective: [ObjectiveTerm] = [.placements]
    var behaviour = Behaviour()
    var seed: UInt64 = 0
    /// Names in filters, to be looked up among the tables once they are read.
    var mentions = FilterMentions()

    /// - Parameter isWhole: whether every file was read; where not, what is missing may be in one of them.
    init(_ root: YAMLNode, isWhole: Bool, log: FindingLog) {
        let setting = Setting(log: log)
        let values = setting.mapping(root, "scenario.yaml", keys: Self.keys)
        if let node = values["title"] { title = setting.text(node, "title") ?? "" }
        if let node = values["description"] { description = setting.text(node, "description") ?? "" }
        if let node = values["references"] { references = Self.references(node, setting) }
        if let node = values["horizon"] {
            horizon = Self.horizon(node, setting)
        } else if isWhole {
            setting.missing("horizon", in: "scenario.yaml", at: root.place)
        }
        if let node = values["channels"] { channels = setting.channels(node) }
        if let node = values["cycle"] { cycle = setting.cycle(node) }
        if let node = values["visa_free"] { visaFree = setting.visaFree(node) }
        if let node = values["costs"] { costs = setting.costs(node) }
        if let node = values["priorities"] { priorities = setting.priorities(node, &mentions) }
        if let node = values["match"] { match = setting.match(node) }
        if let node = values["rules"] { rules = setting.rules(node, &mentions) }
        if let node = values["objective"] { objective = setting.objective(node) }
        if let node = values["behaviour"] { behaviour = setting.behaviour(node, &mentions) }
        if let node = values["seed"] { seed = setting.seed(node) }
    }

    /// Texts. An unquoted reference with a colon in it is a mapping to YAML, and is put together again.
    private static func references(_ node: YAMLNode, _ setting: Setting) -> [String] {
        setting.list(node).compactMap { node in
            guard let entries = node.entries else { return setting.text(node, "references") }
            let parts = entries.map { entry in setting.text(entry.value, "references").map { "\(entry.key): \($0)" } }
            return parts.contains(nil) ? nil : parts.compactMap { $0 }.joined(separator: ", ")
        }
    }

    private static func horizon(_ node: YAMLNode, _ setting: Setting) -> ClosedRange<Day>? {
        let values = setting.mapping(node, "horizon", keys: ["from", "until"])
        guard node.entries != nil else { return nil }
        for key in ["from", "until"] where values[key] == nil { setting.missing(key, in: "horizon", at: node.place) }
        let from = values["from"].flatMap { setting.day($0, "from") }
        let until = values["until"].flatMap { setting.day($0, "until") }
        guard let from, let until, let place = values["until"]?.place else { return nil }
        guard from <= until else {
            setting.log.error("end_before_start", at: place, "`until`: \(until) is before `from`, which is \(from)")
            return nil
        }
        return from...until
    }
}

extension Setting {
    func seed(_ node: YAMLNode) -> UInt64 {
        guard case .scalar(let text, _) = node.content, let digits = CoreScalar.wholeNumber(text) else {
            wrongType(node, "seed", "a whole number from 0 to \(UInt64.max)")
            return 0
        }
        guard let seed = UInt64(digits) else {
            log.error("out_of_range", at: node.place, "`seed`: found \(Excerpt.plain(text)), expected a whole number from 0 to \(UInt64.max)")
            return 0
        }
        return seed
    }

    func objective(_ node: YAMLNode) -> [ObjectiveTerm] {
        var terms: [ObjectiveTerm] = []
        for node in list(node) {
            if case .scalar("penalty", _) = node.content {
                log.error(
                    "bad_choice", at: node.place,
                    "`objective`: `penalty` is not listed; wherever a rule has one, its points come before everything else")
                continue
            }
            guard let term = value(node, "objective", { bytes throws(Complaint) in try Decode.choice(bytes, of: ObjectiveTerm.self, except: [.penalty]) })
            else { continue }
            guard !terms.contains(term) else {
                log.error("duplicate_term", at: node.place, "`objective`: `\(term.rawValue)` is there already")
                continue
            }
            terms.append(term)
        }
        return terms.isEmpty ? [.placements] : terms
    }

    func match(_ node: YAMLNode) -> MatchWeights {
        let values = mapping(node, "match", keys: ["occupation", "language", "employer", "destination"])
        func weight(_ key: String) -> Int { values[key].flatMap { number($0, key, in: 0...Limits.points) } ?? 0 }
        return MatchWeights(
            occupation: weight("occupation"), language: weight("language"), employer: weight("employer"),
            destination: weight("destination"))
    }
}
