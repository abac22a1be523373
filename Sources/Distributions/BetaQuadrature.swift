import CGSL

/// Means over Beta(a, b) by Gauss's rule: with k points exact for polynomials up to degree 2 k - 1.
///
/// The points are the eigenvalues of the matrix of the recurrence of Jacobi's polynomials, and a weight is the square of the first
/// component of its eigenvector (Golub and Welsch, *Mathematics of Computation* 23, 1969).
public struct BetaQuadrature: Sendable {
    private let points: [(value: Double, weight: Double)]

    /// - Parameters:
    ///   - a: as `b`, above 0 and finite.
    ///   - size: of points, at least 1.
    /// - Complexity: cubic in the points.
    public init(_ a: Double, _ b: Double, points size: Int) {
        NumericalLibrary.prepare()
        let matrix = gsl_matrix_calloc(size, size), values = gsl_vector_alloc(size), vectors = gsl_matrix_alloc(size, size)
        let room = gsl_eigen_symmv_alloc(size)
        defer {
            gsl_eigen_symmv_free(room)
            gsl_matrix_free(vectors)
            gsl_vector_free(values)
            gsl_matrix_free(matrix)
        }
        // Of polynomials on -1...1 with the weight (1 - t)^(b - 1) (1 + t)^(a - 1), where t = 2 x - 1.
        let sum = a + b
        for n in 0..<size {
            // Not by taking from the next ones, which leaves nothing of small shapes.
            let even = 2 * Double(n) + sum, before = 2 * Double(n - 1) + sum
            let middle = n == 0 ? (a - b) / sum : (a - b) * (sum - 2) / (before * even)
            // The library reads the lower half.
            gsl_matrix_set(matrix, n, n, middle)
            guard n > 0 else { continue }
            let order = Double(n)
            // At 1 a factor that may be 0 / 0 cancels.
            let square = n == 1
                ? 4 * a * b / (sum * sum * (sum + 1))
                : 4 * order * (order + a - 1) * (order + b - 1) * (order + sum - 2)
                    / (before * before * (even - 1) * (even - 3))
            gsl_matrix_set(matrix, n, n - 1, max(0, square).squareRoot())
        }
        gsl_eigen_symmv(matrix, values, vectors, room)
        points = (0..<size).map { point in
            let weight = gsl_matrix_get(vectors, 0, point)
            return (min(1, max(0, (1 + gsl_vector_get(values, point)) / 2)), weight * weight)
        }
    }

    /// The mean of a function over the distribution.
    public func mean(_ function: (Double) -> Double) -> Double { points.reduce(0) { $0 + $1.weight * function($1.value) } }
}
