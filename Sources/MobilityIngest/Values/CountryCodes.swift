import MobilityModel

/// The country codes that ISO 3166-1 has assigned, and `XK` (Kosovo), which ISO leaves to its users and which labour
/// agreements name.
enum CountryCodes {
    static let all: Set<String> = Set(
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
        BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
        ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
        HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
        LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
        NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
        SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
        UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
        XK
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let table: [Country?] = {
        var table = [Country?](repeating: nil, count: 26 * 26)
        for code in all {
            let bytes = Array(code.utf8)
            table[Int(bytes[0] - 0x41) * 26 + Int(bytes[1] - 0x41)] = Country(code)
        }
        return table
    }()

    /// The country of two capital letters, or `nil` where there is none.
    static func country(_ first: UInt8, _ second: UInt8) -> Country? {
        let a = Int(first) - 0x41, b = Int(second) - 0x41
        guard (0..<26).contains(a), (0..<26).contains(b) else { return nil }
        return table[a * 26 + b]
    }

    /// The code that was probably meant by another spelling, by a common other code or by a country's English name.
    static func suggestion(_ text: String) -> String? {
        let upper = text.uppercased()
        if all.contains(upper) { return upper }
        return spellings[upper]
    }

    private static let spellings: [String: String] = [
        "UK": "GB", "EL": "GR", "MALI": "ML", "MLI": "ML", "ITALY": "IT", "ITALIA": "IT", "ITA": "IT", "SPAIN": "ES",
        "ESPANA": "ES", "ESP": "ES", "FRANCE": "FR", "FRA": "FR", "SENEGAL": "SN", "SEN": "SN", "MOROCCO": "MA",
        "MAROC": "MA", "MAR": "MA", "TUNISIA": "TN", "TUN": "TN", "GERMANY": "DE", "DEU": "DE", "IVORY COAST": "CI",
        "COTE D'IVOIRE": "CI", "CIV": "CI", "NIGER": "NE", "NER": "NE", "NIGERIA": "NG", "NGA": "NG", "GAMBIA": "GM",
        "GMB": "GM", "GHANA": "GH", "GHA": "GH", "GUINEA": "GN", "GIN": "GN", "BURKINA FASO": "BF", "BFA": "BF",
        "MAURITANIA": "MR", "MRT": "MR", "EGYPT": "EG", "EGY": "EG", "ETHIOPIA": "ET", "ETH": "ET", "INDIA": "IN",
        "IND": "IN", "BANGLADESH": "BD", "BGD": "BD", "PORTUGAL": "PT", "PRT": "PT", "GREECE": "GR", "GRC": "GR",
    ]
}
