/// A call that cannot be carried out: a caller's mistake, refused before it reaches the C library, which would
/// abort the process. How a solve went is never an error, see `LPStatus` and `MIPStatus`.
public struct SolverError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: Sendable, Hashable {
        /// A row or column that is not in the problem.
        case unknownIndex
        /// The same row or column twice in one list.
        case duplicateIndex
        /// NaN, infinity, or a magnitude beyond `Bounds.greatestMagnitude`.
        case badNumber
        /// Bounds that are not `Bounds.isUsable`.
        case badBounds
        /// Two lists that must be as long as each other and are not.
        case lengthMismatch
        /// A basis, incumbent or option that does not fit the problem.
        case misfit
        /// The problem would grow beyond what the solver can index.
        case tooLarge
        /// Used on another thread than the one that made it.
        case wrongThread
    }

    public let code: Code
    /// What is wrong, with the offending number.
    public let message: String
    /// The operation that was asked for.
    public let context: String

    public init(_ code: Code, _ message: String, context: String) {
        self.code = code
        self.message = message
        self.context = context
    }

    public var description: String { "\(context): \(message)" }
}
