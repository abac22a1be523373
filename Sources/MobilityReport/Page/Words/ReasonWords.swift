/// Reasons in words.
enum ReasonWords {
    static func phrase(_ code: String) -> Phrase {
        let spelled = String(code.map { $0 == "_" ? " " : $0 })
        return phrases[code] ?? Phrase(spelled, spelled, spelled)
    }

    private static let phrases: [String: Phrase] = [
        "no_eligible_request": Phrase("no request fits", "aucune demande ne convient", "nessuna richiesta adatta"),
        "age": Phrase("age", "âge", "età"),
        "not_yet_available": Phrase("not yet available", "pas encore disponible", "non ancora disponibile"),
        "not_available_to_the_end": Phrase("not available to the end", "pas disponible jusqu’à la fin", "non disponibile fino alla fine"),
        "passport_expires": Phrase("passport expires", "passeport expiré avant la fin", "passaporto in scadenza"),
        "outside_horizon": Phrase("outside the horizon", "hors de l’horizon", "fuori dall’orizzonte"),
        "not_filed": Phrase("request not filed", "demande non déposée", "richiesta non presentata"),
        "skill_missing": Phrase("a skill is missing", "une compétence manque", "manca una competenza"),
        "no_consulate": Phrase("no consulate", "pas de consulat", "nessun consolato"),
        "no_quota_line": Phrase("no quota line", "pas de ligne de quota", "nessuna linea di quota"),
        "no_fund": Phrase("no fund can pay", "aucun fonds ne peut payer", "nessun fondo può pagare"),
        "max_cycles": Phrase("as many cycles as allowed", "nombre maximal de cycles atteint", "numero massimo di cicli raggiunto"),
        "resting": Phrase("resting", "en période de repos", "in periodo di riposo"),
        "stay_limit": Phrase("limit of days of stay", "limite de jours de séjour", "limite di giorni di soggiorno"),
        "no_session": Phrase("no course session", "pas de session de formation", "nessuna sessione di formazione"),
        "no_session_in_time": Phrase("no course session in time", "pas de session à temps", "nessuna sessione in tempo"),
        "authorisation_too_late": Phrase("authorisation too late", "autorisation trop tardive", "autorizzazione troppo tardi"),
        "visa_too_late": Phrase("visa too late", "visa trop tardif", "visto troppo tardi"),
        "session_full": Phrase("course session full", "session complète", "sessione piena"),
        "session_minimum": Phrase("course session below its minimum", "session sous son minimum", "sessione sotto il minimo"),
        "consulate_closed": Phrase("consulate closed", "consulat fermé", "consolato chiuso"),
        "consulate_full": Phrase("consulate full", "consulat saturé", "consolato pieno"),
        "quota_full": Phrase("quota line full", "ligne de quota épuisée", "linea di quota esaurita"),
        "places_taken": Phrase("places taken", "postes pris", "posti occupati"),
        "request_minimum": Phrase("request below its minimum", "demande sous son minimum", "richiesta sotto il minimo"),
        "outbid": Phrase("somebody ranks higher", "quelqu’un est mieux classé", "qualcuno ha un punteggio più alto"),
        "fund_exhausted": Phrase("fund exhausted", "fonds épuisé", "fondo esaurito"),
        "rule": Phrase("a rule leaves no room", "une règle ne laisse pas de place", "una regola non lascia posto"),
        "not_better": Phrase("possible, but would not improve the plan", "possible, mais n’améliorerait pas le plan", "possibile, ma non migliorerebbe il piano"),
        "no_room_or_gain": Phrase(
            "no room, or no better plan found with it", "pas de place, ou pas de meilleur plan trouvé ainsi", "nessun posto, o nessun piano migliore trovato così"),
        "room_left": Phrase("room is left; not proven best", "il reste de la place ; optimalité non prouvée", "c’è ancora posto; ottimo non dimostrato"),
        "soft_rule": Phrase("possible, but a soft rule would be missed by more", "possible, mais une règle souple serait moins bien tenue", "possibile, ma una regola flessibile sarebbe meno rispettata"),
        "no_eligible_candidate": Phrase("nobody is eligible", "personne n’est éligible", "nessuno è idoneo"),
        "candidates_elsewhere": Phrase("all who are eligible are placed", "toutes les personnes éligibles sont placées", "tutti gli idonei sono collocati"),
        "unexplained": Phrase("no reason recorded", "aucune raison enregistrée", "nessuna ragione registrata"),
    ]
}
