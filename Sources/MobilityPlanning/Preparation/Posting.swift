import MobilityModel

/// A class of people on a request group: everything about a cycle that does not depend on how it is prepared.
struct Posting {
    /// What differs between a person's first cycle and a later one: `returning` holds for every later one.
    ///
    /// An object, so that it is handed on at the price of one reference.
    final class Variant: Sendable {
        /// Twice that of its offer, one more for later cycles.
        let number: Int
        /// Coefficients in rule rows, and in the rows that pay travel and reintegration.
        let entries: [Entry]
        let placements: Int64
        /// By number of sessions; empty where the term is not asked for.
        let returns: [Int64]
        /// Leaf lines that can give the place; empty where none is needed.
        let leaves: [Int]

        init(number: Int, entries: [Entry], placements: Int64, returns: [Int64], leaves: [Int]) {
            self.number = number; self.entries = entries; self.placements = placements; self.returns = returns; self.leaves = leaves
        }
    }

    var group: Int
    var start: Day
    var end: Day
    /// The first day on which the visa can be applied for, or the stay start where none is needed, training apart.
    var earliest: Day
    /// What the request asks for and these people do not own, an id in `Instance.needs`.
    var need: Int
    /// Index of the channel among those with a stay limit; -1 for the others.
    var limitedChannel: Int
    /// Position in the class of the first posting that can follow: it starts after the rest. Their number where none can.
    var successor = 0
    var match: Int64
    let offer: Offer

    var calendars: [Int]? { offer.calendars }
    var first: Variant? { offer.first }
    var later: Variant? { offer.later }
    var cost: Int64 { offer.cost }
    var stayDays: Int64 { Int64(end - start + 1) }
    func variant(isFirst: Bool) -> Variant? { isFirst ? first : later }
}

/// What the people of one training profile lack for a request.
struct Need: Hashable {
    var profile: Int
    var missing: AtomSet
}

extension Instance {
    /// The last day on which a visa for a stay can be applied for; its start where none is needed. Training ends before it.
    func latestPreparation(_ posting: Posting) -> Day {
        guard let calendars = posting.calendars else { return posting.start }
        let days = calendars.map { posting.start - scenario.cycle.visaMarginDays - self.calendars[$0].consulate.processingDays }
        return days.max() ?? posting.start
    }
}

/// Points of a person on a request, `match` in the objective: the sum of four, each read from lists that many share.
struct MatchScore {
    let weights: MatchWeights

    /// - Parameter position: in the person's list of occupations.
    func occupation(_ position: Int?) -> Int { ranked(weights.occupation, position) }

    /// - Parameter position: in the person's list of countries.
    func destination(_ position: Int?) -> Int { ranked(weights.destination, position) }

    func languages(_ spoken: [LanguageSkill], wanted: [LanguageSkill]) -> Int {
        let speaks = wanted.allSatisfy { wanted in spoken.contains { $0.language == wanted.language && $0.level >= wanted.level } }
        return speaks ? weights.language : 0
    }

    private func ranked(_ weight: Int, _ position: Int?) -> Int {
        switch position {
        case nil: 0
        case 0: weight
        case 1: floorDivide(weight, 2)
        default: floorDivide(weight, 4)
        }
    }

    /// Rounded down, for negative weights too.
    private func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }
}
