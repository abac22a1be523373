import CGLPK
import Foundation
import Testing

@testable import LinearProgramming

@Suite struct MPSWriterTests {
    private let path = NSTemporaryDirectory() + "writer-\(UUID().uuidString).mps"

    /// Rows and columns in any order; what stands in the file is in that of the format.
    @Test func sectionsStandInTheirOrder() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        var writer = try MPSWriter(path: path, name: "two words")
        try writer.addColumn("y", upper: MPSNumber(25, decimals: 1), isInteger: false, cost: 0, [.init("room", MPSNumber(565, decimals: 3))])
        try writer.addRow("room", .atMost, 7)
        try writer.addColumn("x", upper: 3, isInteger: true, cost: -2, [.init("room", 1), .init("least", 1), .init("none", 0)])
        try writer.addColumn("empty", upper: 1, isInteger: true, cost: 0, [.init("room", 0)])
        try writer.addColumn("shut", upper: 0, isInteger: true, cost: 1, [])
        try writer.addRow("least", .atLeast, 0)
        try writer.comment("told\nin one line")
        let size = try writer.finish()
        #expect(size == MPSSize(rows: 2, columns: 3, integers: 2, coefficients: 3))
        let expected = """
            * told in one line
            NAME two_words
            ROWS
             N objective
             L room
             G least
            COLUMNS
             MARKER 'MARKER' 'INTORG'
             x objective -2 room 1
             x least 1
             shut objective 1
             MARKER 'MARKER' 'INTEND'
             y room 0.565
            RHS
             RHS room 7
            BOUNDS
             UP BND y 2.5
             UP BND x 3
             FX BND shut 0
            ENDATA

            """
        #expect(String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self) == expected)
        let problem = try #require(glp_create_prob())
        defer { glp_delete_prob(problem) }
        _ = glp_term_out(GLP_OFF)
        #expect(glp_read_mps(problem, GLP_MPS_FILE, nil, path) == 0)
        #expect(glp_get_num_cols(problem) == 3 && glp_get_num_int(problem) == 2)
    }

    /// The parts go with the writer, and nothing takes the place of the file.
    @Test func whatIsNotFinishedLeavesNothing() throws {
        do {
            var writer = try MPSWriter(path: path, name: "n")
            try writer.addRow("r", .exactly, 1)
        }
        let folder = (path as NSString).deletingLastPathComponent
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix((path as NSString).lastPathComponent) }
        #expect(left.isEmpty, "\(left)")
    }

    @Test(arguments: [
        (MPSNumber(0), "0"), (MPSNumber(-12), "-12"), (MPSNumber(5, decimals: 3), "0.005"), (MPSNumber(-1_250, decimals: 2), "-12.5"),
        (MPSNumber(4_000, decimals: 3), "4"), (MPSNumber(.min), "-9223372036854775808"),
    ]) func numbersAreExact(number: MPSNumber, text: String) { #expect(number.description == text) }
}
