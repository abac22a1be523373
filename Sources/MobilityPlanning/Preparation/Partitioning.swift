extension RandomAccessCollection where Index == Int {
    /// The first position from which a condition holds, in a collection where it never fails again once it has held; the end where it holds nowhere.
    ///
    /// - Complexity: O(log n).
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
