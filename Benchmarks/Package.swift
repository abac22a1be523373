// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "mobility", path: "..")],
    targets: [
        .executableTarget(name: "ReadingBenchmark", dependencies: [.product(name: "Mobility", package: "mobility")]),
        .executableTarget(name: "ScoringBenchmark", dependencies: [.product(name: "Mobility", package: "mobility")]),
        .executableTarget(name: "SimulationBenchmark", dependencies: [.product(name: "Mobility", package: "mobility")]),
    ],
    swiftLanguageModes: [.v6]
)
