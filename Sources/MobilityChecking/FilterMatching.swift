import MobilityModel

extension Who {
    /// Whether every given filter holds for the person at a cycle that starts on `start`.
    func matches(_ candidate: Candidate, on start: Day, returning: Bool) -> Bool {
        if !sex.isEmpty, !sex.contains(candidate.sex) { return false }
        if !origin.isEmpty, !origin.contains(candidate.origin) { return false }
        if !area.isEmpty, !area.contains(candidate.area) { return false }
        if !guarantor.isEmpty, !guarantor.contains(candidate.guarantor) { return false }
        if let wanted = self.returning, wanted != returning { return false }
        if ageMin != nil || ageMax != nil {
            let age = candidate.born.completedYears(on: start)
            if let ageMin, age < ageMin { return false }
            if let ageMax, age > ageMax { return false }
        }
        return true
    }

    func matches(_ candidate: Candidate, at cycle: ResolvedCycle) -> Bool {
        matches(candidate, on: cycle.request.start, returning: cycle.isReturning)
    }
}

extension Where {
    /// Whether every given filter holds for the request.
    func matches(_ request: Request) -> Bool {
        (country.isEmpty || country.contains(request.country))
            && (region.isEmpty || region.contains(request.region))
            && (sector.isEmpty || sector.contains(request.sector))
            && (channel.isEmpty || channel.contains(request.channel))
            && (employer.isEmpty || employer.contains(request.employer))
            && (year.isEmpty || year.contains(request.start.year))
    }
}
