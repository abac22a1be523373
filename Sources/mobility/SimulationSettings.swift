/// The options of `simulate`, the same for every plan of a call.
struct SimulationSettings: Sendable {
    /// `nil`: the one that the plan names.
    var scenario: ScenarioPath?
    var replicates: Int
    /// `nil`: the scenario's.
    var seed: UInt64?
    var threads: Int
    /// A file or a regime.
    var behaviour: String?
    var isPublic: Bool
    var isQuiet: Bool
}
