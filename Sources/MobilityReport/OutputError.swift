import Foundation

/// Files that could not be written.
public struct OutputError: Error, CustomStringConvertible, Sendable {
    public let path: String
    /// In words, such as `permission denied`.
    public let problem: String

    init(path: String, problem: String) { self.path = path; self.problem = problem }

    init(path: String, cause: any Error) {
        self.path = path
        problem = switch cause {
        case let error as SystemError: error.description
        case let error as CocoaError where (error.userInfo[NSUnderlyingErrorKey] as? POSIXError) != nil:
            SystemError(number: (error.userInfo[NSUnderlyingErrorKey] as? POSIXError)?.code.rawValue ?? 0).description
        default: (cause as NSError).localizedDescription
        }
    }

    public var description: String { "cannot write to \(path): \(problem)" }
}

/// A number of the operating system's table of errors.
struct SystemError: Error, CustomStringConvertible {
    let number: Int32
    static var current: SystemError { SystemError(number: errno) }
    var description: String { String(cString: strerror(number)).lowercased() }
}
