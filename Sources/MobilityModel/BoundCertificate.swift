/// The prices by which a plan's bounds are proven, so that anybody can prove them again.
///
/// Any prices of 0 or more prove a bound (Lagrangian relaxation); these were found to prove good ones. What they prove is computed from
/// the scenario and them alone, so that wrong prices make a bound weaker and never false.
public struct BoundCertificate: Sendable, Hashable {
    public struct Price: Sendable, Hashable {
        public var limit: PricedLimit
        /// 0 or more, in units of the stage.
        public var mantissa: Int64
        public init(limit: PricedLimit, mantissa: Int64) { self.limit = limit; self.mantissa = mantissa }
    }

    /// The prices of one term, given what is kept of those before it.
    public struct Stage: Sendable, Hashable {
        public var term: ObjectiveTerm
        /// A price is its mantissa times two to this power, in units of the term; one of ``powers``.
        public var power: Int
        public var prices: [Price]
        public init(term: ObjectiveTerm, power: Int = 0, prices: [Price] = []) {
            self.term = term; self.power = power; self.prices = prices
        }
    }

    public static let powers = -62...0

    /// In the order of the objective.
    public var stages: [Stage]
    public init(stages: [Stage] = []) { self.stages = stages }
}

/// A limit that ties people together, and that a price can stand on. What concerns one person alone has no price.
public enum PricedLimit: Sendable, Hashable {
    /// People on a request: at most its places.
    case places(Request.ID)
    /// People on a request that takes place: at least its minimum.
    case minPlaces(Request.ID)
    case seats(CourseSession.ID)
    case minSeats(CourseSession.ID)
    case applications(Consulate.ID, Month)
    /// Places of a quota line, those of the lines within it included.
    case quota(QuotaLine.ID)
    /// A price by placement; of a share a/b by the b-th part of one, a/b being the simplest share that asks the same of as many placements
    /// as there can be.
    case rule(Rule.ID, Rule.Kind)
    /// Cents of all costs that these funds alone can pay: at most what they hold together. By id.
    case funds([Fund.ID])
    /// A term before, and what is kept of it.
    case kept(ObjectiveTerm, Int64)
    /// People who follow the pinned cycle of a candidate row on a request.
    case pinned(Candidate.ID, Request.ID)
}
