/// How large a scenario of the family is. All but people, requests and years follows from these.
public struct FamilySize: Sendable, Hashable {
    /// As on the command line.
    public let name: String
    public let people: Int
    public let requests: Int
    /// Consecutive, of the decree.
    public let years: [Int]

    /// At least 3 requests and places.
    init(name: String, people: Int, requests: Int, years: [Int] = DecreeFigures.years) {
        self.name = name
        self.people = people
        self.requests = requests
        self.years = years
    }

    public static let small = FamilySize(name: "S", people: 2_000, requests: 200)
    public static let medium = FamilySize(name: "M", people: 20_000, requests: 2_000)
    public static let large = FamilySize(name: "L", people: 200_000, requests: 8_000, years: [2026])
    public static let extraLarge = FamilySize(name: "XL", people: 1_000_000, requests: 25_000)
    public static let all = [small, medium, large, extraLarge]

    /// Places that requests ask for together, and places of the decree's tree: as the decree's to a million people.
    public var places: Int { people * FamilyFigures.decreePlaces / FamilyFigures.decreePeople }

    /// Places that the decree itself has in the years.
    var decreePlaces: Int { DecreeFigures.decree.filter { years.contains($0.year) }.reduce(0) { $0 + $1.total } }

    /// What the decree's scenario has `whole` of, in proportion; rounded down.
    func scaled(_ whole: Int) -> Int {
        let product = whole.magnitude.multipliedFullWidth(by: places.magnitude)
        return Int(decreePlaces.magnitude.dividingFullWidth(product).quotient)
    }
}
