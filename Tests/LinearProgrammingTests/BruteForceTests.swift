import LinearProgramming
import Testing

/// The integer solver against the enumeration of every point, over a seeded family of tiny problems.
@Suite struct BruteForceTests {
    private static let seeds: [UInt64] = Array(1...400)

    @Test(arguments: [true, false], [Cuts.all, []])
    func findsTheOptimum(presolve: Bool, cuts: Cuts) throws {
        for seed in Self.seeds {
            let tiny = TinyInteger(seed: seed)
            let best = tiny.feasiblePoints().map(\.objective).reduce(nil as Double?) { best, next in
                best.map { tiny.sense.better($0, next) } ?? next
            }
            var problem = try tiny.problem()
            let solution = try problem.solveInteger(IntegerOptions(cuts: cuts, presolve: presolve))
            if let best {
                #expect(solution.status == .optimal, "seed \(seed)")
                #expect(abs(solution.objective - best) < 1e-6, "seed \(seed)")
                #expect(abs(solution.bound - best) < 1e-6, "seed \(seed)")
                #expect(problem.violation(of: solution.values) < 1e-9, "seed \(seed)")
                #expect(abs(problem.objective(at: solution.values) - best) < 1e-6, "seed \(seed)")
            } else {
                #expect(solution.status == .infeasible, "seed \(seed)")
                #expect(solution.values.isEmpty)
                #expect(solution.bound == tiny.sense.worst)
            }
        }
    }

    @Test func anyFeasiblePointServesAsIncumbent() throws {
        for seed in Self.seeds {
            let tiny = TinyInteger(seed: seed)
            let points = tiny.feasiblePoints()
            guard let incumbent = points.last, let first = points.first else { continue }
            let best = points.map(\.objective).reduce(first.objective) { tiny.sense.better($0, $1) }
            var problem = try tiny.problem()
            let solution = try problem.solveInteger(IntegerOptions(incumbent: incumbent.values))
            #expect(solution.status == .optimal, "seed \(seed)")
            #expect(abs(solution.objective - best) < 1e-6, "seed \(seed)")
            #expect(problem.violation(of: solution.values) < 1e-9, "seed \(seed)")
        }
    }

    @Test(arguments: [true, false])
    func theCutoffLeavesOutWhatIsWorse(presolve: Bool) throws {
        for seed in Self.seeds {
            let tiny = TinyInteger(seed: seed)
            let objectives = tiny.feasiblePoints().map(\.objective)
            guard let first = objectives.first else { continue }
            let best = objectives.reduce(first) { tiny.sense.better($0, $1) }
            let step = tiny.sense == .maximise ? 1.0 : -1.0
            var problem = try tiny.problem()
            let met = try problem.solveInteger(IntegerOptions(presolve: presolve, cutoff: best))
            #expect(met.status == .optimal, "seed \(seed)")
            #expect(abs(met.objective - best) < 1e-6, "seed \(seed)")
            let missed = try problem.solveInteger(IntegerOptions(presolve: presolve, cutoff: best + step))
            #expect(missed.status == .cutOff, "seed \(seed)")
            #expect(missed.bound == best + step)
            let after = try problem.solveInteger(IntegerOptions(presolve: presolve))
            #expect(abs(after.objective - best) < 1e-6, "the problem is as it was before the cutoffs, seed \(seed)")
        }
    }

    @Test func theRelaxationBoundsEveryPoint() throws {
        for seed in Self.seeds {
            let tiny = TinyInteger(seed: seed)
            let points = tiny.feasiblePoints()
            for method in [SimplexOptions.Method.primal, .dual] {
                var problem = try tiny.problem()
                let solution = try problem.solveRelaxation(SimplexOptions(method: method))
                guard solution.status == .optimal else {
                    #expect(solution.status == .infeasible && points.isEmpty, "seed \(seed)")
                    continue
                }
                for point in points {
                    #expect(!tiny.sense.isBetter(point.objective, than: solution.objective + (tiny.sense == .maximise ? 1e-6 : -1e-6)))
                }
            }
        }
    }
}
