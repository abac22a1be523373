import MobilityModel

/// What the sections of a page are made of.
struct PageContext: Sendable {
    let report: PlanReport
    /// What may be shown of it.
    let projection: Projection?
    /// The scenario's, filled in with what the projection took from elsewhere.
    let behaviour: Behaviour
    /// Where that came from.
    let behaviourSource: String?
    /// What more of everything scarce brings, where that was planned.
    let margins: MarginReport?
    let language: Language
    let disclosure: Disclosure
    let limits: LimitDisclosure
    let requests: [Request.ID: Request]

    init(
        _ report: PlanReport, projection: Projection?, behaviour: Behaviour, behaviourSource: String?, margins: MarginReport? = nil,
        language: Language, isPublic: Bool
    ) {
        self.report = report; self.behaviour = behaviour; self.behaviourSource = behaviourSource; self.margins = margins; self.language = language
        let disclosure = Disclosure(isPublic ? PublicRounding(report.scenario) : nil)
        self.projection = isPublic ? projection.map { disclosure.rounded(SmallGroups.leftOut(of: $0, of: report.scenario)) } : projection
        self.disclosure = disclosure
        limits = LimitDisclosure(report.scenario, isPublic: isPublic)
        requests = Dictionary(report.scenario.requests.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    }

    var scenario: Scenario { report.scenario }
    var counts: GroupCounts { report.counts }

    func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }

    /// A count of people on its own.
    ///
    /// - Parameter most: what there is room for; `nil` where it stands beside nothing.
    func people(_ count: Int, most: Int? = nil) -> String { disclosure.text(count, most: most, isHidden: !disclosure.shows(count), language) }

    /// A count of people that may be shown.
    func count(_ count: Int) -> String { language.count(disclosure.rounded(count)) }

    /// Every planned cycle with the people who follow it, whether it is a later one, and its request.
    func forEachCycle(_ body: (Cycle, _ count: Int, _ isLater: Bool, Request) -> Void) {
        for itinerary in report.result.plan.itineraries {
            for (number, cycle) in itinerary.cycles.enumerated() {
                guard let request = requests[cycle.request] else { continue }
                body(cycle, itinerary.count, number > 0, request)
            }
        }
    }
}
