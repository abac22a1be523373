import MobilityIngest
import MobilityPlanning

/// Times one pass of scoring every reachable pair of a person and a request, and prints one line of JSON.
///
///     ScoringBenchmark SCENARIO
///
/// One pass to warm up, then three; the shortest counts, so that what is compared with it is compared with the most that a pass could do.
@main
struct ScoringBenchmark {
    static func main() throws {
        guard let directory = CommandLine.arguments.dropFirst().first else { throw Refusal("SCENARIO is a directory") }
        let result = ScenarioReader().read(directory)
        guard let scenario = result.scenario else {
            throw Refusal("the scenario was not read: \(result.findings.first.map { "\($0)" } ?? "no finding")")
        }
        let scoring = try PairScoring(scenario)
        var found = scoring.score()
        var shortest = Duration.seconds(Int64.max / 4)
        for _ in 0..<3 { shortest = min(shortest, ContinuousClock().measure { found = scoring.score() }) }
        let seconds = Double(shortest.components.seconds) + Double(shortest.components.attoseconds) / 1e18
        print("{\"pairs\": \(found.pairs), \"points\": \(found.points), \"seconds\": \(seconds)}")
    }
}

struct Refusal: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
