/// Something of which there is only so much: what a plan may run short of.
public enum ScarceResource: Sendable, Hashable {
    /// Places of a line.
    case quota(QuotaLine.ID)
    /// Seats.
    case session(CourseSession.ID)
    /// Visa applications in one calendar month.
    case consulate(Consulate.ID, Month)
    /// Places.
    case request(Request.ID)
    /// Cents.
    case fund(Fund.ID)

    /// As `MarginalValue` has it.
    public var kind: String {
        switch self {
        case .quota: "quota"
        case .session: "session"
        case .consulate: "consulate"
        case .request: "request"
        case .fund: "fund"
        }
    }

    /// Its id; for a consulate `ID YYYY-MM`.
    public var id: String {
        switch self {
        case .quota(let id): id.text
        case .session(let id): id.text
        case .consulate(let id, let month): "\(id) \(month)"
        case .request(let id): id.text
        case .fund(let id): id.text
        }
    }
}

extension ScarceResource: Comparable {
    public static func < (a: Self, b: Self) -> Bool { (a.kind, a.id) < (b.kind, b.id) }
}
