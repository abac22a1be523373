// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "mobility",
    products: [
        .executable(name: "mobility", targets: ["mobility"]),
        .library(name: "Mobility", targets: ["MobilityModel", "MobilityIngest", "MobilityChecking", "MobilityPlanning", "MobilitySimulation", "MobilityReport"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CExchange"),
        .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CGSL", providers: [.apt(["libgsl-dev"])]),
        .target(name: "LinearProgramming", dependencies: ["CGLPK"]),
        .target(name: "MobilityModel"),
        .target(name: "MobilityIngest", dependencies: ["MobilityModel", "CCSV", "CNettle", .product(name: "Yams", package: "Yams")]),
        .target(name: "MobilityChecking", dependencies: ["MobilityModel"]),
        .target(name: "MobilityPlanning", dependencies: ["MobilityModel", "LinearProgramming"]),
        .target(name: "ChartLibrary", resources: [.embedInCode("LICENSE.txt")]),
        .target(
            name: "MobilityReport", dependencies: ["MobilityModel", "CExchange", "CXLSXWriter", "ChartLibrary"],
            resources: [.embedInCode("Page/Assets")]),
        .target(name: "Distributions", dependencies: ["CGSL"]),
        .target(name: "MobilitySimulation", dependencies: ["MobilityModel", "Distributions"]),
        .target(name: "MobilityCalibration", dependencies: ["MobilityModel", "Distributions", "CGSL"], resources: [.embedInCode("Regimes"), .embedInCode("Evidence"), .embedInCode("Pilot")]),
        .target(name: "MobilityGeneration", dependencies: ["MobilityModel"]),
        .executableTarget(
            name: "mobility",
            dependencies: [
                "MobilityModel", "MobilityIngest", "MobilityChecking", "MobilityPlanning", "MobilityReport", "MobilityGeneration",
                "MobilitySimulation", "MobilityCalibration",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(name: "OracleSupport", dependencies: ["MobilityModel", "MobilityChecking"], path: "Tests/OracleSupport"),
        .testTarget(name: "LinearProgrammingTests", dependencies: ["LinearProgramming", "CGLPK"]),
        .testTarget(name: "MobilityModelTests", dependencies: ["MobilityModel"]),
        .testTarget(name: "MobilityIngestTests", dependencies: ["MobilityIngest"]),
        .testTarget(name: "MobilityCheckingTests", dependencies: ["MobilityChecking", "MobilityModel", "OracleSupport"]),
        .testTarget(name: "MobilityPlanningTests", dependencies: ["MobilityPlanning", "MobilityChecking", "OracleSupport", "LinearProgramming", "CGLPK"]),
        .testTarget(name: "MobilityReportTests", dependencies: ["MobilityReport"]),
        .testTarget(name: "DistributionsTests", dependencies: ["Distributions", "CGSL"]),
        .testTarget(name: "MobilitySimulationTests", dependencies: ["MobilitySimulation", "MobilityModel", "Distributions"]),
        .testTarget(name: "MobilityCalibrationTests", dependencies: ["MobilityCalibration", "MobilityIngest", "Distributions", "CGSL"]),
        .testTarget(
            name: "MobilityGenerationTests",
            dependencies: ["MobilityGeneration", "MobilityIngest", "MobilityPlanning", "MobilityChecking"]),
        .testTarget(
            name: "mobilityTests",
            dependencies: ["mobility", "MobilityIngest", "MobilityPlanning", "MobilitySimulation", "MobilityCalibration"],
            exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)
