/// A term of the objective; all are integers.
public enum ObjectiveTerm: String, CaseIterable, Sendable {
    /// Points of the soft rules, minimised before everything else wherever there are any.
    case penalty
    /// Priorities of the requests filled, with the additions of `priorities`; maximised.
    case placements
    /// Days of stay; maximised.
    case stayDays = "stay_days"
    /// Points of people on requests; maximised.
    case match
    /// Millionths of the probability of an on-time return, summed over cycles; maximised.
    case returns
    /// Cents; minimised.
    case cost

    public var isMaximised: Bool { self != .cost && self != .penalty }
}
