/// Numbers for values in the order in which they are first met.
///
/// Inlinable, since its users put a million values through it.
public struct Interning<Value: Hashable> {
    @usableFromInline var list: [Value] = []
    @usableFromInline var numbers: [Value: Int] = [:]

    @inlinable public init() {}

    /// By number.
    @inlinable public var values: [Value] { list }

    @inlinable public mutating func number(of value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = list.count
        list.append(value)
        return list.count - 1
    }

    /// The number of a value met before.
    @inlinable public func known(_ value: Value) -> Int? { numbers[value] }
}
