/// What a plan is asked to meet on top of its scenario, as a hard rule is met: so many people of a candidate row placed, or so
/// many people on a request. A what-if is a scenario with demands: "somebody of this row goes", "nobody is on that request".
public struct Demand: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        /// People of the row who follow an itinerary, each counted once whatever the number of cycles.
        case candidate(Candidate.ID)
        /// People on the request, who may be on other requests in other cycles.
        case request(Request.ID)
    }

    public var subject: Subject
    public var kind: Rule.Kind
    /// People, 0 or more.
    public var count: Int

    public init(_ subject: Subject, _ kind: Rule.Kind, _ count: Int) {
        self.subject = subject; self.kind = kind; self.count = count
    }

    /// How many people short or over `people` is; 0 where the demand is met.
    public func shortfall(_ people: Int64) -> Int64 {
        max(0, kind == .atLeast ? Int64(count) - people : people - Int64(count))
    }
}

extension Demand: CustomStringConvertible {
    public var description: String {
        let bound = count == 0 && kind == .atMost ? "nobody" : "\(kind == .atLeast ? "at least" : "at most") \(count)"
        return switch subject {
        case .candidate(let id): "\(bound) of \(id) placed"
        case .request(let id): "\(bound) on \(id)"
        }
    }
}
