/// Names as the C library accepts them: at most 255 bytes, no control characters. It aborts on others.
enum SolverName {
    static func accepted(_ name: String) -> String {
        var bytes = 0
        var result = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let accepted: Unicode.Scalar = scalar.properties.generalCategory == .control ? "_" : scalar
            bytes += UTF8.width(accepted)
            if bytes > 255 { break }
            result.append(accepted)
        }
        return String(result)
    }
}
