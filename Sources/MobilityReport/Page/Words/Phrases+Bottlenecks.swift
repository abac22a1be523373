extension Phrases {
    static let bottlenecks = Phrase("Bottlenecks", "Goulets d’étranglement", "Colli di bottiglia")
    static let noBottlenecks = Phrase("None is recorded.", "Aucun n’est enregistré.", "Nessuno è registrato.")
    static let publicBottlenecks = Phrase(
        "In this public version only what has a multiple of 5 (places, applications, seats, or a count that a rule asks for) can be listed here; all else, and funds, are left out, used up or not.",
        "Dans cette version publique, seul ce qui compte un multiple de 5 (places, demandes, sièges, ou nombre qu’une règle demande) peut figurer ici ; tout le reste, et les fonds, sont omis, épuisés ou non.",
        "In questa versione pubblica può figurare qui solo ciò che ha un multiplo di 5 (posti, domande, posti in aula, o un numero chiesto da una regola); tutto il resto, e i fondi, sono omessi, esauriti o no.")
    static let scarce = Phrase("Scarce", "Ressource rare", "Risorsa scarsa")
    static let fewer = Phrase("{0} fewer", "{0} de moins", "{0} in meno")
    static let moreOf = Phrase("{0} more", "{0} de plus", "{0} in più")

    static let byPrices = Phrase("By prices", "Selon les prix", "Secondo i prezzi")
    static let byPricesIntro = Phrase(
        "By prices: what one more unit (of a fund, EUR 1,000) of what the plan uses up may bring to the term named, at the margin. It is a price of the linear relaxation, for small changes only; what the plan leaves room in has none. “mobility report --marginal” adds exact values.",
        "Selon les prix : ce qu’une unité de plus (pour un fonds, 1 000 EUR) de ce que le plan épuise peut apporter au terme indiqué, à la marge. C’est un prix de la relaxation linéaire, pour de petits changements seulement ; ce qui n’est pas épuisé n’en a pas. “mobility report --marginal” ajoute les valeurs exactes.",
        "Secondo i prezzi: che cosa può portare un’unità in più (di un fondo, 1.000 EUR) di ciò che il piano esaurisce al termine indicato, al margine. È un prezzo del rilassamento lineare, solo per piccoli cambiamenti; ciò che non è esaurito non ne ha. “mobility report --marginal” aggiunge i valori esatti.")
    static let oneMore = Phrase("One more may bring", "Une unité de plus peut apporter", "Un’unità in più può portare")

    static let exactly = Phrase("Exact, planned again", "Exact, replanifié", "Esatto, ripianificato")
    static let exactlyIntro = Phrase(
        "Exact: the plan is made again with so much more of one thing, and the best plan is compared with the best plan. Most to gain first.",
        "Exact : le plan est refait avec autant de plus d’une seule ressource, et le meilleur plan est comparé au meilleur plan. Le plus grand gain d’abord.",
        "Esatto: il piano è rifatto con altrettanto in più di una sola risorsa, e il piano migliore è confrontato con il piano migliore. Prima il guadagno maggiore.")
    static let exactlyNothing = Phrase(
        "More of {0} other things brings nothing, as the prices of the plan’s bounds prove.",
        "Davantage de {0} autres ressources n’apporte rien : les prix des bornes du plan le prouvent.",
        "Avere di più di altre {0} risorse non porta nulla: lo dimostrano i prezzi dei limiti del piano.")
    static let fromAnotherPlan = Phrase(
        "The plan shown is not the best one: exact values are measured from the best plan.",
        "Le plan montré n’est pas le meilleur : les valeurs exactes sont mesurées à partir du meilleur plan.",
        "Il piano mostrato non è il migliore: i valori esatti sono misurati a partire dal piano migliore.")
    static let has = Phrase("There is", "Il y a", "Ci sono")
    static let soMuchMore = Phrase("So much more", "Autant de plus", "Altrettanto in più")
    static let brings = Phrase("Brings", "Apporte", "Porta")
    static let known = Phrase("Known", "Connu", "Noto")
    static let termMoves = Phrase("{0}: {1}", "{0}\u{A0}: {1}", "{0}: {1}")
    static let holds = Phrase("How far it holds", "Jusqu’où cela vaut", "Fino a dove vale")
    static let exact = Phrase("exact", "exact", "esatto")
    static let withinBounds = Phrase("within proven bounds", "entre des bornes prouvées", "entro limiti dimostrati")
    static let ofThePlansFound = Phrase("of the plans found", "des plans trouvés", "dei piani trovati")
    static let nothingUpTo = Phrase("nothing up to {0} more", "rien jusqu’à {0} de plus", "nulla fino a {0} in più")
    static let bringsNothing = Phrase("nothing", "rien", "nulla")
    static let eachUpTo = Phrase("each as much from {0} to {1}", "chacune autant de {0} à {1}", "ciascuna altrettanto da {0} a {1}")
    static let notAt = Phrase("no longer at {0}", "plus à {0}", "non più a {0}")
    static let lessBrings = Phrase("{0} bring nothing", "{0} n’apportent rien", "{0} non portano nulla")
}
