import Foundation
import MobilityGeneration
import MobilityIngest
import MobilityModel
import Testing

struct ShippedScenarioTests {
    static let names = ["before-you-go", "decreto-flussi-2026-2028", "decreto-flussi-2026-mali", "mali-spain-2009", "multilateral-sahel"]

    private func scenario(_ name: String) throws -> Scenario {
        let result = ScenarioReader().read(shippedScenarios.appendingPathComponent(name).path)
        #expect(!result.hasErrors, "\(result.findings.prefix(5).map(\.description))")
        return try #require(result.scenario)
    }

    @Test(arguments: names) func readsWithoutError(name: String) throws {
        let scenario = try scenario(name)
        #expect(!scenario.title.isEmpty && !scenario.references.isEmpty)
        #expect(scenario.quotas.allSatisfy { !$0.source.isEmpty })
    }

    @Test func everyDirectoryIsListedAboveAndInTheIndex() throws {
        let found = try FileManager.default.contentsOfDirectory(at: shippedScenarios, includingPropertiesForKeys: [.isDirectoryKey])
            .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }.map(\.lastPathComponent).sorted()
        #expect(found == (Self.names + ["what-if"]).sorted())
        let index = try String(contentsOf: shippedScenarios.appendingPathComponent("README.md"), encoding: .utf8)
        for name in found {
            #expect(index.contains("[\(name)](\(name)/README.md)"))
            #expect(FileManager.default.fileExists(atPath: shippedScenarios.appendingPathComponent("\(name)/README.md").path))
        }
    }

    @Test func generatedScenariosAreWhatTheGeneratorMakes() throws {
        let made = try [
            ("decreto-flussi-2026-2028", DecretoFlussi(seed: 2026).files()),
            ("decreto-flussi-2026-mali", DecretoFlussi(seed: 2026, origin: "ML", year: 2026).files()),
        ]
        for (name, files) in made {
            for file in files.files {
                let path = shippedScenarios.appendingPathComponent(name).appendingPathComponent(file.name)
                let same = try String(contentsOf: path, encoding: .utf8) == file.content
                #expect(same, "\(name)/\(file.name) is not what the generator makes; generate it anew")
            }
        }
    }

    @Test func thePilotIsThirtyMenAndAReserveList() throws {
        let pilot = try scenario("mali-spain-2009")
        let chosen = pilot.candidates.filter { $0.id.text.hasPrefix("ML-") }
        #expect(chosen.count == 30 && chosen.allSatisfy { $0.count == 1 && $0.sex == .male })
        #expect(pilot.candidates.reduce(0) { $0 + $1.count } == 57)
        let season = pilot.requests.filter { $0.start.year == 2009 }
        #expect(season.reduce(0) { $0 + $1.places } == 30)
        #expect(Set(season.flatMap(\.named)) == Set(chosen.map(\.id)))
    }

    @Test func beforeYouGoHasItsPeople() throws {
        let programme = try scenario("before-you-go")
        #expect(programme.candidates.filter { $0.sex == .male }.count == 70)
        #expect(programme.candidates.filter { $0.sex == .female }.count == 18)
        #expect(programme.channels["training_abroad"]?.quota == false)
    }

    @Test func theMultilateralPlanHasBothDirections() throws {
        let scenario = try scenario("multilateral-sahel")
        let origins = Set(scenario.candidates.map(\.origin))
        let destinations = Set(scenario.requests.map(\.country))
        #expect(origins.isSuperset(of: ["ML", "SN", "FR"]))
        #expect(destinations.isSuperset(of: ["IT", "ES", "FR", "ML", "SN", "CI"]))
        #expect(scenario.rules.count >= 6 && scenario.objective.count >= 3 && scenario.funds.count >= 4)
    }
}
