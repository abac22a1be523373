import Foundation
import Testing

@testable import MobilityReport

@Suite final class PlanDirectoryTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("plan-directory-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: root) }

    private func contents(_ name: String) -> String? {
        FileManager.default.contents(atPath: root.appendingPathComponent(name).path).map { String(decoding: $0, as: UTF8.self) }
    }
    private func listing(_ name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(name).path).sorted()
    }
    private func directory(_ name: String) -> PlanDirectory { PlanDirectory(path: root.appendingPathComponent(name).path) }

    @Test func newDirectoriesAppearWithTheirParents() throws {
        try directory("a/b").replace(with: [("plan.csv", Array("x".utf8)), ("summary.json", Array("{}".utf8))])
        #expect(contents("a/b/plan.csv") == "x")
        #expect(try listing("a") == ["b"])
        #expect(try listing("a/b") == ["plan.csv", "summary.json"])
    }

    @Test func aSetReplacesASetAndLeavesOtherFilesAlone() throws {
        try directory("p").replace(with: PlanFile.allCases.map { ($0.rawValue, Array("old".utf8)) })
        try Data("mine".utf8).write(to: root.appendingPathComponent("p/notes.txt"))
        try directory("p").replace(with: [("summary.json", Array("new".utf8))])
        #expect(try listing("p") == ["notes.txt", "summary.json"])
        #expect(contents("p/summary.json") == "new")
        #expect(contents("p/notes.txt") == "mine")
    }

    @Test func whatFailsLeavesTheEarlierPlan() throws {
        try directory("p").replace(with: PlanFile.allCases.map { ($0.rawValue, Array("old".utf8)) })
        // A name that cannot be written: its directory is not there.
        #expect(throws: PlanDirectoryError.self) {
            try directory("p").replace(with: [("plan.csv", Array("new".utf8)), ("no/such", [])])
        }
        #expect(try listing("p") == PlanFile.allCases.map(\.rawValue).sorted())
        #expect(contents("p/plan.csv") == "old")
    }

    @Test func aStepThatFailsHalfWayIsTakenBack() throws {
        try directory("p").replace(with: PlanFile.allCases.map { ($0.rawValue, Array("old".utf8)) })
        // A directory in the way of the last file: everything before it has been moved already.
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("p/blocked/x"), withIntermediateDirectories: true)
        #expect(throws: PlanDirectoryError.self) {
            try directory("p").replace(with: [("plan.csv", Array("new".utf8)), ("blocked", Array("new".utf8))])
        }
        #expect(try listing("p") == (PlanFile.allCases.map(\.rawValue) + ["blocked"]).sorted())
        #expect(contents("p/plan.csv") == "old")
        #expect(contents("p/summary.json") == "old")
    }

    @Test func aFileInTheWayIsNamed() throws {
        try Data().write(to: root.appendingPathComponent("file"))
        let error = #expect(throws: PlanDirectoryError.self) { try directory("file").replace(with: [("plan.csv", [])]) }
        #expect(error?.description.contains("it is a file, not a directory") == true)
        let below = #expect(throws: PlanDirectoryError.self) { try directory("file/below").replace(with: [("plan.csv", [])]) }
        #expect(below?.description.contains("cannot write the plan to") == true)
        #expect(try listing() == ["file"])
    }
}
