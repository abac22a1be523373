import LinearProgramming

/// A generalised assignment problem: every job to one agent, no agent beyond its capacity, for the greatest value.
struct AssignmentInstance {
    let values: [[Double]]
    let loads: [[Double]]
    let capacities: [Double]

    var agents: Int { capacities.count }
    var jobs: Int { values[0].count }

    /// Reads the OR-Library format: number of sets; for each: agents, jobs, values by agent, loads by agent, capacities.
    static func parse(_ text: String) -> [AssignmentInstance] {
        var numbers = text.split(whereSeparator: \.isWhitespace).map { Double($0)! }[...]
        func row(_ count: Int) -> [Double] { (0..<count).map { _ in numbers.removeFirst() } }
        return (0..<Int(numbers.removeFirst())).map { _ in
            let agents = Int(numbers.removeFirst())
            let jobs = Int(numbers.removeFirst())
            return AssignmentInstance(
                values: (0..<agents).map { _ in row(jobs) }, loads: (0..<agents).map { _ in row(jobs) },
                capacities: row(agents))
        }
    }

    /// Column `agent * jobs + job` is 1 if the agent does the job. Rows: the jobs, then the agents.
    func problem() throws -> LinearProblem {
        var problem = LinearProblem(sense: .maximise)
        for _ in 0..<jobs { try problem.addRow(.exactly(1)) }
        for capacity in capacities { try problem.addRow(.atMost(capacity)) }
        for agent in 0..<agents {
            for job in 0..<jobs {
                try problem.addColumn(
                    cost: values[agent][job], bounds: .unit, integer: true, rows: [Int32(job), Int32(jobs + agent)],
                    coefficients: [1, loads[agent][job]])
            }
        }
        return problem
    }

    /// Value of an assignment given as column values, nil if it is not one. Shares nothing with `problem()`.
    func value(of columns: [Double]) -> Double? {
        var total = 0.0
        var used = [Double](repeating: 0, count: agents)
        for job in 0..<jobs {
            let chosen = (0..<agents).filter { columns[$0 * jobs + job] == 1 }
            guard chosen.count == 1 else { return nil }
            total += values[chosen[0]][job]
            used[chosen[0]] += loads[chosen[0]][job]
        }
        return zip(used, capacities).allSatisfy { $0 <= $1 } ? total : nil
    }
}
