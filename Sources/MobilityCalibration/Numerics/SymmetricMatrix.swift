import Foundation

/// A small positive definite matrix, as its Cholesky factor.
struct SymmetricMatrix {
    /// Lower triangle `L` with `A = L L^T`.
    private let factor: [[Double]]

    /// `nil` where the matrix is not positive definite.
    ///
    /// - Complexity: O(n^3).
    init?(_ rows: [[Double]]) {
        var lower = rows.map { $0.map { _ in 0.0 } }
        for i in rows.indices {
            for j in 0...i {
                let rest = (0..<j).reduce(rows[i][j]) { $0 - lower[i][$1] * lower[j][$1] }
                if i == j {
                    guard rest > 0, rest.isFinite else { return nil }
                    lower[i][i] = rest.squareRoot()
                } else {
                    lower[i][j] = rest / lower[j][j]
                }
            }
        }
        factor = lower
    }

    var logDeterminant: Double { factor.indices.reduce(0) { $0 + 2 * log(factor[$1][$1]) } }

    /// Diagonal of the inverse: variances where this is observed information.
    var inverseDiagonal: [Double] { factor.indices.map { solve(unit: $0)[$0] } }

    var inverse: [[Double]] { factor.indices.map(solve(unit:)) }

    /// Column of the inverse.
    private func solve(unit column: Int) -> [Double] {
        let count = factor.count
        var y = [Double](repeating: 0, count: count)
        for i in 0..<count {
            let right = i == column ? 1.0 : 0
            y[i] = (0..<i).reduce(right) { $0 - factor[i][$1] * y[$1] } / factor[i][i]
        }
        var x = [Double](repeating: 0, count: count)
        for i in (0..<count).reversed() {
            x[i] = ((i + 1)..<count).reduce(y[i]) { $0 - factor[$1][i] * x[$1] } / factor[i][i]
        }
        return x
    }
}
