import Foundation

/// What reading costs at least: every byte of a file looked at once, chunk by chunk.
enum ByteScan {
    static let chunk = 1 << 16

    /// The sum of all bytes. The compiler adds many bytes at once, which no parser that must act on a byte can do.
    static func sum(_ path: String) throws -> UInt64 {
        try fold(path) { total, bytes in
            for byte in bytes { total &+= UInt64(byte) }
        }
    }

    /// A hash of all bytes in their order: one byte after another, as a parser sees them.
    static func inTurn(_ path: String) throws -> UInt64 {
        try fold(path) { state, bytes in
            for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
    }

    private static func fold(_ path: String, _ step: (inout UInt64, UnsafeRawBufferPointer) -> Void) throws -> UInt64 {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Refusal("cannot open \(path)") }
        defer { close(descriptor) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
        defer { buffer.deallocate() }
        var state: UInt64 = 0
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, chunk)
            guard count > 0 else {
                if count < 0 { throw Refusal("cannot read \(path)") }
                return state
            }
            step(&state, UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
