import MobilityModel

extension OutcomeFigure {
    var phrase: Phrase {
        switch self {
        case .planned: Phrase("planned", "planifiés", "pianificati")
        case .takenUp: Phrase("taken up", "entamés", "intrapresi")
        case .authorised: Phrase("authorised", "autorisés", "autorizzati")
        case .visasGranted: Phrase("visas granted", "visas délivrés", "visti rilasciati")
        case .departed: Phrase("departed", "partis", "partiti")
        case .completed: Phrase("stays completed", "séjours achevés", "soggiorni completati")
        case .returnedOnTime: Phrase("returned on time", "revenus à temps", "tornati in tempo")
        case .returnedEarly: Phrase("returned early", "revenus avant terme", "tornati prima")
        case .extended: Phrase("extended (lawful)", "prolongés (légal)", "prorogati (lecito)")
        case .lawfulExit: Phrase("lawful exit", "sortie légale", "uscita lecita")
        case .overstayed: Phrase("overstayed", "restés au-delà", "rimasti oltre il termine")
        case .reapplied: Phrase("gone on to the next cycle", "passés au cycle suivant", "passati al ciclo successivo")
        case .seatsWasted: Phrase("course seats wasted", "sièges de formation perdus", "posti in aula sprecati")
        case .visasWasted: Phrase("visas wasted", "visas perdus", "visti sprecati")
        case .placesUnfilled: Phrase("places left empty", "postes restés vides", "posti rimasti vuoti")
        case .projectsStarted: Phrase("projects started", "projets lancés", "progetti avviati")
        case .projectsAlive12m: Phrase("projects alive after 12 months", "projets vivants après 12 mois", "progetti attivi dopo 12 mesi")
        case .jobsCreated: Phrase("jobs created", "emplois créés", "posti di lavoro creati")
        case .cost: Phrase("cost", "coût", "costo")
        case .costPerOnTimeReturn: Phrase("cost per on-time return", "coût par retour à temps", "costo per ritorno puntuale")
        case .returnRate: Phrase("return rate", "taux de retour", "tasso di ritorno")
        case .onTimeRate: Phrase("on-time rate", "taux de retour à temps", "tasso di puntualità")
        case .strictRate: Phrase("on-time, of all departures", "à temps, sur tous les départs", "in tempo, su tutte le partenze")
        }
    }

    func text(_ value: Double, _ language: Language) -> String {
        if isShare { return language.share(value) }
        return isMoney ? language.euro(value) : language.number(value, digits: 1)
    }
}

extension ObjectiveTerm {
    var phrase: Phrase {
        switch self {
        case .penalty: Phrase("points of soft rules (fewest)", "points des règles souples (le moins)", "punti delle regole flessibili (il meno)")
        case .placements: Phrase("priority points of placements (most)", "points de priorité des placements (le plus)", "punti di priorità dei collocamenti (il più)")
        case .stayDays: Phrase("days of stay (most)", "jours de séjour (le plus)", "giorni di soggiorno (il più)")
        case .match: Phrase("points of fit (most)", "points d’adéquation (le plus)", "punti di corrispondenza (il più)")
        case .returns: Phrase("expected on-time returns (most)", "retours à temps attendus (le plus)", "ritorni puntuali attesi (il più)")
        case .cost: Phrase("cost (least)", "coût (le moins)", "costo (il meno)")
        }
    }

    /// Of points, returns or money, as they count for the term.
    func text(_ value: Double, _ language: Language) -> String {
        switch self {
        case .cost: language.euro(value / 100)
        case .returns: language.number(value / 1e6, digits: 2)
        default: language.number(value, digits: 2)
        }
    }

    /// A difference with its sign; of penalty points in words, since fewer of them are better and a sign could be read both ways.
    func difference(_ value: Double, _ language: Language) -> String {
        guard self == .penalty else { return Figures.signed(text(value, language), of: value) }
        let amount = text(value.magnitude, language)
        return amount == "0" ? amount : (value < 0 ? Phrases.fewer : Phrases.moreOf).with(language, amount)
    }

    /// What its differences count.
    var unitPhrase: Phrase {
        switch self {
        case .penalty: Phrase("penalty points", "points de pénalité", "punti di penalità")
        case .placements: Phrase("priority points", "points de priorité", "punti di priorità")
        case .stayDays: Phrase("days of stay", "jours de séjour", "giorni di soggiorno")
        case .match: Phrase("points of fit", "points d’adéquation", "punti di corrispondenza")
        case .returns: Phrase("expected on-time returns", "retours à temps attendus", "ritorni puntuali attesi")
        case .cost: Phrase("cost", "coût", "costo")
        }
    }
}

extension BehaviourStep {
    var phrase: Phrase {
        switch self {
        case .authorised: Phrase("authorised", "autorisé", "autorizzato")
        case .trained: Phrase("finishes a course", "achève une formation", "completa un corso")
        case .notWithdrawn: Phrase("does not withdraw", "ne se désiste pas", "non si ritira")
        case .visaGranted: Phrase("visa granted", "visa délivré", "visto rilasciato")
        case .arrivedInTime: Phrase("arrives in time", "arrive à temps", "arriva in tempo")
        case .earlyReturn: Phrase("early return, a month", "retour anticipé, par mois", "ritorno anticipato, al mese")
        case .extended: Phrase("extended", "prolongé", "prorogato")
        case .lawfulExit: Phrase("lawful exit", "sortie légale", "uscita lecita")
        case .overstayed: Phrase("overstays", "reste au-delà", "rimane oltre il termine")
        case .returnedOnTime: Phrase("returns on time", "revient à temps", "torna in tempo")
        case .reapplied: Phrase("goes on to the next cycle", "passe au cycle suivant", "passa al ciclo successivo")
        case .projectStarted: Phrase("starts a project", "lance un projet", "avvia un progetto")
        case .projectAlive12m: Phrase("project alive after 12 months", "projet vivant après 12 mois", "progetto attivo dopo 12 mesi")
        }
    }
}

/// Names of the ways in which people and places are grouped, and of kinds of scarce things.
enum KindWords {
    static func phrase(_ kind: String) -> Phrase {
        switch kind {
        case "sex": Phrase("sex", "sexe", "sesso")
        case "age": Phrase("age", "âge", "età")
        case "origin": Phrase("origin", "origine", "origine")
        case "area": Phrase("area", "région", "area")
        case "guarantor": Phrase("guarantor", "garant", "garante")
        case "experience", "returning": Phrase("returning", "déjà parti", "già partito")
        case "sector": Phrase("sector", "secteur", "settore")
        case "channel": Phrase("channel", "canal", "canale")
        case "country": Phrase("country", "pays", "paese")
        case "year": Phrase("year", "année", "anno")
        case "cycle": Phrase("cycle", "cycle", "ciclo")
        case "quota": Phrase("quota line", "ligne de quota", "linea di quota")
        case "session": Phrase("course session", "session de formation", "sessione di formazione")
        case "consulate": Phrase("consulate", "consulat", "consolato")
        case "request": Phrase("request", "demande", "richiesta")
        case "fund": Phrase("fund", "fonds", "fondo")
        case "region": Phrase("region", "région", "regione")
        case "employer": Phrase("employer", "employeur", "datore di lavoro")
        case "visa": Phrase("days until the visa", "jours jusqu’au visa", "giorni fino al visto")
        case "authorisation": Phrase("days until the authorisation", "jours jusqu’à l’autorisation", "giorni fino all’autorizzazione")
        case "extension_days": Phrase("days of an extension", "jours d’une prolongation", "giorni di una proroga")
        case "jobs_per_project": Phrase("jobs a project creates", "emplois créés par projet", "posti di lavoro per progetto")
        case "rule": Phrase("rule", "règle", "regola")
        default: Phrase(kind, kind, kind)
        }
    }
}
