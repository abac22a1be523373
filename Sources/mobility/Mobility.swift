import ArgumentParser

@main
struct Mobility: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "mobility", abstract: "Plan circular labour mobility.")
}
