import MobilityModel
import OracleSupport

extension Scenario {
    /// Four people alike, four places abroad, and one consulate on the way, with so many applications a month.
    static func queue(capacity: Int) -> Scenario {
        Scenario(
            name: "queue", horizon: day("2027-01-01")...day("2027-12-31"),
            candidates: [
                Candidate(id: "pool", count: 4, origin: "ML", sex: .female, born: day("1990-01-01"), occupations: ["w"], from: day("2027-01-10"))
            ],
            requests: [
                Request(
                    id: "r", employer: "e", country: "IT", channel: "c", sector: "s", occupation: "w", start: day("2027-06-01"),
                    end: day("2027-08-31"), places: 4)
            ],
            consulates: [Consulate(id: "k", origin: "ML", country: "IT", monthlyCapacity: capacity, processingDays: 20)],
            channels: ["c": Channel(name: "c")])
    }
}
