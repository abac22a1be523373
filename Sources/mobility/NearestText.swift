/// The nearest of several names to one that is not among them.
enum NearestText {
    /// `nil` where none is near: more than a third of the letters differ.
    static func of(_ name: String, among names: [String]) -> String? {
        let distances = names.map { (distance(Array(name.lowercased()), Array($0.lowercased())), $0) }
        guard let best = distances.min(by: <) else { return nil }
        return best.0 <= max(2, name.count / 3) || best.1.hasPrefix(name) ? best.1 : nil
    }

    /// Letters put in, taken out or changed (Levenshtein).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let change = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
