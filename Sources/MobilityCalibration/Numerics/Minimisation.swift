import CGSL
import Distributions
import Foundation

/// Least values of smooth functions of few variables, by GSL.
enum Minimisation {
    /// GSL declares its codes as an enumeration and returns them as `int`.
    private static let succeeded = Int32(GSL_SUCCESS)

    struct Point {
        var x: [Double]
        var value: Double
    }

    /// A function that C calls back, with its count of variables.
    private final class Target {
        let count: Int
        let function: ([Double]) -> Double
        let gradient: ([Double]) -> [Double]
        init(_ count: Int, _ function: @escaping ([Double]) -> Double, _ gradient: @escaping ([Double]) -> [Double]) {
            self.count = count; self.function = function; self.gradient = gradient
        }

        func read(_ vector: UnsafePointer<gsl_vector>?) -> [Double] { (0..<count).map { gsl_vector_get(vector, $0) } }

        func write(_ values: [Double], to vector: UnsafeMutablePointer<gsl_vector>?) {
            for (index, value) in values.enumerated() { gsl_vector_set(vector, index, value) }
        }

        static func of(_ pointer: UnsafeMutableRawPointer?) -> Target? {
            pointer.map { Unmanaged<Target>.fromOpaque($0).takeUnretainedValue() }
        }
    }

    /// By the method of Broyden, Fletcher, Goldfarb and Shanno (`gsl_multimin_fdfminimizer_vector_bfgs2`); the best point met
    /// where it gets no further. `nil` where memory runs out.
    ///
    /// - Complexity: at most 200 line searches.
    static func smooth(
        from start: [Double], step: Double = 0.1, function: @escaping ([Double]) -> Double,
        gradient: @escaping ([Double]) -> [Double]
    ) -> Point? {
        NumericalLibrary.prepare()
        let target = Target(start.count, function, gradient)
        return withExtendedLifetime(target) { () -> Point? in
            var described = gsl_multimin_function_fdf(
                f: { x, box in Target.of(box).map { $0.function($0.read(x)) } ?? .nan },
                df: { x, box, out in
                    guard let target = Target.of(box) else { return }
                    target.write(target.gradient(target.read(x)), to: out)
                },
                fdf: { x, box, value, out in
                    guard let target = Target.of(box) else { return }
                    let point = target.read(x)
                    value?.pointee = target.function(point)
                    target.write(target.gradient(point), to: out)
                },
                n: start.count, params: Unmanaged.passUnretained(target).toOpaque())
            guard let vector = gsl_vector_alloc(start.count) else { return nil }
            defer { gsl_vector_free(vector) }
            target.write(start, to: vector)
            guard let minimiser = gsl_multimin_fdfminimizer_alloc(mobility_bfgs(), start.count) else { return nil }
            defer { gsl_multimin_fdfminimizer_free(minimiser) }
            gsl_multimin_fdfminimizer_set(minimiser, &described, vector, step, 0.1)
            for _ in 0..<200 {
                guard gsl_multimin_fdfminimizer_iterate(minimiser) == succeeded else { break }
                if gsl_multimin_test_gradient(minimiser.pointee.gradient, 1e-9) == succeeded { break }
            }
            let x = target.read(gsl_multimin_fdfminimizer_x(minimiser))
            return Point(x: x, value: function(x))
        }
    }

    /// By the simplex of Nelder and Mead (`gsl_multimin_fminimizer_nmsimplex2`), which needs no gradient.
    static func simplex(from start: [Double], step: Double, function: @escaping ([Double]) -> Double) -> Point? {
        NumericalLibrary.prepare()
        let target = Target(start.count, function) { _ in [] }
        return withExtendedLifetime(target) { () -> Point? in
            var described = gsl_multimin_function(
                f: { x, box in Target.of(box).map { $0.function($0.read(x)) } ?? .nan }, n: start.count,
                params: Unmanaged.passUnretained(target).toOpaque())
            guard let vector = gsl_vector_alloc(start.count), let steps = gsl_vector_alloc(start.count) else { return nil }
            defer {
                gsl_vector_free(vector)
                gsl_vector_free(steps)
            }
            target.write(start, to: vector)
            gsl_vector_set_all(steps, step)
            guard let minimiser = gsl_multimin_fminimizer_alloc(mobility_simplex(), start.count) else { return nil }
            defer { gsl_multimin_fminimizer_free(minimiser) }
            gsl_multimin_fminimizer_set(minimiser, &described, vector, steps)
            for _ in 0..<1000 {
                guard gsl_multimin_fminimizer_iterate(minimiser) == succeeded else { break }
                if gsl_multimin_fminimizer_size(minimiser) < 1e-10 { break }
            }
            let x = target.read(gsl_multimin_fminimizer_x(minimiser))
            return Point(x: x, value: function(x))
        }
    }

    /// The place of the greatest value of a function of one variable that rises and falls once between `low` and `high`, by
    /// golden section to a width of `tolerance`.
    static func greatest(from low: Double, to high: Double, tolerance: Double, _ function: (Double) -> Double) -> Double {
        let ratio = (5.0.squareRoot() - 1) / 2
        var a = low, b = high
        var c = b - ratio * (b - a), d = a + ratio * (b - a)
        var atC = function(c), atD = function(d)
        while b - a > tolerance {
            if atC >= atD {
                b = d; d = c; atD = atC
                c = b - ratio * (b - a); atC = function(c)
            } else {
                a = c; c = d; atC = atD
                d = a + ratio * (b - a); atD = function(d)
            }
        }
        return (a + b) / 2
    }
}
