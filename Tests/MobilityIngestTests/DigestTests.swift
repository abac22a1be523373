import MobilityIngest
import Testing

@Suite struct DigestTests {
    private func digest(_ folder: ScenarioFolder, _ name: String = "") throws -> String {
        try #require(folder.read(name).scenario).digest
    }

    @Test func isSHA256OfTheFilesInOrder() throws {
        let folder = try ScenarioFolder([
            "scenario.yaml": "horizon: {from: 2026-01-01, until: 2026-12-31}\n", "funds.csv": "id,amount_eur\nf1,1\n",
        ])
        // printf '0 scenario %s\n0 funds %s\n' $(sha256sum scenario.yaml | cut -d' ' -f1) $(sha256sum funds.csv | cut -d' ' -f1) | sha256sum
        #expect(try digest(folder) == "e5e8667b9c5591473fa33f53b4e1b07b4c24654c7c65648331d19ec873f4529c")
    }

    @Test func isTheSameForACopyUnderAnotherName() throws {
        let one = try ScenarioFolder(ScenarioFolder.sound)
        let other = try ScenarioFolder(ScenarioFolder.sound)
        #expect(try digest(one) == digest(other))
        #expect(try digest(one) == digest(one))
    }

    @Test func changesWithAnyFile() throws {
        let sound = try digest(try ScenarioFolder(ScenarioFolder.sound))
        for (name, text) in ScenarioFolder.sound {
            #expect(try digest(try ScenarioFolder(soundBut: [name: text + "\n"])) != sound, "\(name)")
        }
        let moved = try ScenarioFolder(soundBut: ["consulates.csv": nil])
        #expect(try digest(moved) != sound)
    }

    @Test func holdsTheParentsFiles() throws {
        let folder = try ScenarioFolder(["variant/scenario.yaml": "extends: ../base\n"])
        for (name, text) in ScenarioFolder.sound { try folder.write("base/" + name, text) }
        let before = try digest(folder, "variant")
        #expect(try digest(folder, "base") != before)
        try folder.write("base/funds.csv", ScenarioFolder.sound["funds.csv"]! + "f2,3,,,,\n")
        #expect(try digest(folder, "variant") != before)
    }
}
