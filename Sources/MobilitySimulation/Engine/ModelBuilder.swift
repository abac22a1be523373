import MobilityModel

/// Makes the model of a plan.
///
/// People are alike where their layouts are the same: the same cells, cycle by cycle, and the same losses. People of a
/// candidate row are numbered by what they do, in the order in which plans are written, so that the first of a row keep their random numbers
/// in every variant, and neither the order of the plan's rows, nor how people are dealt out to them, nor pins show.
///
/// - Complexity: linear in itineraries, their cycles and their people; n log n in itineraries in another order.
struct ModelBuilder {
    private let lookup: ScenarioLookup
    private let scenario: Scenario
    private var model: ProjectionModel
    private var cohorts = Interning<UInt64>()
    private var chances = Interning<ChanceKey>()
    private var lateness = Interning<Lateness>()
    private var courses = Interning<CourseKey>()
    private var cells = Interning<Cell>()
    private var groups = Interning<GroupKey>()
    private var layouts = Interning<ChainLayout>()
    private var keysOfLayout: [[UInt64]] = []
    /// People planned for each session.
    private var attendants: [Int]

    init(scenario: Scenario, behaviour: Behaviour, seed: UInt64) {
        self.scenario = scenario
        lookup = ScenarioLookup(scenario)
        model = ProjectionModel(behaviour: behaviour, seed: seed)
        attendants = [Int](repeating: 0, count: scenario.sessions.count)
    }

    /// - Throws: `ProjectionProblem` where there is nothing to project, or too much can become of one person.
    mutating func build(_ plan: Plan) throws(ProjectionProblem) -> ProjectionModel {
        let plan = Plan(itineraries: plan.itineraries.filter { $0.count > 0 }).unpinned.inWrittenOrder
        countAttendants(plan)
        var used: [Int: Int] = [:]
        for itinerary in plan.itineraries {
            guard let row = lookup.row(of: itinerary.candidate) else { continue }
            let candidate = scenario.candidates[row]
            let cycles = itinerary.cycles.compactMap { PlannedCycle($0, by: candidate, lookup) }
            guard !cycles.isEmpty else { continue }
            let number = layouts.number(of: layout(of: candidate, cycles, people: itinerary.count))
            if number == keysOfLayout.count { keysOfLayout.append([]) }
            let first = used[row, default: 0]
            used[row] = first + itinerary.count
            let name = Mixing.hash(candidate.id.text)
            for index in first..<first + itinerary.count {
                keysOfLayout[number].append(Mixing.combine(name, UInt64(index)))
            }
        }
        guard !layouts.values.isEmpty else { throw .emptyPlan }
        for (layout, keys) in zip(layouts.values, keysOfLayout) {
            guard let chain = layout.chain() else { throw .tooManyWays(cycles: layout.cycles.count) }
            let start = model.keys.count
            model.keys += keys
            model.chains.append(.init(chain: chain, people: start..<model.keys.count))
        }
        model.cohorts = cohorts.values
        model.chances = chances.values
        model.lateness = lateness.values
        model.courses = courses.values
        model.cells = cells.values
        model.groups = groups.values
        for (row, people) in attendants.enumerated() where people > 0 { model.runCosts += scenario.sessions[row].runCost.amount }
        return model
    }

    private mutating func countAttendants(_ plan: Plan) {
        for itinerary in plan.itineraries where lookup.row(of: itinerary.candidate) != nil {
            for cycle in itinerary.cycles where lookup.request(cycle.request) != nil {
                for row in cycle.sessions.compactMap(lookup.sessionRow) { attendants[row] += max(0, itinerary.count) }
            }
        }
    }

    private mutating func layout(of candidate: Candidate, _ cycles: [PlannedCycle], people: Int) -> ChainLayout {
        let needs = SkillNeeds(candidate: candidate, cycles: cycles)
        let extended = ExtendedStay(
            candidate: candidate, cycles: cycles, channels: cycles.map { lookup.channel(of: $0.request) }, restDays: scenario.cycle.restDays,
            days: model.behaviour.extensionDays.map { Int(min($0.value, 1e6).rounded(.up)) })
        var visited: Set<Int> = []
        var sessions = 0
        let planned = cycles.enumerated().map { number, cycle in
            let cell = cell(of: candidate, cycle, number: number + 1)
            if cell == model.planned.count { model.planned.append(0) }
            model.planned[cell] += people
            visited.formUnion(cells.values[cell].groups)
            noteEffects(on: candidate, cycle, number: number + 1, isLast: number == cycles.count - 1)
            model.mostSessions = max(model.mostSessions, cycle.sessions.count)
            defer { sessions += cycle.sessions.count }
            return ChainLayout.Cycle(
                cell: cell, isForReturners: cycle.isForReturners,
                sessions: sessions..<sessions + cycle.sessions.count, needs: needs.providers(for: number),
                overtaken: extended.overtaken(from: number))
        }
        model.mostCycles = max(model.mostCycles, cycles.count)
        while model.people.count < groups.values.count { model.people.append(0) }
        for group in visited { model.people[group] += people }
        return ChainLayout(cycles: planned, hasCompleted: candidate.cycles > 0)
    }

    /// Effects that hold for a cycle at which their step is decided.
    private mutating func noteEffects(on candidate: Candidate, _ cycle: PlannedCycle, number: Int, isLast: Bool) {
        for (position, effect) in model.behaviour.effects.enumerated() where !model.concerning.contains(position) {
            guard cycle.decides(effect.step, isLast: isLast) else { continue }
            if effect.holds(for: candidate, on: cycle.request, isReturning: candidate.cycles > 0 || number > 1) {
                model.concerning.insert(position)
            }
        }
    }

    private mutating func cell(of candidate: Candidate, _ cycle: PlannedCycle, number: Int) -> Int {
        let request = cycle.request
        let isReturning = candidate.cycles > 0 || number > 1
        let keys = GroupKey.groups(of: candidate, on: request, number: number, isReturning: isReturning)
        var runShare = 0.0
        for (session, row) in zip(cycle.sessions, cycle.sessionRows) where session.runCost != .zero {
            runShare += Double(session.runCost.amount) / Double(max(1, attendants[row]))
        }
        return cells.number(
            of: Cell(
                course: course(of: candidate, cycle, isReturning: isReturning), groups: keys.map { groups.number(of: $0) },
                sessions: cycle.sessions.count, seats: cycle.sessions.reduce(0) { $0 + $1.seatCost.amount },
                fee: cycle.needsVisa ? cycle.consulate?.fee.amount ?? 0 : 0,
                travel: lookup.travel(candidate.origin, request.country).amount,
                reintegration: scenario.costs.reintegration.amount, runShare: runShare))
    }

    private mutating func course(of candidate: Candidate, _ cycle: PlannedCycle, isReturning: Bool) -> Int {
        let request = cycle.request
        let behaviour = model.behaviour
        let cohort = cohorts.number(of: Mixing.hash("\(request.country)|\(request.channel)|\(request.start.year)"))
        let matching = behaviour.effects.indices.filter {
            behaviour.effects[$0].holds(for: candidate, on: request, isReturning: isReturning)
        }
        let numbers = BehaviourStep.allCases.map { step in
            let chance = behaviour.chances[step]
            let key = ChanceKey(
                step: step, cohort: (chance?.spread ?? 0) > 0 ? cohort : nil,
                effects: chance == nil ? [] : matching.filter { behaviour.effects[$0].step == step })
            return chances.number(of: key)
        }
        let late = behaviour.delays.isEmpty ? nil : cycle.lateness(lookup.channel(of: request))
        return courses.number(
            of: CourseKey(
                chances: numbers, needsVisa: cycle.needsVisa, lateness: late.map { lateness.number(of: $0) },
                months: max(0, request.stayDays / 30)))
    }
}
