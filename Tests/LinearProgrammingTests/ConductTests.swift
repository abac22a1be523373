import CGLPK
import Foundation
import LinearProgramming
import Testing

/// How the solver behaves as a guest of the process: silent, on its own thread, leaving nothing behind.
@Suite struct ConductTests {
    /// Solves everything the C library has a message for.
    private static func solveAll() throws {
        _ = glp_term_out(GLP_ON)
        let instance = AssignmentInstance.parse(PublishedAssignments.c515.data)[0]
        for presolve in [true, false] {
            var problem = try instance.problem()
            _ = try problem.solveRelaxation(SimplexOptions(method: .dual, presolve: presolve))
            _ = glp_term_out(GLP_ON)
            _ = try problem.solveInteger(IntegerOptions(presolve: presolve, feasibilityPump: true))
            let columns = problem.columnCount
            try problem.restore(
                Basis(rows: Array(repeating: .fixed, count: problem.rowCount), columns: Array(repeating: .basic, count: columns)))
            _ = glp_term_out(GLP_ON)
            _ = try problem.solveRelaxation()
            try problem.addRow(.atLeast(10), columns: [0], coefficients: [1])
            _ = try problem.solveRelaxation(SimplexOptions(presolve: presolve))
            _ = glp_term_out(GLP_ON)
            _ = try problem.solveInteger(IntegerOptions(presolve: presolve))
        }
    }

    @Test func nothingReachesStandardOutput() async {
        let result = await #expect(
            processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
        ) {
            try ConductTests.solveAll()
        }
        #expect(result.map { String(decoding: $0.standardOutputContent, as: UTF8.self) } == "")
        #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
    }

    /// Blocks of memory the C library holds on this thread.
    private func blocks() -> Int32 {
        var count: Int32 = 0
        glp_mem_usage(&count, nil, nil, nil)
        return count
    }

    @Test func tenThousandProblemsLeaveNothingBehind() throws {
        do { _ = LinearProblem(sense: .minimise) }
        let before = blocks()
        for number in 0..<10_000 {
            var problem = LinearProblem(sense: .maximise)
            try problem.addRow(.atMost(1.5), name: "row")
            try problem.addColumn(cost: 1, bounds: .unit, integer: true, rows: [0], coefficients: [1])
            try problem.addColumn(cost: 1, bounds: .unit, integer: true, rows: [0], coefficients: [1])
            switch number % 5 {
            case 0: _ = try problem.solveInteger(IntegerOptions(presolve: false))
            case 1: _ = try problem.solveInteger()
            case 2: _ = try problem.solveInteger(IntegerOptions(presolve: number % 2 == 0, cutoff: 5))
            case 3: _ = try problem.solveRelaxation(SimplexOptions(presolve: true))
            default: #expect(throws: SolverError.self) { try problem.setCost(column: ColumnID(9), 1) }
            }
        }
        #expect(blocks() == before)
    }

    @Test func stoppedSearchesLeaveNothingBehind() throws {
        let instance = AssignmentInstance.parse(PublishedAssignments.c515.data)[0]
        do { _ = LinearProblem(sense: .minimise) }
        let before = blocks()
        for calls in 1...20 {
            for presolve in [true, false] {
                var problem = try instance.problem()
                var remaining = calls
                _ = try problem.solveInteger(IntegerOptions(presolve: presolve)) { _ in
                    remaining -= 1
                    return remaining > 0 ? .continue : .stop
                }
            }
        }
        #expect(blocks() == before)
    }

    private final class Box {
        var problem = LinearProblem(sense: .minimise)
    }

    /// Runs `body` on a thread of its own and waits for it.
    private func onAnotherThread(_ body: @escaping @Sendable () -> Void) {
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            body()
            done.signal()
        }
        done.wait()
    }

    @Test func anotherThreadIsRefused() throws {
        nonisolated(unsafe) let box = Box()
        nonisolated(unsafe) var codes: [SolverError.Code] = []
        onAnotherThread {
            func note(_ body: () throws -> Void) {
                do { try body() } catch { if let error = error as? SolverError { codes.append(error.code) } }
            }
            note { try box.problem.addRow(.unit) }
            note { try box.problem.addColumn(cost: 0, bounds: .unit) }
            note { try box.problem.setObjectiveOffset(1) }
            note { try box.problem.removeRows([]) }
            note { _ = try box.problem.solveRelaxation() }
            note { _ = try box.problem.solveInteger() }
            note { try box.problem.restore(box.problem.basis()) }
            note { try box.problem.resetBasis() }
        }
        #expect(codes == Array(repeating: .wrongThread, count: 8))
        #expect(try box.problem.addRow(.unit) == RowID(0))
    }

    /// Freed there it would abort the process.
    @Test func aProblemDroppedOnAnotherThreadDoesNoHarm() {
        nonisolated(unsafe) var box: Box? = Box()
        onAnotherThread { box = nil }
        #expect(box == nil)
    }

    @Test func threadsSolveSideBySide() async throws {
        let objectives = try await withThrowingTaskGroup(of: Double.self) { group in
            for number in 0..<10 {
                group.addTask {
                    var problem = try AssignmentInstance.parse(PublishedAssignments.c515.data)[number % 5].problem()
                    return try problem.solveInteger().objective
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(objectives.sorted() == (PublishedAssignments.c515.optima + PublishedAssignments.c515.optima).sorted())
    }
}
