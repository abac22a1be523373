import Foundation
import MobilityIngest

/// Times the reader against a plain scan of the bytes of the same file, in one run, and prints one line of JSON.
///
///     ReadingBenchmark [ROWS [SEED]]
///
/// ROWS is 1,000,000 where it is not given. Each side runs once to warm the file cache, then the two take turns; the medians are
/// compared. `peak_mib` is the greatest resident size of the process after all of it.
@main
struct ReadingBenchmark {
    static let turns = 3

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { Int($0) ?? 0 }
        let rows = arguments.first ?? 1_000_000
        guard rows > 0 else { throw Refusal("ROWS is a whole number above 0") }
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("mobility-reading-\(getpid())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let table = CandidateRows(rows: rows, seed: UInt64(arguments.dropFirst().first ?? 1))
        let file = directory.appendingPathComponent("candidates.csv").path
        let bytes = try table.write(to: file)
        try Data(CandidateRows.settings.utf8).write(to: directory.appendingPathComponent("scenario.yaml"))

        let emptyPeak = peakMebibytes()
        var sums: [Double] = [], scans: [Double] = [], reads: [Double] = []
        var total: UInt64 = 0, state: UInt64 = 0
        for turn in 0...turns {
            let sum = try seconds { total = try ByteScan.sum(file) }
            let scan = try seconds { state = try ByteScan.inTurn(file) }
            let read = try seconds { try self.read(directory.path, expecting: rows) }
            if turn > 0 {
                sums.append(sum)
                scans.append(scan)
                reads.append(read)
            }
        }
        let sum = median(sums), scan = median(scans), read = median(reads)
        print("""
            {"rows": \(rows), "bytes": \(bytes), "checksums": [\(total), \(state)], "sum_seconds": \(rounded(sum)), \
            "scan_seconds": \(rounded(scan)), "read_seconds": \(rounded(read)), "ratio_to_sum": \(rounded(read / sum)), \
            "ratio_to_scan": \(rounded(read / scan)), "peak_mib": \(peakMebibytes()), \
            "peak_mib_before": \(emptyPeak)}
            """)
    }

    /// A function of its own, so that a scenario is let go before the next turn.
    private static func read(_ directory: String, expecting rows: Int) throws {
        let result = ScenarioReader().read(directory)
        guard let scenario = result.scenario, scenario.candidates.count == rows else {
            throw Refusal("the scenario was not read: \(result.findings.first.map { "\($0)" } ?? "no finding")")
        }
    }

    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let duration = try ContinuousClock().measure(work)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }

    private static func peakMebibytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1_024
    }
}

struct Refusal: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
