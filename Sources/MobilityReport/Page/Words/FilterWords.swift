import MobilityModel

/// Whom and what a filter speaks of: `sex: F, country: ES`.
enum FilterWords {
    static func text(_ who: Who, _ place: Where, _ language: Language) -> String {
        var parts: [String] = []
        func add(_ kind: String, _ values: [String]) {
            guard !values.isEmpty else { return }
            let names = values.map { KindWords.value($0, language) }.joined(separator: " / ")
            parts.append("\(KindWords.phrase(kind)(language)): \(names)")
        }
        add("sex", who.sex.map(\.rawValue))
        if who.ageMin != nil || who.ageMax != nil {
            add("age", ["\(who.ageMin.map(String.init) ?? "")\u{2013}\(who.ageMax.map(String.init) ?? "")"])
        }
        add("origin", who.origin.map(\.description))
        add("area", who.area)
        add("returning", who.returning.map { [$0 ? "true" : "false"] } ?? [])
        add("guarantor", who.guarantor.map(\.rawValue))
        add("country", place.country.map(\.description))
        add("region", place.region)
        add("sector", place.sector)
        add("channel", place.channel)
        add("employer", place.employer)
        add("year", place.year.map(String.init))
        return parts.joined(separator: ", ")
    }
}

extension KindWords {
    /// The name of a group where it is one of ours; ids and other names of the scenario stand for themselves.
    static func value(_ name: String, _ language: Language) -> String {
        switch name {
        case "": Phrase("none", "aucun", "nessuno")(language)
        case "F": Phrase("women", "femmes", "donne")(language)
        case "M": Phrase("men", "hommes", "uomini")(language)
        case "X": Phrase("other", "autre", "altro")(language)
        case "true", "returning": Phrase("yes", "oui", "sì")(language)
        case "false", "first_time": Phrase("no", "non", "no")(language)
        case "none": Phrase("none", "aucun", "nessuno")(language)
        case "community": Phrase("community", "communauté", "comunità")(language)
        case "deposit": Phrase("deposit", "dépôt", "deposito")(language)
        case "under 18": Phrase("under 18", "moins de 18 ans", "meno di 18 anni")(language)
        case "55 and over": Phrase("55 and over", "55 ans et plus", "55 anni e oltre")(language)
        default: name
        }
    }
}
