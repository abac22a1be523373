import ArgumentParser

/// Options of every command that projects plans.
enum ProjectionLimits {
    static func check(replicates: Int) throws {
        if !(1...100_000_000).contains(replicates) { throw ValidationError("--replicates is a number from 1 to 100000000.") }
    }

    /// - Parameter count: of what is done at a time; `nil` where the option is not given.
    static func check(_ option: String, _ count: Int?) throws {
        if let count, !(1...1024).contains(count) { throw ValidationError("\(option) is a number from 1 to 1024.") }
    }
}
