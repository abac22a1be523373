import Foundation
import MobilityModel

/// The projection written a second time, as plainly as the rules are: one person after the other, one event after the other, every
/// month of a stay and every day of a delay, from a stream of random numbers. Shares no code with the engine.
struct PlainProjection {
    private let scenario: Scenario
    private let plan: Plan
    private var random: PlainRandom
    private var chances: [BehaviourStep: Double] = [:]
    private var shifts: [Double] = []
    private var medians: [DelayKind: Double] = [:]
    private var cohorts: [String: Double] = [:]
    private var sums: [OutcomeFigure: Double] = [:]
    private var cents = 0.0

    init(_ season: Season, seed: UInt64) {
        scenario = season.scenario; plan = season.plan; random = PlainRandom(seed: seed)
    }

    /// One replicate; a rate without a denominator is left out.
    mutating func replicate() -> [OutcomeFigure: Double] {
        drawParameters()
        sums = Dictionary(uniqueKeysWithValues: OutcomeFigure.allCases.map { ($0, 0) })
        cents = 0
        var held: Set<CourseSession.ID> = []
        for itinerary in plan.itineraries {
            for cycle in itinerary.cycles { held.formUnion(cycle.sessions) }
            for _ in 0..<itinerary.count { play(itinerary) }
        }
        for session in scenario.sessions where held.contains(session.id) { cents += Double(session.runCost.amount) }
        let departed = count(.departed), onTime = count(.returnedOnTime)
        let ended = departed - count(.extended) - count(.lawfulExit)
        sums[.placesUnfilled] = count(.planned) - departed
        sums[.jobsCreated] = (scenario.behaviour.jobsPerProject?.value ?? 0) * count(.projectsStarted)
        sums[.cost] = cents / 100
        sums[.costPerOnTimeReturn] = onTime > 0 ? cents / 100 / onTime : nil
        sums[.returnRate] = ended > 0 ? (onTime + count(.returnedEarly)) / ended : nil
        sums[.onTimeRate] = ended > 0 ? onTime / ended : nil
        sums[.strictRate] = departed > 0 ? onTime / departed : nil
        return sums
    }

    private mutating func play(_ itinerary: Itinerary) {
        guard let person = scenario.candidates.first(where: { $0.id == itinerary.candidate }) else { return }
        var isGone = false, hasCompleted = person.cycles > 0
        var awayUntil = Day(number: .min)
        var passed: [CourseSession] = []
        for (number, cycle) in itinerary.cycles.enumerated() {
            guard let request = scenario.requests.first(where: { $0.id == cycle.request }) else { continue }
            let sessions = cycle.sessions.compactMap { id in scenario.sessions.first { $0.id == id } }
            note(.planned)
            note(.seatsWasted, Double(sessions.count))
            let isClosed = scenario.quotas.contains { $0.id == cycle.quota && $0.audience == .returning } && !hasCompleted
            let isLate = awayUntil.number != .min
                && (request.start - awayUntil <= scenario.cycle.restDays || (cycle.visaDate ?? request.start) <= awayUntil
                    || sessions.contains { $0.start <= awayUntil })
            let isSkilled = request.certificates.allSatisfy { name in
                let isHeld = person.certificates.contains { $0.name == name && ($0.expiry ?? request.start) >= request.start }
                return isHeld || (passed + sessions).contains {
                    $0.grants.contains(.certificate(name)) && $0.end < cycle.visaDate ?? request.start
                }
            }
            if isGone || isClosed || isLate || !isSkilled { continue }
            let course = Course(person: person, request: request, isReturning: person.cycles > 0 || number > 0)
            note(.takenUp)
            for session in sessions { cents += Double(session.seatCost.amount) }
            guard happens(.authorised, course) else {
                passed += sessions
                continue
            }
            note(.authorised)
            if let failed = sessions.first(where: { _ in !happens(.trained, course) }) {
                passed += sessions.filter { $0.id != failed.id }
                continue
            }
            passed += sessions
            guard happens(.notWithdrawn, course) else {
                isGone = true
                continue
            }
            let isFree = person.origin == request.country
                || scenario.visaFree.contains { $0.origin == person.origin && $0.countries.contains(request.country) }
            if !isFree, !travels(cycle, course) { continue }
            note(.departed)
            note(.seatsWasted, -Double(sessions.count))
            cents += Double(scenario.costs.travel.first { $0.origin == person.origin && $0.country == request.country }?.price.amount ?? 0)
            switch end(of: course) {
            case .earlyReturn:
                note(.returnedEarly)
                cents += Double(scenario.costs.reintegration.amount)
                isGone = true
            case .extended:
                note(.extended)
                note(.completed)
                if let days = scenario.behaviour.extensionDays { awayUntil = request.end + Int(days.value) } else { isGone = true }
            case .lawfulExit:
                note(.lawfulExit)
                note(.completed)
                isGone = true
            case .overstayed:
                note(.overstayed)
                note(.completed)
                isGone = true
            default:
                note(.returnedOnTime)
                note(.completed)
                cents += Double(scenario.costs.reintegration.amount)
                hasCompleted = true
                if happens(.projectStarted, course) {
                    note(.projectsStarted)
                    if happens(.projectAlive12m, course) { note(.projectsAlive12m) }
                }
                guard number + 1 < itinerary.cycles.count else { continue }
                if happens(.reapplied, course) { note(.reapplied) } else { isGone = true }
            }
        }
    }

    /// From the application to the arrival.
    private mutating func travels(_ cycle: Cycle, _ course: Course) -> Bool {
        guard let visaDate = cycle.visaDate, let consulate = scenario.consulates.first(where: { $0.id == cycle.consulate }) else { return false }
        let request = course.request
        cents += Double(consulate.fee.amount)
        guard happens(.visaGranted, course) else { return false }
        note(.visasGranted)
        var day = Double(visaDate.number)
        if let filed = request.filed, let median = medians[.authorisation], let delay = scenario.behaviour.delays[.authorisation] {
            let test = scenario.channels[request.channel]?.labourMarketTestDays ?? 0
            day = max(day, Double((filed + test).number) + median * exp(delay.logSD * random.normal()))
        }
        if let median = medians[.visa], let delay = scenario.behaviour.delays[.visa] {
            day += median * exp(delay.logSD * random.normal())
        } else {
            day += Double(consulate.processingDays)
        }
        let isInTime = scenario.behaviour.delays.isEmpty || day <= Double(request.start.number)
        let arrives = happens(.arrivedInTime, course) && isInTime
        if !arrives { note(.visasWasted) }
        return arrives
    }

    private mutating func end(of course: Course) -> BehaviourStep {
        for _ in 0..<course.request.stayDays / 30 where happens(.earlyReturn, course) { return .earlyReturn }
        // Tests give the other ends, and on time is what they leave.
        var rest = random.uniform()
        for step in [BehaviourStep.extended, .lawfulExit, .overstayed] {
            rest -= chance(step, course)
            if rest < 0 { return step }
        }
        return .returnedOnTime
    }

    private mutating func happens(_ step: BehaviourStep, _ course: Course) -> Bool {
        let chance = chance(step, course)
        return random.uniform() < chance
    }

    private mutating func chance(_ step: BehaviourStep, _ course: Course) -> Double {
        guard let given = scenario.behaviour.chances[step], var p = chances[step] else {
            return [.earlyReturn, .extended, .lawfulExit, .overstayed, .projectStarted, .projectAlive12m].contains(step) ? 0 : 1
        }
        let request = course.request
        if let s = given.spread {
            let cohort = "\(step) \(request.country) \(request.channel) \(request.start.year)"
            p = cohorts[cohort] ?? random.beta(p * (1 - s) / s, (1 - p) * (1 - s) / s)
            cohorts[cohort] = p
        }
        var odds = p / (1 - p)
        for (effect, shift) in zip(scenario.behaviour.effects, shifts) where effect.step == step && course.isConcerned(by: effect) {
            odds *= exp(shift)
        }
        return p < 1 ? odds / (1 + odds) : 1
    }

    private mutating func drawParameters() {
        cohorts = [:]
        chances = [:]
        for step in BehaviourStep.allCases {
            guard let chance = scenario.behaviour.chances[step] else { continue }
            chances[step] = chance.n.map { random.beta(chance.rate * $0 + 0.5, (1 - chance.rate) * $0 + 0.5) } ?? chance.rate
        }
        shifts = scenario.behaviour.effects.map { effect in
            guard let low = effect.low, let high = effect.high else { return log(effect.oddsRatio) }
            return log(effect.oddsRatio) + log(high / low) / 3.28970725 * random.normal()
        }
        medians = scenario.behaviour.delays.mapValues { $0.medianDays }
        for kind in DelayKind.allCases {
            guard let delay = scenario.behaviour.delays[kind], let n = delay.n else { continue }
            medians[kind] = delay.medianDays * exp(delay.logSD / n.squareRoot() * random.normal())
        }
    }

    private func count(_ figure: OutcomeFigure) -> Double { sums[figure] ?? 0 }
    private mutating func note(_ figure: OutcomeFigure, _ more: Double = 1) { sums[figure, default: 0] += more }

    /// A cycle as effects see it; those of the tests speak of sex, guarantor, returning and sector.
    private struct Course {
        var person: Candidate
        var request: Request
        var isReturning: Bool

        func isConcerned(by effect: Effect) -> Bool {
            (effect.who.sex.isEmpty || effect.who.sex.contains(person.sex))
                && (effect.who.guarantor.isEmpty || effect.who.guarantor.contains(person.guarantor))
                && (effect.who.returning.map { $0 == isReturning } ?? true)
                && (effect.place.sector.isEmpty || effect.place.sector.contains(request.sector))
        }
    }
}
