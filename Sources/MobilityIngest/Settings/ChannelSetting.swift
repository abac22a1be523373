import MobilityModel

extension Setting {
    func channels(_ node: YAMLNode) -> [String: Channel] {
        guard let entries = node.entries else {
            wrongType(node, "channels", "a mapping with the name of every channel")
            return [:]
        }
        var result: [String: Channel] = [:]
        for entry in entries {
            result[entry.key] = channel(entry)
        }
        return result
    }

    /// A channel of which nothing is given has all the defaults.
    private func channel(_ entry: YAMLNode.Entry) -> Channel {
        var channel = Channel(name: entry.key)
        if entry.value.isNull { return channel }
        let values = mapping(
            entry.value, entry.key, keys: ["quota", "sectors", "authorisation_days", "labour_market_test_days", "stay"])
        if let node = values["quota"] { channel.quota = flag(node, "quota") ?? false }
        if let node = values["sectors"] { channel.sectors = texts(node, "sectors") }
        if let node = values["authorisation_days"] {
            channel.authorisationDays = number(node, "authorisation_days", in: 0...Limits.days) ?? 0
        }
        if let node = values["labour_market_test_days"] {
            channel.labourMarketTestDays = number(node, "labour_market_test_days", in: 0...Limits.days) ?? 0
        }
        if let node = values["stay"] {
            let limits = mapping(node, "stay", keys: ["days", "window"])
            if node.entries != nil {
                for key in ["days", "window"] where limits[key] == nil { missing(key, in: "stay", at: node.place) }
            }
            let days = limits["days"].flatMap { number($0, "days", in: 0...Limits.days) }
            let window = limits["window"].flatMap { number($0, "window", in: 1...Limits.days) }
            if let days, let window { channel.stay = StayLimit(days: days, window: window) }
        }
        return channel
    }

    func cycle(_ node: YAMLNode) -> CycleRules {
        var cycle = CycleRules()
        let values = mapping(node, "cycle", keys: ["rest_days", "visa_margin_days", "max_cycles", "age", "require_filed"])
        if let node = values["rest_days"] { cycle.restDays = number(node, "rest_days", in: 0...Limits.days) ?? 0 }
        if let node = values["visa_margin_days"] {
            cycle.visaMarginDays = number(node, "visa_margin_days", in: 0...Limits.days) ?? 0
        }
        if let node = values["max_cycles"] { cycle.maxCycles = number(node, "max_cycles", in: 1...Limits.count) }
        if let node = values["require_filed"] { cycle.requireFiled = flag(node, "require_filed") ?? false }
        if let node = values["age"] {
            let ages = mapping(node, "age", keys: ["min", "max"])
            if let node = ages["min"] { cycle.minAge = number(node, "min", in: 18...150) ?? 18 }
            if let node = ages["max"] {
                cycle.maxAge = number(node, "max", in: 18...150)
                if let most = cycle.maxAge, most < cycle.minAge {
                    log.error("out_of_range", at: node.place, "`max`: found \(most), expected at least `min`, which is \(cycle.minAge)")
                }
            }
        }
        return cycle
    }

    func visaFree(_ node: YAMLNode) -> [VisaFree] {
        list(node).compactMap { node in
            let values = mapping(node, "visa_free", keys: ["origin", "countries"])
            guard node.entries != nil else { return nil }
            for key in ["origin", "countries"] where values[key] == nil { missing(key, in: "visa_free", at: node.place) }
            let origin = values["origin"].flatMap { country($0, "origin") }
            let countries = values["countries"].map { node in
                self.values(node, "countries") { bytes throws(Complaint) in try Decode.country(bytes) }
            }
            guard let origin, let countries else { return nil }
            return VisaFree(origin: origin, countries: countries)
        }
    }

    func costs(_ node: YAMLNode) -> Costs {
        var costs = Costs()
        let values = mapping(node, "costs", keys: ["travel", "reintegration_eur"])
        if let node = values["reintegration_eur"] { costs.reintegration = cents(node, "reintegration_eur") ?? .zero }
        guard let travel = values["travel"] else { return costs }
        var lines: [[Country]: Int] = [:]
        for node in list(travel) {
            let pair = mapping(node, "travel", keys: ["origin", "country", "eur"])
            guard node.entries != nil else { continue }
            for key in ["origin", "country", "eur"] where pair[key] == nil { missing(key, in: "travel", at: node.place) }
            let origin = pair["origin"].flatMap { country($0, "origin") }
            let destination = pair["country"].flatMap { country($0, "country") }
            let price = pair["eur"].flatMap { cents($0, "eur") }
            guard let origin, let destination, let price else { continue }
            if let line = lines[[origin, destination]] {
                log.error("duplicate_pair", at: node.place, "`travel` from \(origin) to \(destination) is there already, in line \(line)")
                continue
            }
            lines[[origin, destination]] = node.place.line
            costs.travel.append(Costs.Travel(origin: origin, country: destination, price: price))
        }
        return costs
    }
}
