import MobilityIngest
import MobilityModel
import Testing

/// SplitMix64; the same on every machine.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Files broken in hundreds of ways: none may crash the reader, and every error says where it is.
@Suite struct MutationTests {
    private static let seeds: [UInt64] = Array(1...8)

    @Test(arguments: seeds) func brokenFilesGiveFindingsAndNoCrash(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let folder = try ScenarioFolder(ScenarioFolder.sound)
        let names = ScenarioFolder.sound.keys.sorted()
        var broken = 0
        for _ in 0..<100 {
            let name = names.randomElement(using: &random)!
            let sound = Array(ScenarioFolder.sound[name]!.utf8)
            var bytes = sound
            for _ in 0...Int.random(in: 0...2, using: &random) { bytes = mutated(bytes, name, &random) }
            try folder.write(name, bytes)
            let result = folder.read()
            try folder.write(name, sound)
            if result.hasErrors { broken += 1 }
            #expect((result.scenario == nil) == result.hasErrors)
            for finding in result.findings {
                #expect(!finding.file.isEmpty && finding.line > 0, "\(finding)")
                #expect(!finding.message.isEmpty && !finding.code.isEmpty)
                #expect(finding.message.utf8.count < 2000)
                #expect(!finding.message.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(finding)")
            }
            let order = result.findings.map { ($0.file, $0.line, $0.column) }
            #expect(zip(order, order.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(folder.read().findings.isEmpty, "the file is whole again")
        }
        #expect(broken > 50)
    }

    private func mutated(_ bytes: [UInt8], _ name: String, _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        guard !bytes.isEmpty else { return bytes }
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: bytes = Array(bytes[..<at])
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...30, using: &random)))
        case 4: bytes.insert(contentsOf: Self.oddities.randomElement(using: &random)!.utf8, at: at)
        case 5: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + Int.random(in: 1...200, using: &random))], at: at)
        case 6: bytes = withoutColumn(bytes, &random)
        case 7: bytes = withSwappedCells(bytes, &random)
        case 8: bytes = withReplacedCell(bytes, &random)
        default: bytes += bytes
        }
        return bytes
    }

    private static let oddities = [
        "\"", "'", ",", ",,,,,", "|", "||", "\n", "\r", "\r\n", "\0", ";", ": ", "- ", "? ", "{", "}", "[", "]", "#", "&a ", "*a", "<<: *a\n",
        "!!int ", "!x", "%", "@", "`", "\t", "-1", "99999999999999999999", "1e309", ".nan", "0x", "2026-02-30", "0000-00-00", "9999-12-31",
        "\u{FEFF}", "\u{202E}", "\u{85}", "\u{2028}", "é", "😀", "null", "~", "---\n", "...\n", "extends: .\n", "amend: {candidates: {c1: {count: 2}}}\n",
        "tables: {funds: scenario.yaml}\n", "\u{E000}", "title: a\ntitle: b\n", "seed: -1\n", String(repeating: "[", count: 2000), String(repeating: "- ", count: 500),
    ]

    private func lines(_ bytes: [UInt8]) -> [[[UInt8]]] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            $0.split(separator: 0x2C, omittingEmptySubsequences: false).map(Array.init)
        }
    }

    private func joined(_ lines: [[[UInt8]]]) -> [UInt8] { Array(lines.map { Array($0.joined(separator: [0x2C])) }.joined(separator: [0x0A])) }

    private func withoutColumn(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var table = lines(bytes)
        let column = Int.random(in: 0..<20, using: &random)
        for row in table.indices where table[row].count > column { table[row].remove(at: column) }
        return joined(table)
    }

    private func withSwappedCells(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var table = lines(bytes)
        let row = Int.random(in: 0..<table.count, using: &random)
        let a = Int.random(in: 0..<table[row].count, using: &random), b = Int.random(in: 0..<table[row].count, using: &random)
        table[row].swapAt(a, b)
        return joined(table)
    }

    private func withReplacedCell(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var table = lines(bytes)
        let row = Int.random(in: 0..<table.count, using: &random)
        table[row][Int.random(in: 0..<table[row].count, using: &random)] = Array(Self.oddities.randomElement(using: &random)!.utf8)
        return joined(table)
    }
}
