import MobilityModel

extension Setting {
    /// `behaviour: {STEP: {rate, n, source, spread}, effects: [{step, who, where, odds_ratio, low, high, source}],
    /// delays: {authorisation: {median_days, log_sd, n, source}, visa: {...}}, extension_days: {value, source},
    /// jobs_per_project: {value, source}}`; a step and a number may also stand alone: `authorised: 0.9`.
    ///
    /// What has no source is warned of: a projection is only as good as what its numbers rest on.
    func behaviour(_ node: YAMLNode, _ mentions: inout FilterMentions) -> Behaviour {
        var behaviour = Behaviour()
        let steps = BehaviourStep.allCases.map(\.rawValue)
        let values = mapping(node, "behaviour", keys: steps + ["effects", "delays", "extension_days", "jobs_per_project"])
        for step in BehaviourStep.allCases {
            if let node = values[step.rawValue], let chance = chance(node, step.rawValue) {
                behaviour.chances[step] = chance
                warnUnlessSourced(chance.source, step.rawValue, node)
            }
        }
        warnOfEnds(behaviour, node)
        if let node = values["delays"] { behaviour.delays = delays(node) }
        if let node = values["extension_days"] {
            behaviour.extensionDays = sourcedNumber(node, "extension_days", most: Double(Limits.days))
        }
        if let node = values["jobs_per_project"] {
            behaviour.jobsPerProject = sourcedNumber(node, "jobs_per_project", most: Double(Limits.points))
        }
        guard let effects = values["effects"] else { return behaviour }
        for node in list(effects) {
            guard let effect = effect(node, &mentions) else { continue }
            behaviour.effects.append(effect)
            mentions.effectPlaces.append(node.place)
            warnUnlessSourced(effect.source, "effects", node)
        }
        return behaviour
    }

    private func warnUnlessSourced(_ source: String?, _ name: String, _ node: YAMLNode) {
        guard source?.isEmpty ?? true else { return }
        log.warning(
            "unsourced", at: node.place,
            "`\(name)` has no `source`: say where the number comes from, or that it is assumed")
    }

    /// A stay has one end. Chances that were fitted one by one sum to about 1; those that are far from it are a slip.
    private func warnOfEnds(_ behaviour: Behaviour, _ node: YAMLNode) {
        let ends: [BehaviourStep] = [.returnedOnTime, .extended, .lawfulExit, .overstayed]
        let rates = ends.compactMap { behaviour.chances[$0]?.rate }
        let sum = rates.reduce(0, +)
        guard sum > 1.1 || (rates.count == ends.count && sum < 0.9) else { return }
        let isGiven = behaviour.chances[.returnedOnTime] != nil
        log.warning(
            "ends_sum", at: node.place,
            "the ends of a stay, \(ends.map { "`\($0.rawValue)`" }.joined(separator: ", ")), sum to \((sum * 1000).rounded() / 1000), expected 1: "
                + (isGiven ? "`returned_on_time` is kept and the others are scaled to what it leaves" : "they are scaled, and nobody returns on time"))
    }

    private func delays(_ node: YAMLNode) -> [DelayKind: Delay] {
        var result: [DelayKind: Delay] = [:]
        let values = mapping(node, "delays", keys: DelayKind.allCases.map(\.rawValue))
        for kind in DelayKind.allCases {
            guard let node = values[kind.rawValue], let delay = delay(node, kind.rawValue) else { continue }
            result[kind] = delay
            warnUnlessSourced(delay.source, kind.rawValue, node)
        }
        return result
    }

    private func delay(_ node: YAMLNode, _ name: String) -> Delay? {
        let values = mapping(node, name, keys: ["median_days", "log_sd", "n", "source"])
        guard node.entries != nil else { return nil }
        for key in ["median_days", "log_sd"] where values[key] == nil { missing(key, in: name, at: node.place) }
        let days = Double.leastNonzeroMagnitude...Double(Limits.days)
        let median = values["median_days"].flatMap { real($0, "median_days", in: days, expected: "a number of days above 0, up to \(Limits.days)") }
        let scatter = values["log_sd"].flatMap { real($0, "log_sd", in: 0...10, expected: "a number from 0 to 10") }
        // No observation at all would leave a median that may be anything.
        let n = values["n"].flatMap {
            real($0, "n", in: Double.leastNonzeroMagnitude...Double(Limits.count), expected: "a number of observations above 0, up to \(Limits.count); leave it out where the median is known")
        }
        let source = values["source"].flatMap { text($0, "source") }
        guard let median, let scatter else { return nil }
        return Delay(medianDays: median, logSD: scatter, n: n, source: source)
    }

    /// `{value, source}`, or the number alone.
    private func sourcedNumber(_ node: YAMLNode, _ name: String, most: Double) -> SourcedNumber? {
        let expected = "a number from 0 to \(Int(most))"
        var number: SourcedNumber?
        if case .scalar = node.content {
            number = real(node, name, in: 0...most, expected: expected).map { SourcedNumber(value: $0) }
        } else {
            let values = mapping(node, name, keys: ["value", "source"])
            guard node.entries != nil else { return nil }
            if values["value"] == nil { missing("value", in: name, at: node.place) }
            let source = values["source"].flatMap { text($0, "source") }
            number = values["value"].flatMap { real($0, "value", in: 0...most, expected: expected) }
                .map { SourcedNumber(value: $0, source: source) }
        }
        if let number { warnUnlessSourced(number.source, name, node) }
        return number
    }

    private func observations(_ node: YAMLNode) -> Double? {
        real(node, "n", in: 0...Double(Limits.count), expected: "a number of observations from 0 to \(Limits.count)")
    }

    private func chance(_ node: YAMLNode, _ name: String) -> Chance? {
        let expected = "a number from 0 to 1"
        if case .scalar = node.content { return real(node, name, in: 0...1, expected: expected).map { Chance(rate: $0) } }
        let values = mapping(node, name, keys: ["rate", "n", "source", "spread"])
        guard node.entries != nil else { return nil }
        guard let rate = values["rate"] else {
            missing("rate", in: name, at: node.place)
            return nil
        }
        let n = values["n"].flatMap { observations($0) }
        let spread = values["spread"].flatMap {
            real(
                $0, "spread", in: 0...(1.0).nextDown,
                expected: "a number from 0 to below 1, the correlation of two people of one cohort")
        }
        let source = values["source"].flatMap { text($0, "source") }
        guard let value = real(rate, "rate", in: 0...1, expected: expected) else { return nil }
        return Chance(rate: value, n: n, spread: spread, source: source)
    }

    private func effect(_ node: YAMLNode, _ mentions: inout FilterMentions) -> Effect? {
        let values = mapping(node, "effects", keys: ["step", "who", "where", "odds_ratio", "low", "high", "source"])
        guard node.entries != nil else { return nil }
        for key in ["step", "odds_ratio"] where values[key] == nil { missing(key, in: "effects", at: node.place) }
        let step = values["step"].flatMap {
            value($0, "step") { bytes throws(Complaint) in try Decode.choice(bytes, of: BehaviourStep.self) }
        }
        let odds = Double.leastNonzeroMagnitude...1e9
        func ratio(_ key: String) -> Double? {
            values[key].flatMap { real($0, key, in: odds, expected: "a number above 0, up to 1000000000") }
        }
        let ratio = (middle: ratio("odds_ratio"), low: ratio("low"), high: ratio("high"))
        let who = values["who"].map { self.who($0, "who", &mentions) } ?? Who()
        let place = values["where"].map { self.place($0, &mentions) } ?? Where()
        let source = values["source"].flatMap { text($0, "source") }
        guard let step, let middle = ratio.middle else { return nil }
        if let low = ratio.low, low > middle, let node = values["low"] {
            log.error("out_of_range", at: node.place, "`low`: found \(low), expected at most `odds_ratio`, which is \(middle)")
        }
        if let high = ratio.high, high < middle, let node = values["high"] {
            log.error("out_of_range", at: node.place, "`high`: found \(high), expected at least `odds_ratio`, which is \(middle)")
        }
        if (ratio.low == nil) != (ratio.high == nil) {
            log.warning(
                "half_interval", at: node.place,
                "`effects` has `\(ratio.low == nil ? "high" : "low")` and no `\(ratio.low == nil ? "low" : "high")`: `odds_ratio` is taken as known exactly")
        }
        return Effect(step: step, who: who, place: place, oddsRatio: middle, low: ratio.low, high: ratio.high, source: source)
    }
}
