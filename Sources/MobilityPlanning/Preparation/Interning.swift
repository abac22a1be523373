/// Numbers for values in the order in which they are first met.
struct Interning<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }

    /// The number of a value met before.
    func known(_ value: Value) -> Int? { numbers[value] }
}
