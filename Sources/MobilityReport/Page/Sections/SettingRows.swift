import MobilityModel

/// Delays, limits, capacities and prices that a scenario sets: assumptions as much as chances are.
struct SettingRows {
    private let scenario: Scenario
    private let language: Language
    private(set) var rows: [[Markup]] = []

    init(_ scenario: Scenario, language: Language) {
        self.scenario = scenario
        self.language = language
        channels()
        cycle()
        consulates()
        costs()
    }

    private mutating func add(_ name: String, _ value: String) { rows.append(["\(name)", "\(value)"]) }

    private mutating func channels() {
        for (name, channel) in scenario.channels.sorted(by: { $0.key < $1.key }) {
            if channel.authorisationDays > 0 { add(Phrases.authorisationOf.with(language, name), language.count(channel.authorisationDays)) }
            if channel.labourMarketTestDays > 0 { add(Phrases.labourTestOf.with(language, name), language.count(channel.labourMarketTestDays)) }
            if let stay = channel.stay { add(Phrases.stayOf.with(language, name, language.count(stay.window)), language.count(stay.days)) }
        }
    }

    private mutating func cycle() {
        let cycle = scenario.cycle
        if cycle.restDays > 0 { add(Phrases.restDays(language), language.count(cycle.restDays)) }
        if cycle.visaMarginDays > 0 { add(Phrases.visaMargin(language), language.count(cycle.visaMarginDays)) }
        if let most = cycle.maxCycles { add(Phrases.maxCycles(language), language.count(most)) }
        add(Phrases.ages(language), "\(cycle.minAge)\u{2013}\(cycle.maxAge.map(String.init) ?? "")")
    }

    private mutating func consulates() {
        for free in scenario.visaFree {
            add(Phrases.visaFreeOf.with(language, free.origin.description), free.countries.map(\.description).sorted().joined(separator: ", "))
        }
        for consulate in scenario.consulates.sorted(by: { $0.id < $1.id }) {
            add(Phrases.filesOf.with(language, consulate.id.text), language.count(consulate.monthlyCapacity))
            add(Phrases.processingOf.with(language, consulate.id.text), language.count(consulate.processingDays))
            if consulate.fee > .zero { add(Phrases.feeOf.with(language, consulate.id.text), language.euro(Double(consulate.fee.amount) / 100)) }
        }
    }

    private mutating func costs() {
        if scenario.costs.reintegration > .zero {
            add(Phrases.reintegration(language), language.euro(Double(scenario.costs.reintegration.amount) / 100))
        }
        for travel in scenario.costs.travel {
            add(Phrases.travelOf.with(language, travel.origin.description, travel.country.description), language.euro(Double(travel.price.amount) / 100))
        }
    }
}
