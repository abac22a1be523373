import MobilityModel

extension Phrases {
    static let comparedWith = Phrase("What if: variants of {0}", "Et si : variantes de {0}", "E se: varianti di {0}")
    static let twoDoubts = Phrase(
        "Two sorts of doubt are kept apart. What the solver has proven: between which figures the difference of the two best plans lies. What the projection leaves open: an interval that holds 90 % of {0} replicates, in which the same people have the same luck; where it holds 0, the difference may be nothing.",
        "Deux sortes de doute restent séparées. Ce que le solveur a prouvé : entre quels chiffres se trouve la différence des deux meilleurs plans. Ce que la projection laisse ouvert : un intervalle qui contient 90 % des {0} réplications, où les mêmes personnes ont la même chance ; s’il contient 0, la différence peut n’être rien.",
        "Due tipi di dubbio restano separati. Ciò che il solutore ha dimostrato: fra quali cifre sta la differenza dei due piani migliori. Ciò che la proiezione lascia aperto: un intervallo che contiene il 90 % di {0} repliche, in cui le stesse persone hanno la stessa fortuna; dove contiene 0, la differenza può non essere nulla di reale.")
    static let twoIntervals = Phrase(
        "The interval of the differences is what one run of the programme may show, luck included. “On average” is what the change does with luck left out; its interval holds only what is not known of the chances. Where it leaves out 0 and the other does not, there is an effect, and one run may not show it.",
        "L’intervalle des différences est ce qu’une seule réalisation du programme peut montrer, hasard compris. « En moyenne » est ce que fait le changement, hasard mis à part ; son intervalle ne contient que ce qu’on ignore des probabilités. S’il exclut 0 et l’autre non, il y a un effet, qu’une seule réalisation peut ne pas montrer.",
        "L’intervallo delle differenze è ciò che una sola realizzazione del programma può mostrare, caso compreso. “In media” è ciò che fa il cambiamento, caso escluso; il suo intervallo contiene solo ciò che non si sa delle probabilità. Dove esclude 0 e l’altro no, un effetto c’è, e una sola realizzazione può non mostrarlo.")
    static let onAverage = Phrase("On average (5 … 95 %)", "En moyenne (5 … 95 %)", "In media (5 … 95 %)")
    static let averageShort = Phrase("on average {0}", "en moyenne {0}", "in media {0}")
    static let inOneRun = Phrase("one run {0}", "une réalisation {0}", "una realizzazione {0}")
    static let oneRun = Phrase("One run (5 … 95 %)", "Une réalisation (5 … 95 %)", "Una realizzazione (5 … 95 %)")
    static let somethingOnAverage = Phrase(
        "an effect; one run may show none", "un effet ; une réalisation peut n’en montrer aucun",
        "un effetto; una realizzazione può non mostrarne")
    static let playedUnder = Phrase(
        "Chances that a scenario does not give itself are those of {0}.",
        "Les probabilités qu’un scénario ne donne pas lui-même sont celles de {0}.",
        "Le probabilità che uno scenario non dà da sé sono quelle di {0}.")
    static let otherChances = Phrase(
        "These are played with other chances than the base, and what those make is in the difference too: {0}.",
        "Ceux-ci sont joués avec d’autres probabilités que la base, ce qui entre aussi dans la différence : {0}.",
        "Questi sono giocati con probabilità diverse da quelle della base, e anche ciò entra nella differenza: {0}.")
    static let idle = Phrase(
        "Of the chances, this changes nothing in the plan of {0}: {1}.",
        "Parmi les probabilités, ceci ne change rien dans le plan de {0} : {1}.",
        "Delle probabilità, questo non cambia nulla nel piano di {0}: {1}.")
    static let idleEffect = Phrase("effect {0} ({1})", "l’effet {0} ({1})", "l’effetto {0} ({1})")
    static let idleStep = Phrase("the effects on “{0}”", "les effets sur « {0} »", "gli effetti su “{0}”")
    static let idleLever = Phrase("the lever {0}", "le levier {0}", "la leva {0}")
    static let notPlayed = Phrase("Nothing is projected: {0}", "Rien n’est projeté : {0}", "Nulla è proiettato: {0}")
    static let atAGlance = Phrase("At a glance", "En un coup d’œil", "A colpo d’occhio")
    static let glanceTable = Phrase("Level of the base, differences of the variants", "Niveau de la base, différences des variantes", "Livello della base, differenze delle varianti")
    static let placementsByVariant = Phrase("Placements more or fewer than in the base", "Placements de plus ou de moins que dans la base", "Collocamenti in più o in meno della base")
    static let returnsByVariant = Phrase("On-time returns more or fewer than in the base, with 90 % intervals", "Retours à temps de plus ou de moins que dans la base, avec intervalles à 90 %", "Ritorni puntuali in più o in meno della base, con intervalli al 90 %")
    static let base = Phrase("Base", "Base", "Base")
    static let variant = Phrase("Variant", "Variante", "Variante")
    static let difference = Phrase("Difference", "Différence", "Differenza")
    static let strangers = Phrase(
        "This scenario and the base share no scenario that they extend: differences are between two cases, not of a change.",
        "Ce scénario et la base n’étendent aucun scénario commun : les différences sont entre deux cas, non d’un changement.",
        "Questo scenario e la base non estendono alcuno scenario comune: le differenze sono fra due casi, non di un cambiamento.")
    static let optimised = Phrase("What was optimised, and what is proven of the difference", "Ce qui a été optimisé, et ce qui est prouvé de la différence", "Che cosa è stato ottimizzato, e che cosa è dimostrato della differenza")
    static let ofTheBest = Phrase("Of the best plans, proven", "Des meilleurs plans, prouvé", "Dei piani migliori, dimostrato")
    static let reachedOfTheMost = Phrase(
        "Of the most that is proven possible ({0}), the base reaches {1} and this plan {2}.",
        "Du maximum prouvé possible ({0}), la base atteint {1} et ce plan {2}.",
        "Del massimo dimostrato possibile ({0}), la base raggiunge {1} e questo piano {2}.")
    static let gapBase = Phrase("Gap, base", "Écart, base", "Scarto, base")
    static let gapVariant = Phrase("Gap, variant", "Écart, variante", "Scarto, variante")
    static let projectedDifferences = Phrase("What comes back: differences with 90 % intervals", "Ce qui revient : différences avec intervalles à 90 %", "Che cosa torna: differenze con intervalli al 90 %")
    static let mayBeNothing = Phrase("may be nothing", "peut n’être rien", "può non essere nulla")
    static let none = Phrase("none", "aucune", "nessuna")
    static let reading = Phrase("Reading", "Lecture", "Lettura")
    static let differencesByGroup = Phrase("Placements by group, where they differ", "Placements par groupe, là où ils diffèrent", "Collocamenti per gruppo, dove differiscono")
    static let returnsByGroup = Phrase("On-time returns by group: differences with 90 % intervals", "Retours à temps par groupe : différences avec intervalles à 90 %", "Ritorni puntuali per gruppo: differenze con intervalli al 90 %")
    static let inUse = Phrase("Quota places, seats, visas and money in use, where they differ", "Places de quota, sièges, visas et argent utilisés, là où ils diffèrent", "Posti di quota, posti in aula, visti e denaro usati, dove differiscono")
    static let winnersAndLosers = Phrase("Winners and losers: people placed in one of the two plans only", "Gagnants et perdants : personnes placées dans un seul des deux plans", "Chi guadagna e chi perde: persone collocate in uno solo dei due piani")
    static let winners = Phrase("Placed in the variant only", "Placées dans la variante seule", "Collocate solo nella variante")
    static let losers = Phrase("Placed in the base only", "Placées dans la base seule", "Collocate solo nella base")
    static let noMovers = Phrase("Nobody is placed in one of the two plans only.", "Personne n’est placé dans un seul des deux plans.", "Nessuno è collocato in uno solo dei due piani.")
    static let nothingDiffers = Phrase("The two plans place the same numbers of every group.", "Les deux plans placent les mêmes nombres de chaque groupe.", "I due piani collocano gli stessi numeri di ogni gruppo.")
    static let equallyGood = Phrase(
        "Of plans equally good in every term each scenario has one. A variant keeps the base’s where that is as good, yet what no term and no rule counts may differ for no other reason.",
        "Parmi des plans également bons en chaque terme, chaque scénario en a un. Une variante garde celui de la base s’il est aussi bon, mais ce qu’aucun terme ni règle ne compte peut différer sans autre raison.",
        "Fra piani ugualmente buoni in ogni termine ogni scenario ne ha uno. Una variante tiene quello della base se è altrettanto buono, ma ciò che nessun termine e nessuna regola conta può differire senza altra ragione.")
    static let drawnByLot = Phrase(
        "Who of people alike in all that the model reads goes is drawn by lot, so groups say more than single people.",
        "Parmi les personnes semblables en tout ce que lit le modèle, le sort décide ; les groupes en disent donc plus que les personnes.",
        "Fra persone uguali in tutto ciò che il modello legge decide la sorte; i gruppi dicono quindi più delle singole persone.")
    static let points = Phrase("{0} pp", "{0} points", "{0} p.p.")
    static let cost = Phrase("cost", "coût", "costo")
    static let shareFilled = Phrase("share of places filled", "part des postes pourvus", "quota dei posti coperti")
    static let placesAsked = Phrase("places requested", "postes demandés", "posti richiesti")
    static let comparisonMade = Phrase("mobility {0} · seed {1}", "mobility {0} · graine {1}", "mobility {0} · seme {1}")
    static let otherFiles = Phrase("scenario {0}, input {1}, plan {2}", "scénario {0}, données {1}, plan {2}", "scenario {0}, dati {1}, piano {2}")
    static let whatIsCompared = Phrase("What is compared", "Ce qui est comparé", "Che cosa si confronta")
    static let scenarioName = Phrase("Scenario", "Scénario", "Scenario")
    static let about = Phrase("About", "À propos", "Descrizione")
    static let status = Phrase("Plan", "Plan", "Piano")
}

/// The state of a plan in words.
enum StatusWords {
    static func text(_ status: String, _ language: Language) -> String {
        switch PlanStatus(rawValue: status) {
        case .optimal: Phrase("optimal", "optimal", "ottimale")(language)
        case .feasible: Phrase("valid, gap proven", "valable, écart prouvé", "valido, scarto dimostrato")(language)
        case .interrupted: Phrase("stopped early", "arrêté avant la fin", "interrotto prima della fine")(language)
        default: status
        }
    }
}
