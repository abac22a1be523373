import Foundation
import MobilityModel
import MobilitySimulation

/// Times the projection of a made-up plan on one core, and drawing the same random numbers alone; prints one JSON object.
///
///     SimulationBenchmark [--people N] [--replicates N] [--threads N]
@main
enum SimulationBenchmark {
    static func main() throws {
        let people = value("--people") ?? 100_000
        let replicates = value("--replicates") ?? 20
        let threads = value("--threads") ?? 1
        let plan = SharedPlan(people: people)
        let clock = ContinuousClock()
        var prepared: Simulator?
        let preparing = try clock.measure { prepared = try Simulator(scenario: plan.scenario, plan: plan.plan) }
        guard let simulator = prepared else { return }
        var projection: Projection?
        let simulating = clock.measure { projection = simulator.run(.init(replicates: replicates, threads: threads)) }
        let cost = DrawingCost(simulator)
        let draws = cost.draws(inReplicate: 0)
        var sum: UInt64 = 0
        let drawing = clock.measure { sum = cost.draw(draws * replicates) }
        let means = OutcomeFigure.allCases.map { figure in
            "\"\(figure.rawValue)\": \(projection?.all?[figure]?.mean ?? 0)"
        }
        print("""
            {"people": \(people), "replicates": \(replicates), "threads": \(threads), "person_cycles": \(simulator.personCycles),
             "kinds": \(simulator.kindsOfPeople), "preparing_seconds": \(preparing / .seconds(1)), "seconds": \(simulating / .seconds(1)),
             "draws_per_replicate": \(draws), "drawing_seconds": \(drawing / .seconds(1)), "checksum": "\(sum)",
             "peak_kib": \(peakMemory()), "means": {\(means.joined(separator: ", "))}}
            """)
    }

    private static func value(_ name: String) -> Int? {
        let arguments = CommandLine.arguments
        guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
        return Int(arguments[place + 1])
    }

    /// Of the process, in KiB.
    private static func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }
}
