import MobilityModel

/// `behaviour` as `scenario.yaml` has it, every parameter with its source. The same value gives the same bytes.
struct BehaviourYAML {
    private(set) var lines: [String] = ["behaviour:"]

    /// - Parameter removed: steps that another one stands for: whatever a parent scenario gives for them is taken away.
    init(_ behaviour: Behaviour, removed: [BehaviourStep] = []) {
        for step in BehaviourStep.allCases {
            guard let chance = behaviour.chances[step] else {
                if removed.contains(step) { lines.append("  \(step.rawValue): null") }
                continue
            }
            var parts = ["rate: \(number(chance.rate))"]
            if let n = chance.n { parts.append("n: \(number(n))") }
            if let spread = chance.spread { parts.append("spread: \(number(spread))") }
            lines.append("  \(step.rawValue):")
            lines += parts.map { "    " + $0 }
            if let source = chance.source { lines.append("    source: \(quoted(source))") }
        }
        if !behaviour.delays.isEmpty { lines.append("  delays:") }
        for kind in DelayKind.allCases {
            guard let delay = behaviour.delays[kind] else { continue }
            lines.append("    \(kind.rawValue):")
            lines.append("      median_days: \(number(delay.medianDays))")
            lines.append("      log_sd: \(number(delay.logSD))")
            if let n = delay.n { lines.append("      n: \(number(n))") }
            if let source = delay.source { lines.append("      source: \(quoted(source))") }
        }
        if !behaviour.effects.isEmpty { lines.append("  effects:") }
        for effect in behaviour.effects {
            lines.append("    - step: \(effect.step.rawValue)")
            let who = filter(effect.who), place = filter(effect.place)
            if !who.isEmpty { lines.append("      who: {\(who)}") }
            if !place.isEmpty { lines.append("      where: {\(place)}") }
            lines.append("      odds_ratio: \(number(effect.oddsRatio))")
            if let low = effect.low { lines.append("      low: \(number(low))") }
            if let high = effect.high { lines.append("      high: \(number(high))") }
            if let source = effect.source { lines.append("      source: \(quoted(source))") }
        }
        if lines.count == 1 { lines = ["behaviour: {}"] }
    }

    /// A list is written as one, also of one entry.
    private func filter(_ who: Who) -> String {
        var parts: [String] = []
        func list(_ key: String, _ values: [String]) {
            if !values.isEmpty { parts.append("\(key): [\(values.map(quoted).joined(separator: ", "))]") }
        }
        list("sex", who.sex.map(\.rawValue))
        if let age = who.ageMin { parts.append("age_min: \(age)") }
        if let age = who.ageMax { parts.append("age_max: \(age)") }
        list("origin", who.origin.map(\.description))
        list("area", who.area)
        if let returning = who.returning { parts.append("returning: \(returning)") }
        list("guarantor", who.guarantor.map(\.rawValue))
        return parts.joined(separator: ", ")
    }

    private func filter(_ place: Where) -> String {
        var parts: [String] = []
        func list(_ key: String, _ values: [String]) {
            if !values.isEmpty { parts.append("\(key): [\(values.map(quoted).joined(separator: ", "))]") }
        }
        list("country", place.country.map(\.description))
        list("region", place.region)
        list("sector", place.sector)
        list("channel", place.channel)
        list("employer", place.employer)
        if !place.year.isEmpty { parts.append("year: [\(place.year.map(String.init).joined(separator: ", "))]") }
        return parts.joined(separator: ", ")
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }

    func quoted(_ text: String) -> String { YAMLString.quoted(text) }
}
