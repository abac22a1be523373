import MobilityModel

/// Requests alike in all that the model reads, planned as one with their places added up.
///
/// Exact: a plan of the group's places can be dealt out to its members and back without changing any term or rule. Requests
/// with a minimum, or named in a pin or demand, stay alone.
struct RequestGroup {
    /// The first member, which stands for all.
    var request: Request
    /// Indices into `scenario.requests`.
    var members: [Int]
    var places: Int
    var channel: Channel
    /// First day by which the authorisation is there; the distant past where no filing date is known.
    var ready: Day

    var needsOpening: Bool { request.minPlaces > 1 }
}

extension RequestGroup {
    private struct Key: Hashable {
        var request: Request
        var alone: Int
    }

    /// Groups in the order of their first day, last day, then first member's id, whatever the order of the rows.
    static func merge(_ scenario: Scenario, read: AttributesRead, alone: Set<Request.ID>) -> [RequestGroup] {
        var positions: [Key: Int] = [:]
        var groups: [RequestGroup] = []
        let order = scenario.requests.indices.sorted { scenario.requests[$0].id < scenario.requests[$1].id }
        for index in order {
            let request = scenario.requests[index]
            guard let channel = scenario.channels[request.channel], request.places > 0 else { continue }
            var likeness = request
            likeness.id = ""
            likeness.places = 0
            likeness.monthlyWage = nil
            likeness.minPlaces = 0
            if !read.region { likeness.region = "" }
            if !read.employer { likeness.employer = "" }
            likeness.certificates = Array(Set(request.certificates)).sorted()
            likeness.languages.sort { $0.description < $1.description }
            likeness.named = Array(Set(request.named)).sorted()
            likeness.origins = Array(Set(request.origins)).sorted()
            let isAlone = request.minPlaces > 1 || alone.contains(request.id)
            let key = Key(request: likeness, alone: isAlone ? index : -1)
            if let position = positions[key] {
                groups[position].members.append(index)
                groups[position].places += request.places
            } else {
                positions[key] = groups.count
                let ready = request.filed.map { $0 + (channel.labourMarketTestDays + channel.authorisationDays) }
                groups.append(RequestGroup(
                    request: request, members: [index], places: request.places, channel: channel,
                    ready: ready ?? Day(number: .min / 2)))
            }
        }
        return groups.sorted {
            ($0.request.start, $0.request.end, $0.request.id) < ($1.request.start, $1.request.end, $1.request.id)
        }
    }
}
