import Foundation
import Testing

/// The README, done as it says: every command is run in order, and every line that it shows as printed or written has to be there.
@Suite struct ReadmeTests {
    private struct Block {
        var language: String
        var lines: [String]
    }

    /// What a reader does by hand, before the block that begins so.
    private static let byHand: [(before: String, action: @Sendable (Desk) throws -> Void)] = [
        ("Mali-Spain pilot", { try $0.shell("mobility plan scenarios/mali-spain-2009") }),
        ("harvest/candidates.csv:2:9", { desk in
            try desk.shell("mkdir bad && cp -r harvest bad/")
            try desk.edit("bad/harvest/candidates.csv", "awa,1,ML,F,1998-05-14", "awa,1,ML,F,,1998-05-14")
            try desk.edit("bad/harvest/requests.csv", "fruit_picker,2027-08-01", "fruit_picker,01/08/2027")
            try desk.edit("bad/harvest/scenario.yaml", "seasonal:", "saisonal:")
            let courses = try desk.text("bad/harvest/courses.csv")
            try desk.write(courses.replacing(",", with: ";"), to: "bad/harvest/courses.csv")
            try desk.shell("cd bad && mobility check harvest", exit: 2)
        }),
        ("7 of 10 people placed", { try $0.shell("mobility plan harvest") }),
        ("$ mobility plan harvest --pin", { try $0.edit("agreed/plan.csv", ",\n", ",true\n") }),
        ("plans/hand: NOT ACCEPTED", { desk in
            try desk.shell("cp -r plans/week-2 plans/hand")
            let rows = try desk.text("plans/hand/plan.csv").split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.contains("fanta") ? String($0).replacing("2027-02-01", with: "2027-08-20") : String($0)
            }
            try desk.write(rows.joined(separator: "\n"), to: "plans/hand/plan.csv")
            try desk.shell("mobility verify plans/hand", exit: 2)
        }),
        ("  circular-scheme            counted", { try $0.shell("mobility validate") }),
    ]
    /// A picture; what needs a network; what runs these tests.
    private static let leftOut = [" scenario.yaml, *.csv", "$(command -v sudo) apt-get", "swift test"]

    @Test func everyCommandPrintsWhatTheReadmeShows() throws {
        let desk = try Desk()
        var shown = 0
        for block in try Self.blocks() {
            guard let first = block.lines.first, !Self.leftOut.contains(where: { first.hasPrefix($0) }) else { continue }
            for item in Self.byHand where first.hasPrefix(item.before) { try item.action(desk) }
            switch block.language {
            case "sh": try desk.shell(block.lines.joined(separator: "\n"))
            case "console":
                for line in block.lines {
                    if line.hasPrefix("$ ") { try desk.shell(String(line.dropFirst(2))) } else { desk.expect(line) }
                }
            default:
                for line in block.lines { desk.expect(line) }
            }
            shown += block.lines.count
        }
        #expect(shown > 150)
    }

    private static func blocks() throws -> [Block] {
        let text = try String(contentsOf: Desk.root.appendingPathComponent("README.md"), encoding: .utf8)
        var (blocks, open): ([Block], Block?) = ([], nil)
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                if let done = open { blocks.append(done) }
                open = open == nil ? Block(language: String(line.dropFirst(3)), lines: []) : nil
            } else {
                open?.lines.append(line)
            }
        }
        return blocks
    }

    /// A clone in which a reader works: shipped files, and what the commands so far have printed and written.
    private final class Desk {
        static let root = Workplace.fixtures.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        private let place: Workplace
        private var printed: [String] = []

        init() throws {
            place = try Workplace()
            try FileManager.default.removeItem(at: place.url.appendingPathComponent("scenarios"))
            for name in ["scenarios", "evidence"] {
                try FileManager.default.createSymbolicLink(
                    at: place.url.appendingPathComponent(name), withDestinationURL: Self.root.appendingPathComponent(name))
            }
        }

        func shell(_ command: String, exit code: Int32 = 0) throws {
            let run = try Binary.run(
                ["-c", command], in: place.url, program: URL(fileURLWithPath: "/bin/bash"),
                environment: ["PATH": "\(Binary.url.deletingLastPathComponent().path):/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
            #expect(run.exitCode == code, "\(command): \(run.output)\(run.errors)")
            printed += run.output.components(separatedBy: "\n")
        }

        /// A line may be shown without its last columns.
        func expect(_ line: String) {
            if printed.contains(where: { $0.hasPrefix(line) }) { return }
            #expect(written.contains { $0.hasPrefix(line) }, "the README shows a line that is not there: \(line)")
        }

        private var written: [String] {
            let plans = (FileManager.default.enumerator(atPath: place.url.appendingPathComponent("plans").path)?.allObjects ?? [])
                .compactMap { $0 as? String }
            return plans.filter { $0.hasSuffix(".csv") }.flatMap { (place.text("plans/\($0)") ?? "").components(separatedBy: "\n") }
        }

        func text(_ path: String) throws -> String { try #require(place.text(path)) }

        func write(_ text: String, to path: String) throws { try place.write(text, to: path) }

        func edit(_ path: String, _ old: String, _ new: String) throws {
            let text = try text(path)
            try #require(text.contains(old), "\(path) has no \(old)")
            try write(text.replacing(old, with: new), to: path)
        }
    }
}
