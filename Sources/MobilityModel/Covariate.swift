/// A property of a cohort that may shift the chances of its people.
public enum Covariate: String, CaseIterable, Sendable {
    case origin, country, channel, sector, year, sex, area, returning, guarantor
    /// Somebody visits the workers during the stay.
    case followUp = "follow_up"
    /// Whoever comes home on time is promised the next season.
    case reEntryPromised = "re_entry_promised"
    /// How people were chosen: `strict` or `loose`.
    case selection

    /// Whether a scenario can say who or what it holds for (`who` and `where` of an effect); the other covariates are levers of a
    /// whole programme.
    public var isFilter: Bool {
        switch self {
        case .followUp, .reEntryPromised, .selection: false
        default: true
        }
    }
}
