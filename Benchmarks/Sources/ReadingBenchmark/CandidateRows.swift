import Foundation

/// A table of made-up candidates, twelve columns wide; the same rows and seed give the same bytes.
struct CandidateRows {
    let rows: Int
    let seed: UInt64

    static let settings = """
        title: A million candidates
        horizon: {from: 2026-01-01, until: 2028-12-31}

        """

    private static let header = "id,count,origin,area,sex,born,occupations,certificates,languages,from,until,countries\n"
    private static let origins = ["ML", "SN", "MA", "TN", "CI"]
    private static let areas = ["Bamako", "Kayes", "Sikasso", "Dakar", "Thies", "Oriental", "Sfax"]
    private static let occupations = ["fruit_picker", "farm_worker", "hotel_worker", "cook", "builder", "home_carer"]
    private static let certificates = ["", "", "farm_safety", "food_hygiene@2027-06-30", "site_safety|farm_safety"]
    private static let languages = ["fr:B1", "fr:A2|it:A1", "it:A2", "es:A1|fr:A1", ""]
    private static let countries = ["", "IT", "ES|IT", "IT|FR|ES"]

    /// - Returns: bytes written.
    func write(to path: String) throws -> Int {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
            throw Refusal("cannot write \(path)")
        }
        defer { try? file.close() }
        var state = seed
        var text = Self.header, bytes = 0
        for row in 1...rows {
            var draw = Self.draw(&state)
            func take(_ count: Int) -> Int {
                defer { draw /= UInt64(count) }
                return Int(draw % UInt64(count))
            }
            let first = take(6), second = take(6)
            text += "C\(row),\(take(4) == 0 ? "\(2 + take(9))" : ""),\(Self.origins[take(5)]),\(Self.areas[take(7)]),\(take(2) == 0 ? "F" : "M"),"
            text += "\(1970 + take(37))-\(Self.two(1 + take(12)))-\(Self.two(1 + take(28))),\(Self.occupations[first])"
            text += first == second ? "," : "|\(Self.occupations[second]),"
            text += "\(Self.certificates[take(5)]),\(Self.languages[take(5)]),2026-\(Self.two(1 + take(12)))-01,"
            text += "\(take(5) == 0 ? "2028-11-30" : ""),\(Self.countries[take(4)])\n"
            if text.utf8.count > 1 << 20 || row == rows {
                try file.write(contentsOf: Data(text.utf8))
                bytes += text.utf8.count
                text.removeAll(keepingCapacity: true)
            }
        }
        return bytes
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// SplitMix64.
    private static func draw(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
