import Foundation
import MobilityIngest
import MobilityModel

/// A directory of scenarios that exists while a test runs.
final class ScenarioFolder {
    let path: String

    /// A small scenario without a finding: one candidate row who can take the one request by quota, session and consulate.
    static let sound: [String: String] = [
        "scenario.yaml": """
            title: Sound
            horizon: {from: 2026-01-01, until: 2026-12-31}
            channels:
              seasonal: {quota: true, sectors: [agriculture], authorisation_days: 20, stay: {days: 270, window: 365}}
            cycle: {rest_days: 60, visa_margin_days: 7, max_cycles: 4, age: {min: 18, max: 60}, require_filed: true}
            visa_free: [{origin: ML, countries: [CI, SN]}]
            costs: {travel: [{origin: ML, country: IT, eur: 565}], reintegration_eur: 915.5}
            priorities: [{who: {returning: true}, add: 1}]
            match: {occupation: 40, language: 20, employer: 20, destination: 20}
            rules: [{id: women, kind: at_least, share: 0.3, who: {sex: F}, of: {}}]
            objective: [placements, match, cost]
            behaviour:
              authorised: {rate: 0.9, n: 100, source: a register, spread: 0.2}
              trained: {rate: 0.8, source: assumed}
              effects: [{step: authorised, who: {sex: F}, odds_ratio: 1.5, low: 1.1, high: 2, source: a study}]
            seed: 7
            """,
        "candidates.csv": """
            id,count,origin,area,sex,born,occupations,certificates,languages,from,until,passport_until,cycles,last_employer,last_stay_from,last_stay_until,countries,guarantor
            c1,3,ML,Kayes,F,1990-02-28,picker|cook,safety@2027-01-01|agro,it:A1|fr:C1,2026-01-01,2026-12-31,2030-01-01,1,farm,2025-05-01,2025-10-01,IT|FR,community

            """,
        "requests.csv": """
            id,employer,country,region,channel,sector,occupation,start,end,places,min_places,certificates,languages,priority,filed,named,origins,monthly_wage_eur
            r1,farm,IT,Puglia,seasonal,agriculture,picker,2026-07-01,2026-10-31,5,2,safety,it:A2,2,2026-01-12,c1,ML,1234.5

            """,
        "quotas.csv": """
            id,within,from,until,opens,channels,sectors,origins,countries,audience,places,source
            all,,2026-01-01,2026-12-31,,,,,,,100,"a decree, of 2025"
            seasonal-2026,all,2026-01-01,2026-12-31,2026-01-12,seasonal,agriculture,ML,IT,any,50,

            """,
        "courses.csv": """
            id,grants,requires,origins,start,end,seats,min_seats,seat_cost_eur,run_cost_eur
            it2,it:A2,it:A1,ML,2026-02-01,2026-04-01,20,5,100,1500.25

            """,
        "consulates.csv": """
            id,origin,country,from,until,monthly_capacity,processing_days,fee_eur
            bko,ML,IT,2026-01-01,2026-12-31,210,30,116

            """,
        "funds.csv": """
            id,amount_eur,kinds,origins,from,until
            f1,100000,training|visa|travel|reintegration,ML,2026-01-01,2026-12-31

            """,
    ]

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("mobility-ingest-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
    }

    /// The sound scenario with some files replaced, or taken away where the text is `nil`.
    convenience init(soundBut changes: [String: String?]) throws {
        var files = Self.sound
        for (name, text) in changes { files[name] = text }
        try self.init(files)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func read(_ name: String = "") -> ReadResult { ScenarioReader().read(name.isEmpty ? path : path + "/" + name) }

    /// The findings as text, files relative to the folder.
    func findings(_ name: String = "") -> [String] { shown(read(name).findings) }

    func shown(_ findings: [Finding]) -> [String] {
        findings.map { $0.description.replacingOccurrences(of: path + "/", with: "") }
    }
}

extension String {
    /// This text with one thing in it changed; a test whose text does not hold it is wrong.
    func changing(_ old: String, to new: String) -> String {
        guard contains(old) else { return "the text to change is not there: \(old)" }
        return replacingOccurrences(of: old, with: new)
    }
}
