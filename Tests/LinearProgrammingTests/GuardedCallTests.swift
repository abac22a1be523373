import CGLPK
import Testing

@testable import LinearProgramming

/// GLPK 5.0 fails an assertion in its MIP presolve on this ordinary problem, and would abort the process.
@Suite struct GuardedCallTests {
    private static func trap() throws -> LinearProblem {
        var problem = LinearProblem(sense: .minimise)
        try problem.addRow(.atLeast(-0.2629775505598815))
        try problem.addRow(.atLeast(0.32514478900723154))
        try problem.addColumn(
            cost: 1, bounds: .free, rows: [1, 0], coefficients: [0.33534447200876755, -24.956159412998343])
        try problem.addColumn(
            cost: 10, bounds: .atMost(0.04940629451726626), rows: [1, 0],
            coefficients: [0.47799351444702093, -0.05568082575493574])
        return problem
    }

    @Test func aFailedAssertionIsAReturnCode() throws {
        var problem = try Self.trap()
        for _ in 1...3 {
            let presolved = SearchProblem(presolving: problem.handle)
            #expect(presolved.call.code == CGLPK_EABORT)
            #expect(presolved.call.message.hasPrefix("given up in GLPK: Assertion failed: "))
        }
        #expect(try problem.solveRelaxation().status == .infeasible)
        #expect(try problem.solveInteger().status == .infeasible)
        var other = try AssignmentInstance.parse(PublishedAssignments.c515.data)[0].problem()
        #expect(try other.solveInteger().objective == 336)
    }

    @Test func itsMessageStaysOffTheTerminal() async {
        let result = await #expect(
            processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
        ) {
            let problem = try GuardedCallTests.trap()
            #expect(SearchProblem(presolving: problem.handle).call.isAborted)
        }
        #expect(result.map { String(decoding: $0.standardOutputContent, as: UTF8.self) } == "")
        #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
    }

    @Test func everyReturnCodeHasItsOwnWords() {
        let codes = (0...19).map(Int32.init) + [CGLPK_EABORT]
        let words = codes.map(ReturnCode.describe)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { !$0.contains("unknown") })
        #expect(ReturnCode.describe(99) == "unknown return code 99")
    }
}
