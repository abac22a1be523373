/// The behaviours that come with the program: regimes, and levers that change them.
///
/// `circular-scheme` names a regime; `circular-scheme+looser-selection+offices-2022` the same with two levers pulled. A lever adds
/// its effects to the regime's and puts its delays in place of the regime's.
public enum Regime {
    /// Of the regimes, in alphabetical order.
    public static let names = files.keys.sorted()
    /// Of the levers, in alphabetical order.
    public static let levers = leverFiles.keys.sorted()

    private static let files: [String: [UInt8]] = [
        "circular-scheme": PackageResources.circular_scheme_yaml,
        "historical-funnel": PackageResources.historical_funnel_yaml,
    ]
    private static let leverFiles: [String: [UInt8]] = [
        "border-shock": PackageResources.lever_border_shock_yaml,
        "destination-unemployment": PackageResources.lever_destination_unemployment_yaml,
        "follow-up": PackageResources.lever_follow_up_yaml,
        "looser-selection": PackageResources.lever_looser_selection_yaml,
        "no-follow-up": PackageResources.lever_no_follow_up_yaml,
        "offices-2022": PackageResources.lever_offices_2022_yaml,
        "offices-2023": PackageResources.lever_offices_2023_yaml,
        "re-entry-promised": PackageResources.lever_re_entry_promised_yaml,
        "stricter-selection": PackageResources.lever_stricter_selection_yaml,
        "wage-ratio-double": PackageResources.lever_wage_ratio_double_yaml,
    ]

    /// The YAML of a regime with its levers pulled, a `behaviour:` mapping; `nil` where the regime or a lever is not known.
    public static func bytes(named name: String) -> [UInt8]? {
        let parts = name.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let base = files[first] else { return nil }
        guard parts.count > 1 else { return base }
        var sections = BehaviourSections(String(decoding: base, as: UTF8.self))
        for lever in parts.dropFirst() {
            guard let bytes = leverFiles[lever] else { return nil }
            sections.pull(BehaviourSections(String(decoding: bytes, as: UTF8.self)))
        }
        return Array(sections.text.utf8)
    }
}
