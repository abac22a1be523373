import MobilityModel

extension Setting {
    /// `behaviour: {STEP: {rate, n, source, spread}, effects: [{step, who, where, odds_ratio, low, high, source}]}`;
    /// a step may also have its rate alone: `authorised: 0.9`.
    func behaviour(_ node: YAMLNode, _ mentions: inout FilterMentions) -> Behaviour {
        var behaviour = Behaviour()
        let values = mapping(node, "behaviour", keys: BehaviourStep.allCases.map(\.rawValue) + ["effects"])
        for step in BehaviourStep.allCases {
            if let node = values[step.rawValue], let chance = chance(node, step.rawValue) { behaviour.chances[step] = chance }
        }
        guard let effects = values["effects"] else { return behaviour }
        for node in list(effects) {
            if let effect = effect(node, &mentions) { behaviour.effects.append(effect) }
        }
        return behaviour
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
        let most = Double(Limits.count)
        let n = values["n"].map { real($0, "n", in: 0...most, expected: "a number of observations, 0 or more") }
        let spread = values["spread"].map { real($0, "spread", in: 0...most, expected: "a number, 0 or more") }
        let source = values["source"].flatMap { text($0, "source") }
        guard let value = real(rate, "rate", in: 0...1, expected: expected) else { return nil }
        return Chance(rate: value, n: n ?? nil, spread: spread ?? nil, source: source)
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
            values[key].flatMap { real($0, key, in: odds, expected: "a number above 0") }
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
        return Effect(step: step, who: who, place: place, oddsRatio: middle, low: ratio.low, high: ratio.high, source: source)
    }
}
