import MobilityModel

/// The names that filters speak of, with their places, to be compared with what the tables hold.
struct FilterMentions {
    struct Mention {
        enum Kind: String { case origin, area, country, region, sector, channel, employer }
        var kind: Kind
        var name: String
        var place: Place
    }
    var all: [Mention] = []
    /// Of every effect of behaviour.
    var effectPlaces: [Place] = []
}
