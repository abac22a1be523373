import ArgumentParser

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check plans, from anyone, against every rule.")
    @Argument var plans: [String]
    func run() throws {}
}
