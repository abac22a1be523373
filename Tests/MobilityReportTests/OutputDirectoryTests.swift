import Foundation
import Testing

@testable import MobilityReport

@Suite final class OutputDirectoryTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("plan-directory-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: root) }

    private func contents(_ name: String) -> String? {
        FileManager.default.contents(atPath: root.appendingPathComponent(name).path).map { String(decoding: $0, as: UTF8.self) }
    }
    private func listing(_ name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(name).path).sorted()
    }
    private func directory(_ name: String) -> OutputDirectory { OutputDirectory(planIn: root.appendingPathComponent(name).path) }

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
        #expect(throws: OutputError.self) {
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
        #expect(throws: OutputError.self) {
            try directory("p").replace(with: [("plan.csv", Array("new".utf8)), ("blocked", Array("new".utf8))])
        }
        #expect(throws: (any Error).self) {
            try FileExchange(directory: root.appendingPathComponent("p"), owned: PlanFile.allCases.map(\.rawValue))
                .replace(with: [("plan.csv", Array("new".utf8)), ("blocked", Array("new".utf8))])
        }
        #expect(try listing("p") == (PlanFile.allCases.map(\.rawValue) + ["blocked"]).sorted())
        #expect(contents("p/plan.csv") == "old")
        #expect(contents("p/summary.json") == "old")
    }

    @Test func aFileInTheWayIsNamed() throws {
        try Data().write(to: root.appendingPathComponent("file"))
        let error = #expect(throws: OutputError.self) { try directory("file").replace(with: [("plan.csv", [])]) }
        #expect(error?.description.contains("it is a file, not a directory") == true)
        let below = #expect(throws: OutputError.self) { try directory("file/below").replace(with: [("plan.csv", [])]) }
        #expect(below?.description.contains("cannot write to") == true)
        #expect(try listing() == ["file"])
    }

    @Test func aDirectoryInThePlaceOfAFileIsNamedAndStays() throws {
        try FileManager.default.createDirectory(at: root.appendingPathComponent("p/plan.csv/kept"), withIntermediateDirectories: true)
        #expect(directory("p").obstacle?.description.contains("plan.csv in it is no file") == true)
        #expect(throws: OutputError.self) { try directory("p").replace(with: [("plan.csv", [])]) }
        #expect(try listing("p/plan.csv") == ["kept"])
    }

    @Test func directoriesAndLinksInItStay() throws {
        try directory("p").replace(with: [("plan.csv", [])])
        try FileManager.default.createDirectory(at: root.appendingPathComponent("p/mine"), withIntermediateDirectories: true)
        try Data("a".utf8).write(to: root.appendingPathComponent("p/mine/a"))
        try FileManager.default.createSymbolicLink(atPath: root.appendingPathComponent("p/link").path, withDestinationPath: "mine/a")
        try FileManager.default.createSymbolicLink(atPath: root.appendingPathComponent("way").path, withDestinationPath: "p")
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: root.appendingPathComponent("p").path)
        try directory("way").replace(with: [("plan.csv", Array("new".utf8))])
        #expect(try listing("p") == ["link", "mine", "plan.csv"])
        #expect(contents("p/plan.csv") == "new")
        #expect(contents("p/mine/a") == "a")
        #expect(contents("p/link") == "a")
        #expect(try listing() == ["p", "way"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: root.appendingPathComponent("way").path) == "p")
        let mode = try FileManager.default.attributesOfItem(atPath: root.appendingPathComponent("p").path)[.posixPermissions] as? Int
        #expect(mode == 0o750)
    }

    /// What a process that was killed has left beside or in the directory goes with the next plan; what in it belongs to somebody else
    /// comes back.
    @Test func leftoversOfTheDeadAreSettled() throws {
        let gone = 4_194_304
        try directory("p").replace(with: [("plan.csv", Array("old".utf8)), ("summary.json", [])])
        for file in [".p.\(gone).new/plan.csv", ".p.\(gone).new/notes/n", "p/.plan.\(gone).old/unfilled.csv", ".p.1.new/x"] {
            let url = root.appendingPathComponent(file)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.utf8).write(to: url)
        }
        try directory("p").replace(with: [("plan.csv", Array("new".utf8))])
        #expect(contents("p/plan.csv") == "new")
        #expect(contents("p/notes/n") != nil)
        // That of a process that still runs stays.
        #expect(try listing() == [".p.1.new", "p"])
    }

    /// Somebody who reads all the time sees only sets that belong together.
    @Test func aReaderSeesTheOldSetOrTheNewOne() async throws {
        let target = directory("p")
        try target.replace(with: PlanFile.allCases.map { ($0.rawValue, Array("0".utf8)) })
        let place = root.appendingPathComponent("p").path
        let reader = Task.detached { () -> Int in
            var mixed = 0
            while !Task.isCancelled {
                // The directory that has the name now, whatever gets its name afterwards.
                let open = Foundation.open(place, O_RDONLY | O_DIRECTORY)
                guard open >= 0 else { mixed += 1; continue }
                var seen: Set<String> = []
                for file in PlanFile.allCases {
                    let data = FileManager.default.contents(atPath: "/proc/self/fd/\(open)/\(file.rawValue)")
                    if let data { seen.insert(String(decoding: data, as: UTF8.self)) }
                }
                close(open)
                // A directory that is being removed loses its files one by one, but never holds those of two sets.
                if seen.count > 1 { mixed += 1 }
            }
            return mixed
        }
        for round in 1...200 {
            try target.replace(with: PlanFile.allCases.map { ($0.rawValue, Array("\(round)".utf8)) })
        }
        reader.cancel()
        #expect(await reader.value == 0)
        #expect(contents("p/summary.json") == "200")
    }
}
