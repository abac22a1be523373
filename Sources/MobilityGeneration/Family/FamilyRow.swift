import MobilityModel

/// One row of the candidates' table, small enough to hold a million of. Texts are numbers of `FamilyVocabulary`.
struct FamilyRow: Sendable {
    var count = 1
    var origin: UInt8
    var trade: UInt8
    var area: UInt8
    var isWoman: Bool
    var list: UInt8
    var hasFurtherOccupation: Bool
    var ownLanguage: UInt8
    var italian: UInt8
    var holdsCertificate: Bool
    var cycles: UInt8
    var destinations: UInt8
    var guarantor: UInt8
    /// A number of the employers of the first occupation.
    var employer: Int32?
    var born: Day
    var certificateUntil: Day?
    var passportUntil: Day
    var dates: FamilyAvailability.Dates
}
