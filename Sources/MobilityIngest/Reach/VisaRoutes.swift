import MobilityModel

/// Whether people of an origin can be at a request in time, as far as visas and authorisations go.
struct VisaRoutes {
    enum Route {
        /// Somebody free from `latest` or earlier can still do it: the last visa date, or the start where no visa is
        /// needed.
        case open(latest: Day)
        case noConsulate
        /// Authorisation and visa take longer than there is.
        case tooLate
    }

    private let scenario: Scenario
    private let free: Set<[Country]>
    private let consulates: [[Country]: [Consulate]]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        free = Set(scenario.visaFree.flatMap { entry in entry.countries.map { [entry.origin, $0] } })
        consulates = Dictionary(grouping: scenario.consulates) { [$0.origin, $0.country] }
    }

    func route(from origin: Country, to request: Request) -> Route {
        let pair = [origin, request.country]
        var authorised: Day?
        if let filed = request.filed, let channel = scenario.channels[request.channel] {
            authorised = filed + channel.labourMarketTestDays + channel.authorisationDays
        }
        if origin == request.country || free.contains(pair) {
            if let authorised, authorised > request.start { return .tooLate }
            return .open(latest: request.start)
        }
        guard let serving = consulates[pair] else { return .noConsulate }
        var latest: Day?
        for consulate in serving where consulate.monthlyCapacity > 0 {
            var last = request.start - consulate.processingDays - scenario.cycle.visaMarginDays
            if let until = consulate.until { last = min(last, until) }
            if let from = consulate.from, from > last { continue }
            if let authorised, authorised > last { continue }
            latest = max(latest ?? last, last)
        }
        return latest.map { .open(latest: $0) } ?? .tooLate
    }
}
