/// The classes that one person, or one pool, is of: one for each property.
struct FamilyLevels {
    private var levels: [UInt8]

    init(_ level: (FamilyClasses.Property) -> Int) {
        levels = FamilyClasses.Property.allCases.map { UInt8(level($0)) }
    }

    subscript(property: FamilyClasses.Property) -> Int { Int(levels[property.rawValue]) }
}
