/// The sentences and headings of the page.
enum Phrases {
    static let skip = Phrase("Skip to the content", "Aller au contenu", "Vai al contenuto")
    static let contents = Phrase("Contents", "Sommaire", "Indice")
    static let moreRows = Phrase(
        "{0} more rows are in the files of the plan.", "{0} lignes de plus dans les fichiers du plan.",
        "Altre {0} righe sono nei file del piano.")
    static let publicNote = Phrase(
        "Public version. Counts of people and of placements are rounded at random to a multiple of 5 (up or down by at most 4, right on average; only down beside a limit of the scenario), money of the plan to one significant digit (costs of one person or return to two), projected shares to whole percents; shares of counts are those of the rounded ones, so nothing need add up. Within a table groups of fewer than 5 people are not shown (“< 5”, or “–” where one would tell of another). The ids of people, requests and course sessions, and values of terms that count people, are left out; a limit is named as used up only where it has a multiple of 5. One table taken from another thus leaves the number of a small group open, unless many counts happen to be moved by the most possible at once. Not protected are: that a group shown has somebody in it, what somebody knows who has the lists of the plan, and differences between this page and one of other rows of candidates.",
        "Version publique. Les nombres de personnes et de placements sont arrondis au hasard à un multiple de 5 (de 4 au plus vers le haut ou le bas, justes en moyenne ; seulement vers le bas près d’une limite du scénario), les montants du plan à un chiffre significatif (les coûts par personne ou par retour à deux), les parts projetées au pour cent ; les parts de nombres sont celles des nombres arrondis : les sommes ne tombent donc pas juste. Dans un tableau, les groupes de moins de 5 personnes ne sont pas montrés (« < 5 », ou « – » là où l’un en révélerait un autre). Les identifiants des personnes, des demandes et des sessions de formation, et les valeurs des objectifs qui comptent des personnes, sont omis ; une limite n’est dite épuisée que si elle compte un multiple de 5. Un tableau retranché d’un autre laisse ainsi ouvert l’effectif d’un petit groupe, sauf si de nombreux arrondis sont extrêmes à la fois. Ne sont pas protégés : qu’un groupe montré n’est pas vide, ce que sait qui possède les listes du plan, et les différences entre cette page et celle d’autres listes de candidats.",
        "Versione pubblica. I numeri di persone e di collocamenti sono arrotondati a caso a un multiplo di 5 (al più di 4 in su o in giù, giusti in media; solo in giù presso un limite dello scenario), gli importi del piano a una cifra significativa (i costi per persona o per ritorno a due), le quote proiettate al punto percentuale; le quote di numeri sono quelle dei numeri arrotondati: le somme quindi non tornano. In una tabella i gruppi di meno di 5 persone non sono mostrati (“< 5”, o “–” dove uno ne rivelerebbe un altro). Gli identificativi di persone, richieste e sessioni di formazione, e i valori degli obiettivi che contano persone, sono omessi; un limite è detto esaurito solo se ha un multiplo di 5. Una tabella sottratta da un’altra lascia così aperto il numero di un gruppo piccolo, salvo che molti arrotondamenti siano estremi insieme. Non sono protetti: che un gruppo mostrato non è vuoto, ciò che sa chi ha gli elenchi del piano, e le differenze tra questa pagina e quella di altri elenchi di candidati.")
    static let tooFew = Phrase(
        "Nothing can be shown: these are fewer than 5 people.", "Rien ne peut être montré : il s’agit de moins de 5 personnes.",
        "Non si può mostrare nulla: sono meno di 5 persone.")
    static let made = Phrase(
        "mobility {0} · input {1} · seed {2}", "mobility {0} · données {1} · graine {2}", "mobility {0} · dati {1} · seme {2}")

    static let optimal = Phrase(
        "Proven: no valid plan is better.", "Prouvé : aucun plan valable n’est meilleur.", "Dimostrato: nessun piano valido è migliore.")
    static let feasible = Phrase(
        "A valid plan; the gap to the best possible is proven and stands below.",
        "Un plan valable ; l’écart au meilleur possible est prouvé et indiqué plus bas.",
        "Un piano valido; lo scarto dal migliore possibile è dimostrato e indicato sotto.")
    static let interrupted = Phrase(
        "Stopped early: the best valid plan so far; its gap stands below.",
        "Arrêté avant la fin : le meilleur plan valable trouvé ; son écart est indiqué plus bas.",
        "Interrotto prima della fine: il miglior piano valido trovato; il suo scarto è indicato sotto.")
    static let unproven = Phrase(
        "A valid plan; how far it is from the best possible is not recorded.",
        "Un plan valable ; son écart au meilleur possible n’est pas enregistré.",
        "Un piano valido; il suo scarto dal migliore possibile non è registrato.")

    static let headline = Phrase("Headline", "En bref", "In breve")
    static let placed = Phrase("people placed", "personnes placées", "persone collocate")
    static let ofPeople = Phrase("of {0}", "sur {0}", "su {0}")
    static let placements = Phrase("placements", "placements", "collocamenti")
    static let byReturning = Phrase("{0} by people who have been before", "dont {0} de personnes déjà parties", "di cui {0} di persone già partite")
    static let filled = Phrase("places filled", "postes pourvus", "posti coperti")
    static let returnRate = Phrase("return rate", "taux de retour", "tasso di ritorno")
    static let costPerReturn = Phrase("per on-time return", "par retour à temps", "per ritorno puntuale")
    static let interval = Phrase("90 % interval {0} to {1}", "intervalle à 90 % : {0} à {1}", "intervallo al 90 %: da {0} a {1}")
    static let terms = Phrase("What was optimised, in this order", "Ce qui a été optimisé, dans cet ordre", "Che cosa è stato ottimizzato, in quest’ordine")
    static let term = Phrase("Term", "Terme", "Termine")
    static let value = Phrase("Value", "Valeur", "Valore")
    static let bound = Phrase("Best possible", "Meilleur possible", "Migliore possibile")
    static let gap = Phrase("Gap", "Écart", "Scarto")

    static let flow = Phrase("The cycle", "Le cycle", "Il ciclo")
    static let flowPlanned = Phrase(
        "From quota to the next cycle, as planned. What is lost on the way is not projected yet: “mobility simulate” does so.",
        "Du quota au cycle suivant, tel que planifié. Les pertes en chemin ne sont pas encore projetées : “mobility simulate” s’en charge.",
        "Dalla quota al ciclo successivo, come pianificato. Le perdite lungo il percorso non sono ancora proiettate: lo fa “mobility simulate”.")
    static let flowProjected = Phrase(
        "From quota to the next cycle: quota, requests and placements as planned, then the mean of {0} replicates. Intervals hold 90 % of them.",
        "Du quota au cycle suivant : quota, demandes et placements tels que planifiés, puis la moyenne de {0} réplications. Les intervalles en contiennent 90 %.",
        "Dalla quota al ciclo successivo: quota, richieste e collocamenti come pianificati, poi la media di {0} repliche. Gli intervalli ne contengono il 90 %.")
    static let flowChart = Phrase("How many go on at each step, and how many are lost", "Combien poursuivent à chaque étape, et combien sont perdus", "Quanti proseguono a ogni tappa, e quanti si perdono")
    static let flowLarge = Phrase(
        "Quota places and places requested are many times the placements: they stand in the table and not in the chart.",
        "Les places de quota et les postes demandés dépassent de loin les placements : ils figurent dans le tableau et non dans le graphique.",
        "I posti di quota e quelli richiesti superano di molto i collocamenti: stanno nella tabella e non nel grafico.")
    static let ganttChart = Phrase("Training, visa and stay of each cohort", "Formation, visa et séjour de chaque cohorte", "Formazione, visto e soggiorno di ogni coorte")
    static let step = Phrase("Step", "Étape", "Tappa")
    static let goOn = Phrase("go on", "poursuivent", "proseguono")
    static let lost = Phrase("lost since the step before", "perdus depuis l’étape précédente", "persi dalla tappa precedente")
    static let mean = Phrase("Mean", "Moyenne", "Media")
    static let from = Phrase("From (5 %)", "De (5 %)", "Da (5 %)")
    static let to = Phrase("To (95 %)", "À (95 %)", "A (95 %)")
    static let loss = Phrase("Lost", "Perdus", "Persi")
    static let stepQuota = Phrase("Quota places", "Places de quota", "Posti di quota")
    static let stepRequest = Phrase("Places requested", "Postes demandés", "Posti richiesti")
    static let stepPlaced = Phrase("Placements planned", "Placements planifiés", "Collocamenti pianificati")
    static let stepTraining = Phrase("of which with training", "dont avec formation", "di cui con formazione")
    static let stepVisa = Phrase("Visa applications planned", "Demandes de visa planifiées", "Domande di visto pianificate")
    static let stepNext = Phrase("Later cycles planned", "Cycles ultérieurs planifiés", "Cicli successivi pianificati")
    static let people = Phrase("people", "personnes", "persone")
    static let placesOrPlacements = Phrase("places, then placements", "postes, puis placements", "posti, poi collocamenti")
    static let ends = Phrase("How stays end", "Comment finissent les séjours", "Come finiscono i soggiorni")

    static let gantt = Phrase("Cohorts over the horizon", "Les cohortes dans le temps", "Le coorti nel tempo")
    static let ganttIntro = Phrase(
        "A cohort is everybody who starts in one month in one country and channel.",
        "Une cohorte réunit les départs d’un même mois, pays et canal.",
        "Una coorte riunisce chi parte nello stesso mese, paese e canale.")
    static let cohort = Phrase("Cohort", "Cohorte", "Coorte")
    static let training = Phrase("Training", "Formation", "Formazione")
    static let visa = Phrase("Visa to start", "Du visa au début", "Dal visto all’inizio")
    static let stay = Phrase("Stay", "Séjour", "Soggiorno")
    static let largestCohorts = Phrase("The {0} largest of {1} cohorts.", "Les {0} plus grandes des {1} cohortes.", "Le {0} coorti più grandi su {1}.")
    static let cohortsHidden = Phrase(
        "Not shown: {0} cohorts of fewer than 5 people, or that would tell of one.",
        "Non montrées : {0} cohortes de moins de 5 personnes, ou qui en révéleraient une.",
        "Non mostrate: {0} coorti di meno di 5 persone, o che ne rivelerebbero una.")
    static let time = Phrase("time", "temps", "tempo")
}
