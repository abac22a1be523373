/// The published figures that come with the program, so that `validate` works from any directory.
///
/// Links in this module's `Evidence` and `Pilot` lead to the one copy of each file, under `evidence` and `scenarios`.
public enum PublishedEvidence {
    /// A file by its name within its directory.
    public typealias File = (name: String, bytes: [UInt8])

    /// The tables of cohorts, delays and figures.
    public static let tables: [File] = [
        ("cohorts.csv", PackageResources.cohorts_csv),
        ("delays.csv", PackageResources.delays_csv),
        ("figures.csv", PackageResources.figures_csv),
    ]

    /// The scenario of the Mali-Spain pilot of 2009.
    public static let pilot: [File] = [
        ("scenario.yaml", PackageResources.scenario_yaml),
        ("candidates.csv", PackageResources.candidates_csv),
        ("consulates.csv", PackageResources.consulates_csv),
        ("courses.csv", PackageResources.courses_csv),
        ("funds.csv", PackageResources.funds_csv),
        ("quotas.csv", PackageResources.quotas_csv),
        ("requests.csv", PackageResources.requests_csv),
    ]
}
