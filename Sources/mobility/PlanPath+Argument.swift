import ArgumentParser

extension PlanPath {
    /// Empty paths, as of a shell's variable that is not set, are slips: none leads to the working directory.
    ///
    /// - Parameters:
    ///   - what: what the argument is, as a sentence begins.
    ///   - out: the file to write, where the command has one.
    static func check(_ argument: String, called what: String = "A plan", out: String? = nil) throws {
        if argument.isEmpty { throw ValidationError("\(what) is the path of a directory; here it is empty.") }
        if out == "" { throw ValidationError("--out is the path of a file; here it is empty.") }
    }
}
