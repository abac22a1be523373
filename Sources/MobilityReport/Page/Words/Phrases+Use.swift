extension Phrases {
    static let quotas = Phrase("Quota lines", "Lignes de quota", "Linee di quota")
    static let quota = Phrase("Quota line", "Ligne de quota", "Linea di quota")
    static let quotaMonths = Phrase("Quota places by the month in which stays start", "Places de quota selon le mois de début des séjours", "Posti di quota per mese di inizio dei soggiorni")
    static let noQuota = Phrase("No line", "Hors quota", "Senza linea")
    static let others = Phrase("others", "autres", "altri")
    static let used = Phrase("Used", "Utilisées", "Usati")
    static let left = Phrase("Left", "Restantes", "Restanti")
    static let places = Phrase("Places", "Places", "Posti")
    static let share = Phrase("Share", "Part", "Quota")
    static let quotaChart = Phrase("Share of each quota line that is used", "Part utilisée de chaque ligne de quota", "Parte usata di ogni linea di quota")
    static let consulateChart = Phrase("Applications by month, and the capacity of the consulates in use", "Demandes par mois, et capacité des consulats utilisés", "Domande per mese, e capacità dei consolati usati")
    static let month = Phrase("Month", "Mois", "Mese")
    static let consulates = Phrase("Consulates by month", "Les consulats par mois", "I consolati per mese")
    static let consulate = Phrase("Consulate", "Consulat", "Consolato")
    static let applications = Phrase("Applications", "Demandes", "Domande")
    static let capacity = Phrase("Capacity", "Capacité", "Capacità")
    static let capacityInUse = Phrase("capacity of the consulates in use", "capacité des consulats utilisés", "capacità dei consolati usati")
    static let funds = Phrase("Funds", "Les fonds", "I fondi")
    static let fund = Phrase("Fund", "Fonds", "Fondo")
    static let paid = Phrase("Paid", "Payé", "Pagato")
    static let amount = Phrase("Amount", "Montant", "Importo")
    static let rules = Phrase("Balance rules", "Règles d’équilibre", "Regole di equilibrio")
    static let rule = Phrase("Rule", "Règle", "Regola")
    static let reached = Phrase("Reached", "Atteint", "Raggiunto")
    static let missed = Phrase("Missed by", "Manque", "Manca")
    static let sessions = Phrase("Course sessions", "Sessions de formation", "Sessioni di formazione")
    static let session = Phrase("Course session", "Session", "Sessione")
    static let seats = Phrase("Seats", "Sièges", "Posti in aula")

    static let outcomes = Phrase("What comes back", "Ce qui revient", "Che cosa torna")
    static let takenAsCertain = Phrase(
        "No chance is given of these steps, so they are taken as certain: {0}.",
        "Aucune probabilité n’est donnée pour ces étapes, elles sont donc tenues pour certaines : {0}.",
        "Di questi passi non è data alcuna probabilità, perciò sono presi per certi: {0}.")
    static let takenAsNever = Phrase(
        "No chance is given of these either, so they are taken never to happen: {0}.",
        "Aucune probabilité n’est donnée pour celles-ci, elles sont donc tenues pour ne jamais arriver : {0}.",
        "Di questi non è data alcuna probabilità, perciò si assume che non avvengano mai: {0}.")
    static let outcomesIntro = Phrase(
        "{0} replicates; an interval holds 90 % of them. “Parameters” is the part of the uncertainty that comes from not knowing the chances; the rest is luck.",
        "{0} réplications ; un intervalle en contient 90 %. « Paramètres » : la part d’incertitude due aux chances mal connues ; le reste est du hasard.",
        "{0} repliche; un intervallo ne contiene il 90 %. “Parametri”: la parte di incertezza dovuta alle probabilità non note; il resto è caso.")
    static let noOutcomes = Phrase(
        "This plan has not been projected: “mobility simulate” says what it leads to, with intervals.",
        "Ce plan n’a pas été projeté : “mobility simulate” dit à quoi il mène, avec des intervalles.",
        "Questo piano non è stato proiettato: “mobility simulate” dice a che cosa porta, con gli intervalli.")
    static let figure = Phrase("Figure", "Grandeur", "Grandezza")
    static let parameters = Phrase("Parameters", "Paramètres", "Parametri")
    static let ratesByGroup = Phrase("Return rate by group, with 90 % intervals", "Taux de retour par groupe, avec intervalles à 90 %", "Tasso di ritorno per gruppo, con intervalli al 90 %")
    static let group = Phrase("Group", "Groupe", "Gruppo")
    static let everybody = Phrase("everybody", "tout le monde", "tutti")

    static let reasons = Phrase("Reasons", "Les raisons", "Le ragioni")
    static let reason = Phrase("Reason", "Raison", "Ragione")
    static let mostOften = Phrase("Most often", "Le plus souvent", "Più spesso")
    static let unplaced = Phrase("People not placed: {0}", "Personnes non placées : {0}", "Persone non collocate: {0}")
    static let unfilled = Phrase("Places not filled: {0}", "Postes non pourvus : {0}", "Posti non coperti: {0}")
    static let noReasons = Phrase("Everybody is placed and every place is filled.", "Tout le monde est placé et tous les postes sont pourvus.", "Tutti sono collocati e tutti i posti sono coperti.")

    static let groups = Phrase("Who goes", "Qui part", "Chi parte")
    static let peopleInGroup = Phrase("People", "Personnes", "Persone")
    static let placedInGroup = Phrase("Placed", "Placées", "Collocate")
    static let notPlaced = Phrase("Not placed", "Non placées", "Non collocate")

    static let sources = Phrase("Sources and assumptions", "Sources et hypothèses", "Fonti e ipotesi")
    static let sourcesIntro = Phrase("Every number below is an assumption of the scenario, with where it comes from as far as that is said.", "Chaque nombre ci-dessous est une hypothèse du scénario, avec son origine lorsqu’elle est indiquée.", "Ogni numero qui sotto è un’ipotesi dello scenario, con la sua origine dove è indicata.")
    static let ownChances = Phrase("under the scenario’s own chances", "selon les chances du scénario", "secondo le probabilità dello scenario")
    static let chancesFrom = Phrase(
        "under the chances of {0}, where the scenario gives none", "selon les chances de {0}, là où le scénario n’en donne pas",
        "secondo le probabilità di {0}, dove lo scenario non ne dà")
    static let behaviourFrom = Phrase("What the scenario does not say of behaviour comes from {0}.", "Ce que le scénario ne dit pas des comportements vient de {0}.", "Ciò che lo scenario non dice dei comportamenti viene da {0}.")
    static let assumption = Phrase("Assumption", "Hypothèse", "Ipotesi")
    static let source = Phrase("Source", "Source", "Fonte")
    static let noSource = Phrase("no source given", "sans source", "senza fonte")
    static let references = Phrase("References of the scenario", "Références du scénario", "Riferimenti dello scenario")
    static let reference = Phrase("Reference", "Référence", "Riferimento")
    static let observations = Phrase("{0} of {1} observations", "{0} sur {1} observations", "{0} su {1} osservazioni")
    static let oddsRatio = Phrase("odds ratio {0}", "rapport de cotes {0}", "rapporto di quote {0}")
    static let days = Phrase("median {0} days", "médiane {0} jours", "mediana {0} giorni")
}
