extension Phrases {
    static let settings = Phrase("What the scenario sets", "Ce que fixe le scénario", "Ciò che fissa lo scenario")
    static let settingsIntro = Phrase(
        "What the scenario sets has no source of its own: the references at the end, and the scenario’s files, say where it comes from.",
        "Ce que fixe le scénario n’a pas de source propre : les références à la fin, et les fichiers du scénario, disent d’où cela vient.",
        "Ciò che fissa lo scenario non ha una fonte propria: i riferimenti alla fine, e i file dello scenario, dicono da dove viene.")
    static let setting = Phrase("Setting", "Réglage", "Impostazione")
    static let authorisationOf = Phrase("{0}: days until the authorisation", "{0} : jours jusqu’à l’autorisation", "{0}: giorni fino all’autorizzazione")
    static let labourTestOf = Phrase("{0}: days of labour-market test", "{0} : jours de test du marché du travail", "{0}: giorni di verifica del mercato del lavoro")
    static let stayOf = Phrase("{0}: days of stay in any {1}", "{0} : jours de séjour sur {1}", "{0}: giorni di soggiorno su {1}")
    static let restDays = Phrase("days of rest between stays", "jours de repos entre deux séjours", "giorni di riposo fra due soggiorni")
    static let visaMargin = Phrase("days between visa and start", "jours entre le visa et le début", "giorni fra il visto e l’inizio")
    static let maxCycles = Phrase("cycles of a person, at most", "cycles d’une personne, au plus", "cicli di una persona, al massimo")
    static let ages = Phrase("age on the start", "âge au début", "età all’inizio")
    static let reintegration = Phrase("reintegration, a cycle", "réintégration, par cycle", "reinserimento, per ciclo")
    static let travelOf = Phrase("travel {0} \u{2013} {1}", "voyage {0} \u{2013} {1}", "viaggio {0} \u{2013} {1}")
    static let visaFreeOf = Phrase("no visa needed, {0}", "sans visa, {0}", "senza visto, {0}")
    static let filesOf = Phrase("{0}: files a month", "{0} : dossiers par mois", "{0}: pratiche al mese")
    static let processingOf = Phrase("{0}: days of processing", "{0} : jours de traitement", "{0}: giorni di trattamento")
    static let feeOf = Phrase("{0}: visa fee", "{0} : droits de visa", "{0}: costo del visto")
}
