import Foundation
import MobilityModel

/// `outcomes.csv`: a row for every figure of every group; cells are empty where no replicate defines the figure.
enum OutcomeTable {
    /// - Parameter isPublic: whether what would tell of the number of people is left out (see `PublicRounding`).
    static func csv(_ projection: Projection, isPublic: Bool) -> CSVTable {
        var table = CSVTable(columns: ["group", "figure", "mean", "low", "high", "parameter_share", "standard_error"])
        for group in projection.groups {
            for (figure, estimate) in zip(OutcomeFigure.allCases, group.figures) {
                let numbers = estimate.map { [$0.mean, $0.low, $0.high] + ($0.tellsScatter && !isPublic ? [$0.parameterShare, $0.standardError] : []) } ?? []
                let cells = numbers.map(\.sixDecimals) + [String](repeating: "", count: 5 - numbers.count)
                table.append([group.name, figure.rawValue] + cells)
            }
        }
        return table
    }
}

extension Double {
    /// Rounded to six decimals and never with an exponent: `0.8625`, `27115`.
    var sixDecimals: String {
        guard isFinite, magnitude < 9e9 else { return isFinite ? String(format: "%.0f", self) : "" }
        let scaled = Int64((self * 1e6).rounded())
        let (whole, fraction) = (scaled.magnitude / 1_000_000, scaled.magnitude % 1_000_000)
        let sign = scaled < 0 ? "-" : ""
        guard fraction > 0 else { return "\(sign)\(whole)" }
        var digits = String(fraction + 1_000_000).dropFirst()
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}
