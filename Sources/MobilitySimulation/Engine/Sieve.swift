/// Lists of people's keys, sieved by one draw each. Nothing branches on a draw: a key is always written and only counted
/// where it belongs, since the processor cannot guess chance. Four draws at a time keep its multipliers busy.
///
/// Each is a function of its own, so that the loops have all registers to themselves.
enum Sieve {
    typealias Keys = UnsafeMutablePointer<UInt64>

    @inline(__always)
    private static func passes(_ key: UInt64, _ salt: Salt, _ bound: UInt64) -> Int { salt.draw(key) < bound ? 1 : 0 }

    /// Moves those who pass to the front.
    ///
    /// - Returns: how many pass.
    @inline(never)
    static func keep(_ keys: Keys, _ count: Int, _ salt: Salt, _ bound: UInt64) -> Int {
        copy(keys, count, salt, bound, to: keys)
    }

    /// Writes those who pass to `passed`, which has room for one more than they are and may be `keys` itself.
    ///
    /// - Returns: how many pass.
    @inline(never)
    static func copy(_ keys: Keys, _ count: Int, _ salt: Salt, _ bound: UInt64, to passed: Keys) -> Int {
        if bound == Threshold.never { return 0 }
        if bound == Threshold.always {
            if passed != keys { passed.update(from: keys, count: count) }
            return count
        }
        var kept = 0, position = 0
        while position &+ 4 <= count {
            let a = keys[position], b = keys[position &+ 1], c = keys[position &+ 2], d = keys[position &+ 3]
            let first = passes(a, salt, bound), second = passes(b, salt, bound)
            let third = passes(c, salt, bound), fourth = passes(d, salt, bound)
            passed[kept] = a
            kept &+= first
            passed[kept] = b
            kept &+= second
            passed[kept] = c
            kept &+= third
            passed[kept] = d
            kept &+= fourth
            position &+= 4
        }
        while position < count {
            let key = keys[position]
            passed[kept] = key
            kept &+= passes(key, salt, bound)
            position &+= 1
        }
        return kept
    }

    /// Moves those who pass to the front, and writes the others to `failed`, which has room for one more than they are.
    ///
    /// - Returns: how many pass.
    @inline(never)
    static func split(_ keys: Keys, _ count: Int, _ salt: Salt, _ bound: UInt64, failed: Keys) -> Int {
        if bound == Threshold.always { return count }
        if bound == Threshold.never {
            failed.update(from: keys, count: count)
            return 0
        }
        var kept = 0, position = 0
        while position &+ 4 <= count {
            let a = keys[position], b = keys[position &+ 1], c = keys[position &+ 2], d = keys[position &+ 3]
            let first = passes(a, salt, bound), second = passes(b, salt, bound)
            let third = passes(c, salt, bound), fourth = passes(d, salt, bound)
            keys[kept] = a
            failed[position &- kept] = a
            kept &+= first
            keys[kept] = b
            failed[position &+ 1 &- kept] = b
            kept &+= second
            keys[kept] = c
            failed[position &+ 2 &- kept] = c
            kept &+= third
            keys[kept] = d
            failed[position &+ 3 &- kept] = d
            kept &+= fourth
            position &+= 4
        }
        while position < count {
            let key = keys[position]
            keys[kept] = key
            failed[position &- kept] = key
            kept &+= passes(key, salt, bound)
            position &+= 1
        }
        return kept
    }

    /// How many pass.
    @inline(never)
    static func count(_ keys: Keys, _ count: Int, _ salt: Salt, _ bound: UInt64) -> Int {
        if bound == Threshold.always { return count }
        if bound == Threshold.never { return 0 }
        var passed = 0
        for position in 0..<count { passed &+= passes(keys[position], salt, bound) }
        return passed
    }
}
