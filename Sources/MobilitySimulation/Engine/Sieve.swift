/// Lists of people's keys, sieved by one draw each. Nothing branches on a draw: a key is always written and only counted
/// where it belongs, since the processor cannot guess chance.
enum Sieve {
    typealias Keys = UnsafeMutablePointer<UInt64>

    /// Moves those who pass to the front.
    ///
    /// - Returns: how many pass.
    @inline(__always)
    static func keep(_ keys: Keys, _ count: Int, _ salt: Salt, _ bound: UInt64) -> Int {
        if bound == Threshold.always { return count }
        if bound == Threshold.never { return 0 }
        var kept = 0
        for position in 0..<count {
            let key = keys[position]
            keys[kept] = key
            kept &+= salt.draw(key) < bound ? 1 : 0
        }
        return kept
    }

    /// Moves those who pass to the front, and writes the others to `failed`, which has room for one more than they are.
    @inline(__always)
    static func split(_ keys: Keys, _ count: Int, _ salt: Salt, _ bound: UInt64, failed: Keys) -> Int {
        if bound == Threshold.always { return count }
        if bound == Threshold.never {
            failed.update(from: keys, count: count)
            return 0
        }
        var kept = 0
        for position in 0..<count {
            let key = keys[position]
            keys[kept] = key
            failed[position &- kept] = key
            kept &+= salt.draw(key) < bound ? 1 : 0
        }
        return kept
    }

    /// Writes those who pass to `passed`, which has room for one more than they are.
    @inline(__always)
    static func copy(_ keys: Keys, _ count: Int, _ salt: Salt, _ bound: UInt64, to passed: Keys) -> Int {
        if bound == Threshold.never { return 0 }
        if bound == Threshold.always {
            passed.update(from: keys, count: count)
            return count
        }
        var kept = 0
        for position in 0..<count {
            let key = keys[position]
            passed[kept] = key
            kept &+= salt.draw(key) < bound ? 1 : 0
        }
        return kept
    }

    /// How many pass.
    @inline(__always)
    static func count(_ keys: Keys, _ count: Int, _ salt: Salt, _ bound: UInt64) -> Int {
        if bound == Threshold.always { return count }
        if bound == Threshold.never { return 0 }
        var passed = 0
        for position in 0..<count { passed &+= salt.draw(keys[position]) < bound ? 1 : 0 }
        return passed
    }
}
