/// Equal values once, by number in the order of their first appearance.
struct Interning<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        if let number = numbers[value] { return number }
        let number = values.count
        numbers[value] = number
        values.append(value)
        return number
    }
}
