/// What is being done in a stage, as far as whoever waits wants to know.
enum SearchWork {
    case optimising
    /// The first term of another kind is planned for as if every rule had to hold, hard or soft.
    case holdingEveryRule
    /// Shares become whole people.
    case rounding
    /// What rounding broke, or left lying, is planned anew some people at a time.
    case repairing

    /// In words, of a stage about a term or about what must hold.
    func phase(_ term: String?) -> String {
        switch (self, term) {
        case (.optimising, nil): "looking for a valid plan"
        case (.optimising, let term?): "optimising \(term)"
        case (.holdingEveryRule, nil): "looking for a plan that meets every rule"
        case (.holdingEveryRule, let term?): "looking for a plan that meets every rule, by \(term)"
        case (.rounding, _): "making a plan of shares"
        case (.repairing, nil): "repairing the plan"
        case (.repairing, let term?): "repairing the plan, by \(term)"
        }
    }
}
