/// A checked sparse list, ready for C: 1-based, with the slot 0 that C never reads, without zeros.
///
/// It is kept between calls so that adding thousands of columns allocates nothing.
struct SparseScratch {
    private(set) var indices: [Int32] = [0]
    private(set) var values: [Double] = [0]
    /// Generation in which an index was last seen, to find duplicates in O(1) each.
    private var seen: [UInt32] = []
    private var generation: UInt32 = 0

    /// Number of entries, slot 0 not counted.
    var count: Int32 { Int32(clamping: indices.count - 1) }

    /// Loads `sources` with their `coefficients`. - Throws: what is wrong with them; then the content is undefined.
    mutating func load(
        _ sources: [Int32], _ coefficients: [Double], below limit: Int, what: String, context: String
    ) throws(SolverError) {
        guard sources.count == coefficients.count else {
            throw SolverError(
                .lengthMismatch, "\(sources.count) \(what)s with \(coefficients.count) coefficients", context: context)
        }
        begin(limit)
        for (source, coefficient) in zip(sources, coefficients) {
            guard abs(coefficient) <= Bounds.greatestMagnitude else {
                throw SolverError(.badNumber, "coefficient \(coefficient) in \(what) \(source) cannot be used", context: context)
            }
            try mark(Int(source), below: limit, what: what, context: context)
            if coefficient != 0 {
                indices.append(source + 1)
                values.append(coefficient)
            }
        }
    }

    /// Loads `sources` alone. - Throws: what is wrong with them; then the content is undefined.
    mutating func load(_ sources: [Int], below limit: Int, what: String, context: String) throws(SolverError) {
        begin(limit)
        for source in sources {
            try mark(source, below: limit, what: what, context: context)
            indices.append(Int32(clamping: source + 1))
        }
    }

    private mutating func begin(_ limit: Int) {
        indices.removeSubrange(1...)
        values.removeSubrange(1...)
        if seen.count < limit { seen.append(contentsOf: repeatElement(0, count: max(limit - seen.count, seen.count))) }
        if generation == .max {
            for index in seen.indices { seen[index] = 0 }
            generation = 0
        }
        generation += 1
    }

    private mutating func mark(_ source: Int, below limit: Int, what: String, context: String) throws(SolverError) {
        guard source >= 0, source < limit else {
            throw SolverError(.unknownIndex, "\(what) \(source) is not one of \(limit)", context: context)
        }
        guard seen[source] != generation else {
            throw SolverError(.duplicateIndex, "\(what) \(source) is named twice", context: context)
        }
        seen[source] = generation
    }
}
