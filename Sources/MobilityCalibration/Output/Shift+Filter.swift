import MobilityModel

extension StepFit.Shift {
    /// Who and what it holds for, as an effect says it; `nil` for a lever.
    var filter: (Who, Where)? {
        var who = Who(), place = Where()
        switch covariate {
        case .origin: who.origin = Country(value).map { [$0] } ?? []
        case .sex: who.sex = Sex(rawValue: value).map { [$0] } ?? []
        case .area: who.area = [value]
        case .returning: who.returning = value == "true"
        case .guarantor: who.guarantor = Guarantor(rawValue: value).map { [$0] } ?? []
        case .country: place.country = Country(value).map { [$0] } ?? []
        case .channel: place.channel = [value]
        case .sector: place.sector = [value]
        case .year: place.year = Int(value).map { [$0] } ?? []
        case .followUp, .reEntryPromised, .selection: return nil
        }
        return (who, place)
    }
}
