import MobilityModel

extension Effect {
    /// Whether it concerns the person at a cycle on the request.
    ///
    /// - Parameter isReturning: as planned: cycles before the horizon, or earlier ones of the itinerary.
    func holds(for candidate: Candidate, on request: Request, isReturning: Bool) -> Bool {
        place.holds(for: request) && who.holds(for: candidate, on: request.start, isReturning: isReturning)
    }
}
