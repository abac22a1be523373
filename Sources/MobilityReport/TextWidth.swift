/// Text as it stands on a terminal, measured and cut in columns.
///
/// Letters of East Asian scripts take two columns, marks that sit on a letter none. Control characters become `?`, so
/// that no name from a file moves the cursor.
extension String {
    var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

    public var printable: String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars { out.append(scalar.properties.generalCategory == .control ? "?" : scalar) }
        return String(out)
    }

    /// At most `width` columns; where something is cut, `...` stands in the middle, since ids differ at both ends.
    func shortened(to width: Int) -> String {
        guard columns > width else { return self }
        guard width > 3 else { return String(repeating: ".", count: max(0, width)) }
        let room = width - 3
        let head = prefix(columns: (room + 1) / 2)
        let tail = String(String(reversed()).prefix(columns: room / 2).reversed())
        return head + "..." + tail
    }

    private func prefix(columns limit: Int) -> String {
        var out = "", used = 0
        for character in self {
            let width = String(character).columns
            if used + width > limit { break }
            out.append(character)
            used += width
        }
        return out
    }

    func paddedRight(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
    func paddedLeft(to width: Int) -> String { String(repeating: " ", count: max(0, width - columns)) + self }

    /// Lines of at most `width` columns, broken between words; a longer word is broken within.
    public func wrapped(to width: Int) -> [String] {
        var lines: [String] = [], line = ""
        for word in split(separator: " ", omittingEmptySubsequences: true) {
            var rest = String(word)
            if !line.isEmpty, line.columns + 1 + rest.columns > width {
                lines.append(line)
                line = ""
            }
            while rest.columns > width {
                let head = rest.prefix(columns: width)
                guard !head.isEmpty else { break }
                lines.append(head)
                rest.removeFirst(head.count)
            }
            line += (line.isEmpty ? "" : " ") + rest
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
