/// Finds the name that was probably meant.
public enum NearestName {
    /// `; did you mean ...?`, or the names there are where none is near and they are few, or nothing.
    public static func hint(_ text: String, among names: [String], listing: Int = 20) -> String {
        if let near = find(text, among: names) { return "; did you mean `\(Excerpt.plain(near))`?" }
        let sorted = names.sorted()
        guard !sorted.isEmpty, sorted.count <= listing else { return "" }
        return "; expected one of " + Excerpt.names(sorted, limit: listing)
    }

    /// The nearest of `names`, or `nil` where none is within a third of the length and none begins with the text. Case, blanks, `_` and `-` count
    /// for nothing. Ties go to the name that comes first in alphabetical order.
    ///
    /// - Complexity: O(names x length of the text squared); at most 20,000 names are looked at.
    public static func find(_ text: String, among names: [String]) -> String? {
        guard text.unicodeScalars.count <= 64 else { return nil }
        let wanted = folded(text)
        guard !wanted.isEmpty else { return nil }
        let most = max(1, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for name in names.prefix(20_000) where name.utf8.count <= 256 {
            let candidate = folded(name)
            let bound = min(most, best?.distance ?? most)
            guard abs(candidate.count - wanted.count) <= bound else { continue }
            // A name of one or two letters is near to everything; only its spelling may differ.
            let found = distance(wanted, candidate)
            guard found <= bound, found == 0 || max(wanted.count, candidate.count) > 2 else { continue }
            if let known = best, (known.distance, known.name) <= (found, name) { continue }
            best = (found, name)
        }
        // Where somebody has left out the end of a name, they have left out more than a third of it.
        return best?.name ?? (wanted.count < 3 ? nil : names.prefix(20_000).filter { folded($0).starts(with: wanted) }.min())
    }

    private static func folded(_ text: String) -> [Unicode.Scalar] {
        text.lowercased().unicodeScalars.filter { !["_", "-", " ", "."].contains($0) }
    }

    /// Damerau-Levenshtein distance with adjacent transpositions (optimal string alignment).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforePrevious = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        var current = previous
        for i in 1...a.count {
            current[0] = i
            for j in 1...b.count {
                let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                var best = min(substitution, previous[j] + 1, current[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, beforePrevious[j - 2] + 1)
                }
                current[j] = best
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[b.count]
    }
}
