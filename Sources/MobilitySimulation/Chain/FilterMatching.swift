import MobilityModel

extension Effect {
    /// Whether it concerns the person at a cycle on the request.
    ///
    /// - Parameter isReturning: as planned: cycles before the horizon, or earlier ones of the itinerary.
    func matches(_ candidate: Candidate, on request: Request, isReturning: Bool) -> Bool {
        place.matches(request) && who.matches(candidate, on: request.start, isReturning: isReturning)
    }
}

extension Who {
    fileprivate func matches(_ candidate: Candidate, on start: Day, isReturning: Bool) -> Bool {
        func holds<Value: Equatable>(_ wanted: [Value], _ value: Value) -> Bool { wanted.isEmpty || wanted.contains(value) }
        guard holds(sex, candidate.sex), holds(origin, candidate.origin), holds(area, candidate.area),
            holds(guarantor, candidate.guarantor), returning == nil || returning == isReturning
        else { return false }
        if let ageMin, candidate.born.completing(years: ageMin) > start { return false }
        if let ageMax, candidate.born.completing(years: ageMax + 1) <= start { return false }
        return true
    }
}

extension Where {
    fileprivate func matches(_ request: Request) -> Bool {
        func holds<Value: Equatable>(_ wanted: [Value], _ value: Value) -> Bool { wanted.isEmpty || wanted.contains(value) }
        return holds(country, request.country) && holds(region, request.region) && holds(sector, request.sector)
            && holds(channel, request.channel) && holds(employer, request.employer) && holds(year, request.start.year)
    }
}
