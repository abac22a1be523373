import MobilityModel

/// Quota lines, course sessions and funds of a size of the family: the decree's, in proportion.
struct FamilySupply {
    let size: FamilySize
    let origins: FamilyOrigins

    /// The decree's lines of the years. The places of a size are apportioned over the years, then over the leaves of each; lines
    /// that are left with none are left out. At the size of the decree it is the decree's tree.
    var quotas: [QuotaLine] {
        let whole = DecreeQuotas.lines().filter { size.years.contains($0.from.year) }
        guard size.places != size.decreePlaces else { return whole }
        let parents = Set(whole.compactMap(\.within))
        let figures = DecreeFigures.decree.filter { size.years.contains($0.year) }
        var leaves: [(leaf: QuotaLine.ID, places: Int)] = []
        for (year, places) in zip(figures, apportion(size.places, weights: figures.map(\.total))) {
            let ofYear = whole.filter { !parents.contains($0.id) && $0.from.year == year.year }
            let inTree = ofYear.filter { $0.within != nil }
            leaves += zip(inTree, apportion(places, weights: inTree.map(\.places))).map { ($0.id, $1) }
            leaves += ofYear.filter { $0.within == nil }.map { ($0.id, size.scaled($0.places)) }
        }
        return DecreeQuotas.rescaled(whole, leaves: leaves)
    }

    /// The decree's courses and class dates. Seats of a course, year and intake are apportioned over origins by people; origins
    /// with too few for sessions of their own share one.
    var sessions: [CourseSession] {
        size.years.flatMap { year in
            DecreeTraining.courses.flatMap { course in
                let byIntake = apportion(size.scaled(course.seats), weights: course.intakes.map { _ in 1 })
                return zip(course.intakes, byIntake).enumerated().flatMap { number, part in
                    classes(part.1).map { countries, seats, name in
                        CourseSession(
                            id: .init("\(course.name)-\(name)-\(year)-\(number + 1)"), grants: course.grants,
                            requires: course.requires, origins: countries,
                            start: .on(year, part.0.start.0, part.0.start.1), end: .on(year, part.0.end.0, part.0.end.1),
                            seats: seats, minSeats: seats <= 60 ? min(5, seats / 2) : 0,
                            seatCost: Cents(Int64(course.seatCost) * 100),
                            runCost: Cents(Int64(course.classCost) * 100 * Int64((seats + 24) / 25)))
                    }
                }
            }
        }
    }

    /// Seats of one intake by origins.
    private func classes(_ seats: Int) -> [(countries: [Country], seats: Int, name: String)] {
        var result: [(countries: [Country], seats: Int, name: String)] = []
        var rest: (countries: [Country], seats: Int, name: String) = ([], 0, "joint")
        for (part, own) in zip(origins.parts, apportion(seats, weights: origins.parts.map(\.people))) {
            let country = part.origin.country
            if own >= FamilyFigures.seatsOfOneOrigin {
                result.append(([country], own, country.description))
            } else {
                rest.countries.append(country)
                rest.seats += own
            }
        }
        // Open to all where nobody has a session of their own.
        if result.isEmpty { rest.countries = [] }
        return rest.seats > 0 ? result + [rest] : result
    }

    /// The decree's funds, as places to its three years' places.
    var funds: [Fund] {
        DecreeTraining.funds.map { fund in
            var fund = fund
            let euro = (fund.amount.amount / 100).magnitude.multipliedFullWidth(by: UInt64(size.places))
            fund.amount = Cents(Int64(UInt64(FamilyFigures.decreePlaces).dividingFullWidth(euro).quotient) * 100)
            return fund
        }
    }
}
