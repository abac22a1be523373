import LinearProgramming
import MobilityModel

/// Writes an instance row by row and class by class.
///
/// Rows are those of the master but for `people`, which the networks hold. What the funds are asked for is paid in full and no more, so
/// that `spending` is a row over payments alone.
struct ModelWriter: ~Copyable {
    private let instance: Instance
    /// Position of the term that is optimised.
    private let objective: Int
    private let kept: [ObjectiveTerm: Int64]
    private var file: MPSWriter
    private let windows: StayWindows
    /// By row of the master: its name; `nil` where the model has none.
    private let names: [String?]
    private let scale: ModelScale
    private var sets: [Alternatives: Int] = [:]
    /// Sets of alternatives in the order of their first use, quota lines and applications numbered each for themselves.
    private var choices: [(alternatives: Alternatives, set: Int)] = []
    private var counts = (leaves: 0, applications: 0)
    /// By number of a variant: whether its cycles are counted.
    private var counted: [Int: Bool] = [:]
    /// All sessions, in the order of their starts.
    private let sessions: [Int]
    /// Of all requests.
    private let places: Int64
    /// By what a need lacks: what may be asked for on the way to it.
    private var askable: [AtomSet: AtomSet] = [:]

    init(_ instance: Instance, term: ObjectiveTerm, kept: [PlanningModel.Kept], scale: ModelScale, file: consuming MPSWriter) {
        self.scale = scale
        self.instance = instance
        self.file = file
        self.kept = Dictionary(kept.map { ($0.term, $0.value) }, uniquingKeysWith: { first, _ in first })
        objective = instance.terms.firstIndex(of: term) ?? 0
        sessions = instance.scenario.sessions.indices.sorted {
            (instance.scenario.sessions[$0].start, $0) < (instance.scenario.sessions[$1].start, $1)
        }
        places = instance.groups.reduce(0) { $0 + Int64($1.places) }
        windows = StayWindows(instance.scenario, rest: instance.scenario.cycle.restDays)
        let held = Set(kept.map(\.term))
        names = instance.table.rows.map { row in
            if case .term(let index) = row.kind, !held.contains(instance.terms[index]) { return nil }
            return ModelNames.row(row.kind, instance)
        }
    }

    consuming func finish() throws -> MPSSize { try file.finish() }

    // MARK: Rows and columns of the master

    mutating func writeRows() throws {
        for (index, row) in instance.table.rows.enumerated() {
            guard let name = names[index] else { continue }
            switch row.kind {
            case .term(let term):
                let term = instance.terms[term]
                try file.addRow(name, term.isMaximised ? .atLeast : .atMost, scale.number(kept[term] ?? 0, in: index))
            case .paid: try file.addRow(name, .exactly, 0)
            default:
                let isLeast = row.lower > -.infinity
                try file.addRow(name, isLeast ? .atLeast : .atMost, scale.number(Int64((isLeast ? row.lower : row.upper) * row.scale), in: index))
            }
        }
    }

    /// Openings, shortfalls of soft rules, payments. What hard rules fall short is nothing.
    mutating func writeSides() throws {
        for side in instance.sideColumns where side.infeasibility == 0 {
            if case .payment(let group, let fund) = side.kind {
                try writePayment(of: fund, for: group)
                continue
            }
            var amounts = Amounts(instance.terms.count)
            add(side.entries, to: &amounts)
            for (index, term) in instance.terms.enumerated() {
                switch term {
                case .penalty: amounts.terms[index] = side.penalty
                case .cost: amounts.terms[index] = side.cost
                default: break
                }
            }
            try write(ModelNames.side(side.kind), upper: Int64(side.upper), isInteger: side.isInteger, amounts)
        }
    }

    /// What a fund pays for a group of costs, as the rows of both count money.
    private mutating func writePayment(of fund: Int, for group: Int) throws {
        guard let due = instance.table[.paid(group)], let paying = instance.table[.fund(fund)] else { return }
        let entries = [(due, -1), (paying, 1)] + instance.spendingRows[group].map { ($0, 1) }
        try file.addColumn(
            ModelNames.side(.payment(group: group, fund: fund)),
            upper: scale.number(instance.fundGroups.funds[fund].amount.amount, in: paying), isInteger: false, cost: 0,
            entries.compactMap { row, value in names[row].map { .init($0, MPSNumber(Int64(value))) } })
    }

    // MARK: People

    /// Writes the network of a class.
    mutating func write(_ owner: Int) throws {
        let network = CycleNetwork(instance, owner: owner, windows: windows, sessions: sessions, askable: { askedFor($0) })
        let count = Int64(instance.classes[owner].count)
        var from = Array(repeating: "", count: network.steps.count)
        var to = from
        for line in network.lines.indices where network.isUsed(line) {
            let points = LinePoints(network, line)
            // Who is in training goes on; between cycles anybody may stay at home for good.
            let kind: MPSWriter.RowKind = network.lines[line].schooling == nil ? .atMost : .exactly
            for (point, entered) in points.entrances.enumerated() {
                let name = ModelNames.at(owner, line: line, point)
                try file.addRow(name, kind, MPSNumber(line == 0 && point == 0 ? count : 0))
                for step in entered { to[step] = name }
                for step in points.exits[point] { from[step] = name }
                guard point > 0 else { continue }
                let before = ModelNames.at(owner, line: line, point - 1)
                try file.addColumn(
                    ModelNames.wait(owner, line: line, point), upper: MPSNumber(count), isInteger: false, cost: 0, [.init(before, 1), .init(name, -1)])
            }
            if let passage = points.passage {
                let last = ModelNames.at(owner, line: line, points.entrances.count - 1)
                try file.addColumn(
                    ModelNames.pass(owner, line: line), upper: MPSNumber(count), isInteger: false, cost: 0,
                    [.init(last, 1), .init(ModelNames.at(owner, line: passage.line, passage.point), -1)])
            }
        }
        for (index, step) in network.steps.enumerated() where step.isUsed {
            let flow = [MPSWriter.Entry(from[index], 1)] + (to[index].isEmpty ? [] : [.init(to[index], -1)])
            switch step.kind {
            case .session(let session): try write(session, step, of: owner, flow)
            case .cycle(let posting, let applications):
                try write(posting, applications, step, in: network.lines[step.line], of: owner, flow)
            }
        }
    }

    private mutating func write(_ session: Int, _ step: NetworkStep, of owner: Int, _ flow: [MPSWriter.Entry]) throws {
        let course = instance.scenario.sessions[session]
        var amounts = Amounts(instance.terms.count)
        for kind in [RowKind.seats(session), .minSeats(session)] { if let row = instance.table[kind] { amounts.add(1, row: row) } }
        let payer = instance.seatGroups[instance.classes[owner].candidate.origin]?[session]?.index
        if let row = payer.flatMap({ instance.table[.paid($0)] }) { amounts.add(course.seatCost.amount, row: row) }
        if let cost = instance.terms.firstIndex(of: .cost) { amounts.terms[cost] = course.seatCost.amount }
        let most = min(instance.classes[owner].count, course.seats)
        try write(ModelNames.step(owner, step, applications: nil), upper: Int64(most), isInteger: true, amounts, flow)
    }

    private mutating func write(
        _ posting: Posting, _ applications: [Application]?, _ step: NetworkStep, in line: FlowLine, of owner: Int, _ flow: [MPSWriter.Entry]
    ) throws {
        guard let variant = posting.variant(isFirst: line.standing.isFirst) else { return }
        var amounts = Amounts(instance.terms.count)
        for kind in [RowKind.places(posting.group), .minPlaces(posting.group)] {
            if let row = instance.table[kind] { amounts.add(1, row: row) }
        }
        let sessions = line.schooling?.lessons.count ?? 0
        amounts.terms = instance.terms.map { posting.amount(of: $0, variant, sessions: sessions) }
        var links = flow
        let set = try applications.map { try number(of: .applications($0)) }
        if let set, let applications { links.append(.init(ModelNames.choice(.applications(applications), set), 1)) }
        if try count(variant) { links.append(.init(ModelNames.counted(variant.number), 1)) }
        let most = min(instance.classes[owner].count, instance.groups[posting.group].places)
        try write(ModelNames.step(owner, step, applications: set), upper: Int64(most), isInteger: true, amounts, links)
    }

    /// Counts the cycles of a variant once for all that they have in common; whether there is anything to count.
    private mutating func count(_ variant: Posting.Variant) throws -> Bool {
        if let known = counted[variant.number] { return known }
        let counts = !variant.entries.isEmpty || !variant.leaves.isEmpty
        counted[variant.number] = counts
        guard counts else { return false }
        var amounts = Amounts(instance.terms.count)
        add(variant.entries, to: &amounts)
        var links = [MPSWriter.Entry(ModelNames.counted(variant.number), -1)]
        if !variant.leaves.isEmpty {
            links.append(.init(ModelNames.choice(.leaves(variant.leaves), try number(of: .leaves(variant.leaves))), 1))
        }
        try file.addRow(ModelNames.counted(variant.number), .exactly, 0)
        try write(ModelNames.kind(variant.number), upper: places, isInteger: false, amounts, links)
        return true
    }

    // MARK: Choices

    /// The number of a set of alternatives, with a row of its own.
    private mutating func number(of alternatives: Alternatives) throws -> Int {
        if let known = sets[alternatives] { return known }
        let set: Int
        switch alternatives {
        case .leaves: (set, counts.leaves) = (counts.leaves, counts.leaves + 1)
        case .applications: (set, counts.applications) = (counts.applications, counts.applications + 1)
        }
        sets[alternatives] = set
        choices.append((alternatives, set))
        try file.addRow(ModelNames.choice(alternatives, set), .exactly, 0)
        return set
    }

    /// How many cycles take which alternative of each set.
    mutating func writeChoices() throws {
        let cost = instance.terms.firstIndex(of: .cost)
        for (alternatives, set) in choices {
            for index in 0..<alternatives.count {
                let (entries, cents) = instance.entries(of: alternatives, index)
                var amounts = Amounts(instance.terms.count)
                add(entries, to: &amounts)
                if let cost { amounts.terms[cost] = cents }
                try write(
                    ModelNames.chosen(alternatives, set, index, instance), upper: capacity(alternatives, index), isInteger: true, amounts,
                    [.init(ModelNames.choice(alternatives, set), -1)])
            }
        }
    }

    private func capacity(_ alternatives: Alternatives, _ index: Int) -> Int64 {
        switch alternatives {
        case .leaves(let leaves): Int64(instance.quotas.lines[leaves[index]].places)
        case .applications(let list): Int64(instance.calendars[list[index].calendar].consulate.monthlyCapacity)
        }
    }

    /// All skills that training for a need may turn on: what is missing, what sessions require that grant it, and so on.
    private mutating func askedFor(_ need: Int) -> AtomSet {
        let missing = instance.needs[need].missing
        if let known = askable[missing] { return known }
        let atoms = instance.training.atoms
        var (all, open) = (missing, missing.elements)
        while let atom = open.popLast() {
            for session in atoms.granting[atom] {
                for required in atoms.required[session] where !all.contains(required) {
                    all.insert(required)
                    open.append(required)
                }
            }
        }
        askable[missing] = all
        return all
    }

    // MARK: Coefficients

    /// Coefficients of a column by row of the master, and what it adds to each term.
    private struct Amounts {
        var rows: [(row: Int, value: Int64)] = []
        var terms: [Int64]

        init(_ terms: Int) { self.terms = Array(repeating: 0, count: terms) }

        mutating func add(_ value: Int64, row: Int) {
            if let known = rows.firstIndex(where: { $0.row == row }) { rows[known].value += value } else { rows.append((row, value)) }
        }
    }

    private func add(_ entries: [Entry], to amounts: inout Amounts) {
        for entry in entries {
            if case .spending = instance.table.rows[entry.row].kind { continue }
            amounts.add(instance.table.exact(entry), row: entry.row)
        }
    }

    private mutating func write(
        _ name: String, upper: Int64, isInteger: Bool, _ amounts: Amounts, _ links: [MPSWriter.Entry] = []
    ) throws {
        var entries = links
        for (row, value) in amounts.rows { if let name = names[row] { entries.append(.init(name, scale.number(value, in: row))) } }
        for index in instance.terms.indices where amounts.terms[index] != 0 {
            if let row = instance.table[.term(index)], let name = names[row] { entries.append(.init(name, scale.number(amounts.terms[index], in: row))) }
        }
        let value = amounts.terms[objective]
        try file.addColumn(
            name, upper: MPSNumber(upper), isInteger: isInteger, cost: instance.terms[objective].isMaximised ? -value : value, entries)
    }
}

extension Posting {
    /// What one cycle adds to a term, sessions and visa apart.
    /// - Parameter sessions: attended for it.
    func amount(of term: ObjectiveTerm, _ variant: Variant, sessions: Int) -> Int64 {
        switch term {
        case .penalty: 0
        case .placements: variant.placements
        case .stayDays: stayDays
        case .match: match
        case .returns: variant.returns[min(sessions, variant.returns.count - 1)]
        case .cost: cost
        }
    }
}
