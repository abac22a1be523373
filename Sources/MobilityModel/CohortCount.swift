/// What monitoring counts of a cohort, in the order in which it happens. A count that was not observed is not there;
/// 0 was observed.
public enum CohortCount: String, CaseIterable, Sendable {
    /// People for whom a request was filed within the quota or the plan.
    case planned
    /// The authorisation was given.
    case authorised
    /// Took up a seat in a session.
    case enrolled
    /// Finished it.
    case trained
    /// Applied for a visa: had not withdrawn by then.
    case applied
    case visas
    /// Arrived in time and began the stay.
    case departed
    case returnedOnTime = "returned_on_time"
    case returnedEarly = "returned_early"
    case extended
    case lawfulExit = "lawful_exit"
    case overstayed
    /// Of those back on time, took up the next cycle that was offered.
    case reapplied
    /// Returners who could start a project; where not given, those back on time.
    case projectsOffered = "projects_offered"
    case projectsStarted = "projects_started"
    /// Of the started projects, at work twelve months later.
    case projectsAlive = "projects_alive_12m"
}
