import LinearProgramming
import MobilityModel

/// Rounds a relaxation to a plan: fix what is nearly whole, solve again, price again, until all is whole.
///
/// Diving with column generation (Sadykov, Vanderbeck, Pessoa, Tahiri and Uchoa 2019): after a few fixings the prices are no
/// longer those for which the itineraries were generated, so new ones are priced on the way. What takes place is decided
/// first, because a session or request that is half open misleads everything else. Where a fixing leaves no solution, itineraries
/// are sought that mend it; where none does, it is turned round, and if it was so already, the one before it.
struct Dive {
    let instance: Instance
    let interruption: Interruption
    /// Fixings that may be turned round before the dive is given up.
    static let reversals = 30
    /// Simplex iterations after one decision: far more than it takes where the solver does not go round in circles.
    static let iterations = 20_000
    /// Times that itineraries are sought for a relaxation that has no solution.
    static let mendings = 10
    /// A part as near as this to the next whole number is fixed together with the greatest part.
    static let nearlyWhole = 0.85

    private struct Fixing {
        var column: ColumnID
        var before: Bounds
        var after: Bounds
        /// The bounds that exclude what was tried; `nil` where there is nothing to exclude, or it is excluded.
        var otherwise: Bounds?
    }

    /// - Parameter isWorse: whether an objective cannot lead to a plan better than the best one known.
    /// - Returns: people by column of the master, or `nil`. The bounds of the master are as before.
    func counts(_ master: inout Master, isWorse: (Double) -> Bool) throws -> [Int]? {
        var trail: [Fixing] = []
        // The columns exist and had these bounds before, so this cannot fail.
        defer { for fixing in trail.reversed() { try? master.problem.setBounds(column: fixing.column, fixing.before) } }
        var left = Self.reversals
        while !interruption.hasCome {
            guard try solve(&master, isWorse: isWorse) else {
                guard left > 0, try turnRound(&trail, &master) else { return nil }
                left -= 1
                continue
            }
            let values = master.problem.values()
            let fixings = choose(master, values)
            guard !fixings.isEmpty else {
                return values[instance.sideColumns.count...].map { Int($0.rounded()) }
            }
            trail += fixings
            for fixing in fixings { try master.problem.setBounds(column: fixing.column, fixing.after) }
        }
        return nil
    }

    /// Excludes the last decision, and takes back those before it that were turned round already; `false` where none is left.
    private func turnRound(_ trail: inout [Fixing], _ master: inout Master) throws -> Bool {
        while var last = trail.popLast() {
            try master.problem.setBounds(column: last.column, last.otherwise ?? last.before)
            guard last.otherwise != nil else { continue }
            last.otherwise = nil
            trail.append(last)
            return true
        }
        return false
    }

    /// Solves the relaxation at the present bounds, generating itineraries while that pays, or while without others there is no
    /// solution.
    private func solve(_ master: inout Master, isWorse: (Double) -> Bool) throws -> Bool {
        var (priced, mended) = (0, 0)
        while !interruption.hasCome {
            let solution = try master.problem.solveRelaxation(
                SimplexOptions(method: priced == 0 ? .dual : .primal, iterationLimit: Self.iterations),
                shouldStop: { interruption.hasCome })
            if solution.status == .infeasible {
                guard mended < Self.mendings, let added = try? master.addAgainstInfeasibility(interruption), added > 0 else { return false }
                mended += 1
                continue
            }
            guard solution.status == .optimal else { return false }
            let isWorse = isWorse(solution.objective)
            if priced == 3 || (priced == 0 && !isWorse) { return !isWorse }
            if try master.add(master.price(interruption).columns) == 0 { return !isWorse }
            priced += 1
        }
        return false
    }

    private func choose(_ master: borrowing Master, _ values: [Double]) -> [Fixing] {
        if let opening = opening(master, values) { return [opening] }
        var near: [Fixing] = []
        var most: (part: Double, fixing: Fixing)?
        for index in instance.sideColumns.count..<values.count {
            let value = values[index]
            let part = value - value.rounded(.down)
            let column = ColumnID(index)
            guard let bounds = master.problem.bounds(of: column) else { continue }
            if part < 1e-6 || part > 1 - 1e-6 {
                let whole = value.rounded()
                if whole > bounds.lower { near.append(fix(column, bounds, .between(whole, bounds.upper), else: nil)) }
                continue
            }
            let up = fix(column, bounds, .between(value.rounded(.up), bounds.upper), else: .between(bounds.lower, value.rounded(.down)))
            if part >= Self.nearlyWhole { near.append(up) }
            if part > (most?.part ?? 0) { most = (part, up) }
        }
        if let most {
            return near.filter { $0.column != most.fixing.column } + [most.fixing]
        }
        // Itineraries are whole; what is left are shortfalls, which take up what remains.
        for (index, side) in instance.sideColumns.enumerated() where side.isInteger {
            let value = values[index]
            guard abs(value - value.rounded()) > 1e-6, let bounds = master.problem.bounds(of: ColumnID(index)) else { continue }
            return [fix(ColumnID(index), bounds, .between(value.rounded(.up), bounds.upper), else: .between(bounds.lower, value.rounded(.down)))]
        }
        return []
    }

    /// The undecided opening that is nearest to a decision, seen from how far it is towards its minimum.
    private func opening(_ master: borrowing Master, _ values: [Double]) -> Fixing? {
        var best: (distance: Double, fixing: Fixing)?
        for (index, side) in instance.sideColumns.enumerated() {
            let minimum: Int
            let places: RowKind
            switch side.kind {
            case .openRequest(let group): (minimum, places) = (instance.groups[group].request.minPlaces, .places(group))
            case .openSession(let session): (minimum, places) = (max(1, instance.scenario.sessions[session].minSeats), .seats(session))
            default: continue
            }
            let value = values[index]
            guard value > 1e-6, value < 1 - 1e-6, let bounds = master.problem.bounds(of: ColumnID(index)), bounds.upper > bounds.lower,
                let row = instance.table[places], let use = side.entries.first(where: { $0.row == row })
            else { continue }
            // The row says attendance - capacity x open <= 0, so attendance is its activity plus capacity x open.
            let attendance = master.problem.activity(of: RowID(row)) - use.value * value
            let progress = min(1, attendance / Double(minimum))
            let distance = min(progress, 1 - progress)
            let opens = progress >= 0.5
            if distance < (best?.distance ?? .infinity) {
                best = (distance, fix(ColumnID(index), bounds, .exactly(opens ? 1 : 0), else: .exactly(opens ? 0 : 1)))
            }
        }
        return best?.fixing
    }

    private func fix(_ column: ColumnID, _ before: Bounds, _ after: Bounds, else otherwise: Bounds?) -> Fixing {
        Fixing(column: column, before: before, after: after, otherwise: otherwise)
    }
}
