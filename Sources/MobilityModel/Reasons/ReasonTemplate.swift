/// Every sentence of a plan's reasons, in English as planners write them to files: they are made with it and known again by it.
///
/// Sentences in files are a planner's, so a template once released is not reworded without need: what it wrote earlier would no longer
/// be known. Other languages are the business of whoever shows them.
public enum ReasonTemplate: String, CaseIterable, Sendable {
    // What holds of the whole.
    case counted = "{n} of {n2}: {conditions}"
    case lookedAt = "{n} of {n2} looked at among the {n3} eligible who stay at home: {conditions}"
    case lots = "{conditions}; lots were drawn among {n} alike, of whom {n2} go"
    case lotsForOne = "{conditions}; lots were drawn among {n} alike, of whom 1 goes"
    case unexplained = "no reason was found"

    // Nobody, nothing.
    case nobodyExists = "there are no candidates"
    case nothingAsked = "there is no request with places"
    case allPlaced = "all {n} people who are eligible are placed, here or elsewhere at that time"
    case onePlaced = "the 1 person who is eligible is placed, here or elsewhere at that time"

    // Nobody is eligible for a request.
    case nobodyByOccupation = "nobody is eligible: nearest fails on occupation"
    case nobodyBySector = "nobody is eligible: nearest fails on the sector that the channel is open to"
    case nobodyByCountry = "nobody is eligible: nearest fails on choice of country"
    case nobodyByOrigin = "nobody is eligible: nearest fails on origin"
    case nobodyByName = "nobody is eligible: nearest fails on not being named"
    case nobodyByAge = "nobody is eligible: nearest fails on age"
    case nobodyByHorizon = "nobody is eligible: nearest fails on a start outside the horizon"
    case nobodyByFiling = "nobody is eligible: nearest fails on the missing filing date"
    case nobodyByStart = "nobody is eligible: nearest fails on availability on the start"
    case nobodyByEnd = "nobody is eligible: nearest fails on availability to the end"
    case nobodyByPassport = "nobody is eligible: nearest fails on a passport valid to the end"

    // A person is eligible for nothing.
    case occupation = "no request asks for {occupations}"
    case sector = "channel {channel} is not open to sector {sector}"
    case country = "requests for {occupation} are in countries the candidate did not choose"
    case origin = "requests for {occupation} are not open to people from {country}"
    case named = "requests for {occupation} name other candidates"
    case age = "age on the start is not {n} to {n2}"
    case ageOrMore = "age on the start is not {n} or more"
    case horizon = "requests for {occupation} start outside the horizon"
    case notFiled = "requests for {occupation} have no filing date"
    case notYetAvailable = "available from {day}, after the last start of a request that fits"
    case notAvailable = "available until {day}, before the end of every stay that fits"
    case passport = "passport expires on {day}, before the end of every stay that fits"

    // Structure: skills, consulates, lines, funds.
    case skillMissing = "{skill} is required and no session grants it"
    case noConsulate = "no consulate takes applications from {country} to {country2}"
    case noLineCounts = "no quota line counts people from {country} in {channel}, {sector}, on {day}"
    case noLineForFirst = "no quota line takes a first-time candidate in {channel} for {sector}"
    case noLineForReturning = "no quota line takes a returning candidate in {channel} for {sector}"
    case lineNotOpen = "quota line {line} opens on {day}, the request is filed on {day2}: file on the opening day or after"
    case noTravelFund = "no fund can pay the travel from {country} to {country2} on {day}"
    case noReintegrationFund = "no fund can pay the reintegration of people from {country} on {day}"
    case noTrainingFund = "no fund can pay training in {session} for people from {country} on {day}"
    case noVisaFund = "no fund can pay the visa fee of {consulate} for people from {country} from {day} to {day2}"
    case noVisaFundOnDay = "no fund can pay the visa fee of {consulate} for people from {country} on {day}"
    case noRunFund = "no fund can pay the run cost of {sessions}"

    // Time.
    case resting = "resting until {day}"
    case stayLimit = "the stay would pass the limit of channel {channel}, {n} days in {n2}"
    case noRest = "placed too shortly before or after it to rest for {n} days"
    case oneCycle = "placed in 1 cycle already, as many as a plan may have"
    case cycles = "placed in {n} cycles already, as many as a plan may have"
    case noSession = "no session that they can attend gives {skills}"
    case noSessionInTime = "no session for {skills} in time, between {day} and {day2}"
    case noTimeToTrain = "no time for training in {skills}: available from {day}, the visa must be asked for by {day2}"
    case authorisation = "the authorisation of {request} is there by {day}, the visa must be asked for by {day2}"
    case authorisationAtStart = "the authorisation of {request} is there by {day}, the stay starts on {day2}"
    case filedAuthorisation = "filed on {day}, the authorisation of {request} is there by {day2}, the visa must be asked for by {day3}"
    case filedAuthorisationAtStart = "filed on {day}, the authorisation of {request} is there by {day2}, the stay starts on {day3}"
    case personAvailable = "the person is available from {day}"
    case consulateFrom = "consulate {consulate} takes applications only from {day}; the visa must be asked for by {day2}"
    case consulateUntil = "consulate {consulate} takes applications only until {day}; the visa must be asked for by {day2}"
    case consulateBetween = "consulate {consulate} takes applications only from {day} until {day2}; the visa must be asked for by {day3}"
    case visaTooLate = "the visa must be asked for by {day} to start on {day2}"
    case availableTooLate = "available from {day}, the visa must be asked for by {day2} to start on {day3}"
    case stayTooLate = "the previous stay ends on {day}, the visa must be asked for by {day2} to start on {day3}"
    case availableAndStayTooLate =
        "available from {day} and the previous stay ends on {day2}, the visa must be asked for by {day3} to start on {day4}"

    // What is full.
    case sessionMinimum = "the session for {skills} ({session}) does not reach its minimum of {n}"
    case sessionFull = "no seat in a session for {skills} before {day}"
    case consulateFull = "consulate {consulate} is full in {month}"
    case consulateWithoutCapacity = "consulate {consulate} has no capacity for applications"
    case lineFull = "quota line {line} is full"
    case linesFull = "quota lines {lines} are full"
    case requestMinimum = "request {request} does not reach its minimum of {n}"
    case placesTaken = "the places of {request} are taken"
    case rule = "rule {rule} leaves no room for one more like this"
    case fundsExhausted = "not enough is left in {funds} to pay for one more"
    case minimumMisses = "{condition}; with {n} people like this {misses}"

    // Others are preferred.
    case servedFirst = "the places of {request} went to people who come first, by name or by order of application"
    case servedByLot = "the places of {request} went to people who drew an earlier lot"
    case servedByFit = "the places of {request} went to people who fit no worse, or whose turn came first"
    case takenAndNoBetter = "the places of {request} are taken, and giving one up would not make the plan better"
    case takenByEquals = "the places of {request} are taken by people who rank no lower"
    case outbidByPriorityPoint = "outbid by 1 point of priority, the places of {request} are taken"
    case outbidByPriority = "outbid by {n} points of priority, the places of {request} are taken"
    case outbidByMatchPoint = "outbid by 1 point of match, the places of {request} are taken"
    case outbidByMatch = "outbid by {n} points of match, the places of {request} are taken"

    // Nothing is full.
    case roomInTheEnd = "there is room on {request} in the end: the policy does not go back over what it has decided"
    case roomLeft = "there is room on {request}: the plan is not proven to be the best one"
    case notBetter = "one more placement on {request} would not make the plan better in the order of its objective"
    case softRules = "with one more on {request} {misses}"

    // How soft rules would be missed.
    case shortForOnePoint = "rule {rule} would fall short by {n} more, 1 point"
    case short = "rule {rule} would fall short by {n} more, {n2} points"
    case overForOnePoint = "rule {rule} would be over by {n} more, 1 point"
    case over = "rule {rule} would be over by {n} more, {n2} points"
}

extension ReasonTemplate {
    private static let patterns = Dictionary(uniqueKeysWithValues: allCases.map { ($0, ReasonPattern($0.rawValue)) })

    /// The English sentence, taken apart.
    public var pattern: ReasonPattern { Self.patterns[self] ?? ReasonPattern(rawValue) }

    /// The English sentence.
    ///
    /// - Parameter values: in the order of the slots; those of lists and of other sentences as they stand in it, joined.
    public func english(_ values: any CustomStringConvertible...) -> String { english(of: values) }

    public func english(of values: [any CustomStringConvertible]) -> String {
        var rest = values[...]
        return pattern.filled { _ in rest.popFirst()?.description ?? "" }
    }
}
