import Foundation
import MobilityGeneration
import MobilityIngest
import MobilityModel
import Testing

/// The scenario that generated files make, read as a user's would be.
func read(_ files: ScenarioFiles) throws -> Scenario {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("generated-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    for file in files.files { try Data(file.content.utf8).write(to: directory.appendingPathComponent(file.name)) }
    let result = ScenarioReader().read(directory.path)
    #expect(!result.hasErrors, "\(result.findings.prefix(5).map(\.description))")
    return try #require(result.scenario)
}

/// The directory of the shipped scenarios.
let shippedScenarios = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios")
