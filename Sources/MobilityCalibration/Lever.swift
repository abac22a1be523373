/// What of a programme a lever turns: one of a kind can be pulled at a time.
enum LeverKind: String, Sendable {
    case border = "closed borders", unemployment, followUp = "follow-up", offices, reEntry = "re-entry", selection, wages
}

/// A change of a regime that comes with the program.
struct Lever: Sendable {
    let name: String
    let kind: LeverKind
    /// Of its YAML.
    let bytes: [UInt8]

    /// In alphabetical order.
    static let all = [
        Lever(name: "border-shock", kind: .border, bytes: PackageResources.lever_border_shock_yaml),
        Lever(name: "destination-unemployment", kind: .unemployment, bytes: PackageResources.lever_destination_unemployment_yaml),
        Lever(name: "follow-up", kind: .followUp, bytes: PackageResources.lever_follow_up_yaml),
        Lever(name: "looser-selection", kind: .selection, bytes: PackageResources.lever_looser_selection_yaml),
        Lever(name: "no-follow-up", kind: .followUp, bytes: PackageResources.lever_no_follow_up_yaml),
        Lever(name: "no-re-entry-promised", kind: .reEntry, bytes: PackageResources.lever_no_re_entry_promised_yaml),
        Lever(name: "offices-2022", kind: .offices, bytes: PackageResources.lever_offices_2022_yaml),
        Lever(name: "offices-2023", kind: .offices, bytes: PackageResources.lever_offices_2023_yaml),
        Lever(name: "re-entry-promised", kind: .reEntry, bytes: PackageResources.lever_re_entry_promised_yaml),
        Lever(name: "stricter-selection", kind: .selection, bytes: PackageResources.lever_stricter_selection_yaml),
        Lever(name: "wage-ratio-double", kind: .wages, bytes: PackageResources.lever_wage_ratio_double_yaml),
    ]

    /// Levers that stand for what the cohorts of a regime had, so that their chances have it in them.
    static let contained: [String: [(lever: String, since: String)]] = [
        "circular-scheme": [
            ("re-entry-promised", "its schemes promise the next season"), ("follow-up", "its schemes visit people on site"),
            ("stricter-selection", "its schemes choose people with care"),
        ],
        "historical-funnel": [
            ("no-re-entry-promised", "nothing was promised to its people"), ("no-follow-up", "nobody visited its people on site"),
            ("offices-2022", "its `arrived_in_time` counts those who came too late"),
            ("offices-2023", "its `arrived_in_time` counts those who came too late"),
        ],
    ]
}
