import ArgumentParser
import Foundation
import MobilityGeneration
import MobilityReport

/// Writes scenarios that are made, not collected: for benchmarks and for figures known only as totals.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Write a generated scenario.",
        discussion: "The same seed and options give byte-identical files. A README in the directory stays as it is.",
        subcommands: [GenerateDecretoFlussi.self, GenerateDesk.self, GenerateFamily.self])
}

/// `--seed` and `--out`, which all generators take.
struct GenerationOptions: ParsableArguments {
    @Option(help: "The seed of all draws.")
    var seed: UInt64

    @Option(help: ArgumentHelp("The directory to write into; made where it does not exist.", valueName: "dir"))
    var out: String

    @Flag(help: "Replace the files of another scenario in the directory.")
    var overwrite = false

    func write(_ files: ScenarioFiles) throws {
        let directory = URL(fileURLWithPath: out, isDirectory: true)
        let conflicts = overwrite ? [] : files.conflicts(with: directory)
        guard conflicts.isEmpty else {
            throw ValidationError(
                "\(out) already holds \(conflicts.joined(separator: ", ")), and not as this would write them: name another directory with --out, or replace them with --overwrite.")
        }
        let named = files.files.map { (name: $0.name, bytes: $0.bytes) }
        try OutputDirectory(path: out, owned: named.map(\.name)).replace(with: named)
    }
}

struct GenerateDecretoFlussi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decreto-flussi", abstract: "The Italian decree of 2026 to 2028, or one corridor of it.")

    @OptionGroup var options: GenerationOptions

    @Option(help: ArgumentHelp("Only this origin, with its part of places and requests.", valueName: "country"))
    var corridor: String?

    @Option(help: "The year of the corridor (default: 2026).")
    var year: Int?

    func run() throws {
        guard let corridor else {
            guard year == nil else { throw ValidationError("--year says which year of a corridor; give --corridor too") }
            return try options.write(DecretoFlussi(seed: options.seed).files())
        }
        do {
            try options.write(DecretoFlussi(seed: options.seed, origin: corridor, year: year ?? 2026).files())
        } catch let problem as DecretoFlussi.Problem {
            throw ValidationError("\(problem)")
        }
    }
}

struct GenerateDesk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "A made-up scenario with everything in it, for benchmarks.")

    @OptionGroup var options: GenerationOptions

    @Option(help: "Candidates, one row each.")
    var people = 500

    @Option(help: "Requests.")
    var requests = 120

    @Option(help: "Months of the horizon.")
    var months = 36

    @Option(help: "Course sessions.")
    var sessions = 40

    func run() throws {
        do {
            try options.write(Desk(seed: options.seed, people: people, requests: requests, months: months, sessions: sessions).files())
        } catch let problem as Desk.OutOfRange {
            throw ValidationError("\(problem)")
        }
    }
}

struct GenerateFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "family", abstract: "A scenario of one structure in four sizes, people one by one or as pools.",
        discussion: FamilySize.all.map { size in
            "\(size.name): \(size.people) people, \(size.requests) requests for \(size.places) places, \(size.years.count == 1 ? "one year" : "\(size.years.count) years")."
        }.joined(separator: "\n"))

    @OptionGroup var options: GenerationOptions

    @Option(help: "S, M, L or XL.")
    var size: String

    @Flag(help: "Write people as pools: rows with a count, far fewer of them.")
    var pools = false

    func run() throws {
        guard let size = FamilySize.all.first(where: { $0.name == size.uppercased() }) else {
            let known = FamilySize.all.map(\.name).joined(separator: ", ")
            throw ValidationError("the family has no size '\(size)'; it has \(known)")
        }
        try options.write(InstanceFamily(seed: options.seed, size: size, asPools: pools).files())
    }
}
