import ArgumentParser

/// Options of every command that plans.
enum PlanningLimits {
    static func check(gap: Double?, timeLimit: Double?) throws {
        if let gap, !(0...1).contains(gap) { throw ValidationError("--gap is a share from 0 to 1, such as 0.01 for one percent.") }
        if let timeLimit, !(timeLimit > 0 && timeLimit <= 1e9) {
            throw ValidationError("--time-limit is a number of seconds above 0, at most 1000000000.")
        }
    }
}

/// Options of every command that plans again what is planned already.
struct ReplanningLimits: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Of every plan made. (default: as the plan was made)", valueName: "share"))
    var gap: Double?

    @Option(name: .long, help: ArgumentHelp("Of every plan made. (default: as the plan was made)", valueName: "seconds"))
    var timeLimit: Double?

    /// Called by the command after what it checks of its own.
    func check() throws { try PlanningLimits.check(gap: gap, timeLimit: timeLimit) }
}
