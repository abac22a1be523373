import CGLPK

/// A call into C that comes back even where GLPK fails an assertion or never ends: then with the code `CGLPK_EABORT` and its words.
struct GuardedCall {
    /// The return code of the last call.
    private(set) var code: Int32 = 0
    private var text = ""

    var isAborted: Bool { code == CGLPK_EABORT }

    /// The return code in words.
    var message: String { isAborted ? "given up in GLPK: \(text)" : ReturnCode.describe(code) }

    /// Calls one of the guarded functions of the shim with room for its message.
    @discardableResult
    mutating func callAsFunction(_ body: (UnsafeMutablePointer<CChar>, Int) -> Int32) -> Int32 {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 240) { buffer in
            buffer.initialize(repeating: 0)
            guard let start = buffer.baseAddress else { return }
            code = body(start, buffer.count)
            text = code == CGLPK_EABORT ? String(cString: start).split(whereSeparator: \.isNewline).joined(separator: "; ") : ""
        }
        return code
    }
}
