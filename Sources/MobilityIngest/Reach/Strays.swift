import MobilityModel

/// What keeps people from every request, in the order in which it is looked at.
enum Obstacle: Int, CaseIterable, Comparable {
    case occupation, closed, origin, consulate, authorisation, named, countries, skills, age, dates, money

    static func < (a: Obstacle, b: Obstacle) -> Bool { a.rawValue < b.rawValue }

    var sentence: String {
        switch self {
        case .occupation: "no request asks for any of their occupations"
        case .closed: "nobody can fill any of the requests for their occupations"
        case .origin: "the open requests for their occupations, or the quota lines of these, exclude their origin"
        case .consulate: "no consulate serves their origin and the countries of the requests for their occupations"
        case .authorisation: "authorisation and visa for the requests for their occupations come after the start"
        case .named: "the requests for their occupations name other people, or name them for what they cannot take"
        case .countries: "the requests for their occupations are in none of their `countries`"
        case .skills: "the requests for their occupations need a certificate or language that they lack and no session grants in time"
        case .age: "they are too young or too old on the start of every request for their occupations"
        case .dates: "they are not free, or their passports not valid, for any of the requests for their occupations"
        case .money: "no fund pays for the requests for their occupations"
        }
    }
}

/// Candidate rows that share an obstacle.
struct Strays {
    /// Index of the first row.
    let first: Int
    private var rows = 0
    private var people = 0
    private var examples: [String] = []
    private var occupations: Set<String> = []

    init(first: Int) { self.first = first }

    mutating func add(_ candidate: Candidate) {
        rows += 1
        people += candidate.count
        if examples.count < 3 { examples.append(candidate.id.text) }
        if occupations.count < 50 { occupations.formUnion(candidate.occupations) }
    }

    /// How many, and which.
    var who: String {
        let which = rows == 1 ? "row \(Excerpt.name(examples[0]))" : "\(rows) rows, such as \(Excerpt.names(examples))"
        return "\(people == 1 ? "1 person" : "\(people) people") (\(which))"
    }

    func message(_ obstacle: Obstacle) -> String {
        let what = obstacle <= .closed ? " (\(Excerpt.names(occupations.sorted())))" : ""
        return "\(who) can reach no request: \(obstacle.sentence)\(what)"
    }
}
