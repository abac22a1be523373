import LinearProgramming
import Testing

@Suite struct AssignmentTests {
    @Test(arguments: PublishedAssignments.all.indices, [true, false])
    func reachesThePublishedOptimum(set: Int, presolve: Bool) throws {
        let published = PublishedAssignments.all[set]
        let instances = AssignmentInstance.parse(published.data)
        #expect(instances.count == published.optima.count)
        for (number, (instance, optimum)) in zip(instances, published.optima).enumerated() {
            var problem = try instance.problem()
            let solution = try problem.solveInteger(IntegerOptions(presolve: presolve, objectiveIsIntegral: true))
            #expect(solution.status == .optimal, "\(published.name)-\(number + 1)")
            #expect(solution.objective == optimum, "\(published.name)-\(number + 1)")
            #expect(solution.bound == optimum, "\(published.name)-\(number + 1)")
            #expect(instance.value(of: solution.values) == optimum, "\(published.name)-\(number + 1)")
        }
    }

    @Test func provesTheSameWithoutKnowingThatTheObjectiveIsWhole() throws {
        for (instance, optimum) in zip(AssignmentInstance.parse(PublishedAssignments.c515.data), PublishedAssignments.c515.optima) {
            var problem = try instance.problem()
            let solution = try problem.solveInteger()
            #expect(solution.status == .optimal)
            #expect(solution.objective == optimum)
            #expect(solution.bound == optimum)
        }
    }

    /// c530-2 takes hundreds of nodes: enough to be stopped in the middle.
    private func hardInstance() throws -> LinearProblem {
        try AssignmentInstance.parse(PublishedAssignments.c530.data)[1].problem()
    }
    private let hardOptimum = PublishedAssignments.c530.optima[1]

    @Test(arguments: [true, false])
    func theNodeLimitStopsWithAValidBoundAndIsRepeatable(presolve: Bool) throws {
        for limit in [0, 1, 5, 20, 60, 100] {
            var first = try hardInstance()
            let options = IntegerOptions(presolve: presolve, nodeLimit: limit)
            let solution = try first.solveInteger(options)
            #expect(solution.nodes <= max(limit, 1) + 2)
            #expect(solution.bound >= hardOptimum)
            #expect(solution.bound.isFinite)
            switch solution.status {
            case .feasible:
                #expect(solution.objective <= hardOptimum)
                #expect(first.violation(of: solution.values) < 1e-9)
                #expect(solution.stop == .nodeLimit)
            case .interrupted:
                #expect(solution.values.isEmpty)
                #expect(solution.objective == -.infinity)
                #expect(solution.stop == .nodeLimit)
            default: Issue.record("limit \(limit) ended as \(solution.status)")
            }
            var second = try hardInstance()
            #expect(try second.solveInteger(options) == solution)
        }
    }

    @Test(arguments: [true, false])
    func theObserverSeesBoundsThatHoldAndCanStop(presolve: Bool) throws {
        var problem = try hardInstance()
        var seen: [IntegerProgress] = []
        let optimum = hardOptimum
        let complete = try problem.solveInteger(IntegerOptions(presolve: presolve)) { progress in
            seen.append(progress)
            return .continue
        }
        #expect(complete.objective == optimum)
        #expect(seen.count > 50)
        #expect(seen.allSatisfy { $0.bound >= optimum - 1e-6 && $0.incumbent <= optimum })
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.bound >= $1.bound && $0.incumbent <= $1.incumbent })
        #expect(seen.contains { $0.isImproved })
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $1.isImproved == ($1.incumbent > $0.incumbent) })

        for calls in [1, 2, 3, 10, 100] {
            var remaining = calls
            let stopped = try problem.solveInteger(IntegerOptions(presolve: presolve)) { _ in
                remaining -= 1
                return remaining == 0 ? .stop : .continue
            }
            #expect(remaining == 0, "no call after the stop")
            #expect(stopped.status == .interrupted || stopped.status == .feasible)
            #expect(stopped.stop == .observer)
            #expect(stopped.bound >= optimum)
        }
        #expect(try problem.solveInteger(IntegerOptions(presolve: presolve)).objective == optimum)
    }

    @Test func anIncumbentSurvivesAnEarlyStop() throws {
        var problem = try hardInstance()
        let best = try problem.solveInteger()
        let stopped = try problem.solveInteger(IntegerOptions(nodeLimit: 1, incumbent: best.values))
        #expect(stopped.objective == hardOptimum)
        #expect(stopped.values == best.values)
        #expect(stopped.status == .feasible)
        let before = try problem.solveInteger(IntegerOptions(incumbent: best.values)) { _ in .stop }
        #expect(before.status == .feasible)
        #expect(before.values == best.values)
        #expect(before.bound == .infinity, "stopped before anything was proven")
    }

    @Test func aGapIsEnoughWhenAskedFor() throws {
        var problem = try hardInstance()
        let solution = try problem.solveInteger(IntegerOptions(relativeGap: 0.05))
        #expect(solution.status == .optimal)
        #expect(solution.gap <= 0.05)
        #expect(solution.bound >= hardOptimum)
        #expect(solution.objective <= hardOptimum)
    }

    @Test func theTimeLimitIsAResult() throws {
        var problem = try hardInstance()
        let solution = try problem.solveInteger(IntegerOptions(timeLimit: .zero))
        #expect(solution.status == .interrupted)
        #expect(solution.stop == .timeLimit)
        let incumbent = try problem.solveInteger().values
        let kept = try problem.solveInteger(IntegerOptions(timeLimit: .zero, incumbent: incumbent))
        #expect(kept.status == .feasible)
        #expect(kept.values == incumbent)
    }

    @Test func theRelaxationIsLeftInPlace() throws {
        var problem = try hardInstance()
        let relaxation = try problem.solveRelaxation()
        let rows = problem.rowCount
        let values = problem.values()
        _ = try problem.solveInteger()
        #expect(problem.rowCount == rows)
        #expect(problem.values() == values)
        let again = try problem.solveRelaxation()
        #expect(again.objective == relaxation.objective)
        #expect(again.iterations == 0)
    }
}
