import LinearProgramming
import MobilityModel

/// Writes an instance row by row and class by class, in whole numbers.
///
/// Rows are those of the master but for `people`, which the networks hold. What the funds are asked for is paid in full and no more, so
/// that `spending` is a row over payments alone.
struct ModelWriter: ~Copyable {
    private let instance: Instance
    private let objective: Int
    private var file: MPSWriter
    private let windows: StayWindows
    /// By row of the master: its name; `nil` where the model has none.
    private var names: [String?]
    private var sets: [Alternatives: Int] = [:]
    /// Sets of alternatives in the order of their first use, quota lines and applications numbered each for themselves.
    private var choices: [(alternatives: Alternatives, set: Int)] = []
    private var counts = (leaves: 0, applications: 0)
    /// By what a need lacks: what may be asked for on the way to it.
    private var askable: [AtomSet: AtomSet] = [:]

    init(_ instance: Instance, term: ObjectiveTerm, kept: [PlanningModel.Kept], file: consuming MPSWriter) {
        self.instance = instance
        self.file = file
        self.kept = Dictionary(kept.map { ($0.term, $0.value) }, uniquingKeysWith: { first, _ in first })
        objective = instance.terms.firstIndex(of: term) ?? 0
        windows = StayWindows(instance.scenario, rest: instance.scenario.cycle.restDays)
        let held = Set(kept.map(\.term))
        names = instance.table.rows.map { row in
            if case .term(let index) = row.kind, !held.contains(instance.terms[index]) { return nil }
            return ModelNames.row(row.kind, instance)
        }
    }

    private let kept: [ObjectiveTerm: Int64]

    consuming func finish() throws -> MPSSize { try file.finish() }

    // MARK: Rows and columns of the master

    mutating func writeRows() throws {
        for (index, row) in instance.table.rows.enumerated() {
            guard let name = names[index] else { continue }
            switch row.kind {
            case .term(let term):
                let term = instance.terms[term]
                try file.addRow(name, term.isMaximised ? .atLeast : .atMost, kept[term] ?? 0)
            case .paid: try file.addRow(name, .exactly, 0)
            default:
                let isLeast = row.lower > -.infinity
                try file.addRow(name, isLeast ? .atLeast : .atMost, Int64((isLeast ? row.lower : row.upper) * row.scale))
            }
        }
    }

    /// Openings, shortfalls of soft rules, payments. What hard rules fall short is nothing.
    mutating func writeSides() throws {
        for side in instance.sideColumns where side.infeasibility == 0 {
            var amounts = Amounts(instance.terms.count)
            add(side.entries, to: &amounts)
            if case .payment(let group, _) = side.kind {
                for row in instance.spendingRows[group] { amounts.add(1, row: row) }
            }
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

    // MARK: People

    /// Writes the network of a class.
    mutating func write(_ owner: Int) throws {
        let network = try CycleNetwork(instance, owner: owner, windows: windows, askable: { askedFor($0) })
        let count = Int64(instance.classes[owner].count)
        var from = Array(repeating: "", count: network.cycles.count)
        var to = Array(repeating: "", count: network.cycles.count)
        for line in network.lines.indices where network.isUsed(line) {
            let points = LinePoints(network, line)
            for (point, entered) in points.entrances.enumerated() {
                let name = ModelNames.at(owner, line: line, point)
                try file.addRow(name, .atMost, line == 0 && point == 0 ? count : 0)
                for cycle in entered { to[cycle] = name }
                for cycle in points.exits[point] { from[cycle] = name }
                if point > 0 {
                    try file.addColumn(
                        ModelNames.wait(owner, line: line, point), upper: count, isInteger: false, cost: 0,
                        [.init(ModelNames.at(owner, line: line, point - 1), 1), .init(name, -1)])
                }
            }
            if let passage = points.passage {
                try file.addColumn(
                    ModelNames.pass(owner, line: line), upper: count, isInteger: false, cost: 0,
                    [.init(ModelNames.at(owner, line: line, points.entrances.count - 1), 1), .init(ModelNames.at(owner, line: passage.line, passage.point), -1)])
            }
        }
        for (index, cycle) in network.cycles.enumerated() { try write(cycle, of: owner, from: from[index], to: to[index]) }
    }

    private mutating func write(_ cycle: NetworkCycle, of owner: Int, from: String, to: String) throws {
        let planned = PlannedCycle(
            group: cycle.posting.group, isFirst: cycle.isFirst, sessions: cycle.sessions, calendar: nil, stretch: 0, visaDate: nil,
            leaf: nil, pin: nil)
        let column = instance.column(owner: owner, cycles: [planned])
        var amounts = Amounts(instance.terms.count)
        add(column.entries, to: &amounts)
        amounts.terms = column.terms
        let leaves = cycle.posting.variant(isFirst: cycle.isFirst)?.leaves ?? []
        let lines = leaves.isEmpty ? nil : try number(of: .leaves(leaves))
        let applications = try cycle.applications.map { try number(of: .applications($0)) }
        var links = [MPSWriter.Entry(from, 1)]
        if !to.isEmpty { links.append(.init(to, -1)) }
        if let lines { links.append(.init(ModelNames.choice(.leaves(leaves), lines), 1)) }
        if let applications, let list = cycle.applications { links.append(.init(ModelNames.choice(.applications(list), applications), 1)) }
        let most = min(instance.classes[owner].count, instance.groups[cycle.posting.group].places)
        try write(
            ModelNames.cycle(owner, cycle, applications: applications, lines: lines), upper: Int64(most), isInteger: true, amounts, links)
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
        for (row, value) in amounts.rows { if let name = names[row] { entries.append(.init(name, value)) } }
        for (index, term) in instance.terms.enumerated() where amounts.terms[index] != 0 {
            if let row = instance.table[.term(index)], let name = names[row] { entries.append(.init(name, amounts.terms[index])) }
            _ = term
        }
        let value = amounts.terms[objective]
        try file.addColumn(
            name, upper: upper, isInteger: isInteger, cost: instance.terms[objective].isMaximised ? -value : value, entries)
    }
}
