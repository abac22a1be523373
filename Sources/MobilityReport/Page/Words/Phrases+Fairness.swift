extension Phrases {
    static let fairness = Phrase("Fairness", "Équité", "Equità")
    static let fairnessIntro = Phrase(
        "By lottery: what a group would have were every filled place drawn by lot among all who can reach it. A bar runs from there to the placements of the plan, the mark.",
        "Par tirage : ce qu’un groupe aurait si chaque poste pourvu était tiré au sort entre tous ceux qui peuvent l’atteindre. La barre va de là aux placements du plan, le repère.",
        "Per sorteggio: che cosa avrebbe un gruppo se ogni posto coperto fosse sorteggiato fra tutti coloro che possono raggiungerlo. La barra va da lì ai collocamenti del piano, il segno.")
    static let fairnessChart = Phrase(
        "Placements of each group, and what a lottery would give it", "Placements de chaque groupe, et ce qu’un tirage lui donnerait",
        "Collocamenti di ogni gruppo, e che cosa gli darebbe un sorteggio")
    static let inReach = Phrase("A place in reach", "Un poste à portée", "Un posto alla portata")
    static let byLottery = Phrase("By lottery", "Par tirage", "Per sorteggio")
    static let lots = Phrase(
        "{0} draws among {1} people alike to the model decided who of them goes, or where.",
        "{0} tirages entre {1} personnes semblables pour le modèle ont décidé qui d’entre elles part, ou vers où.",
        "{0} sorteggi fra {1} persone uguali per il modello hanno deciso chi di loro parte, o per dove.")
    static let rulePrices = Phrase("What each balance rule costs", "Ce que coûte chaque règle d’équilibre", "Quanto costa ogni regola di equilibrio")
    static let withAll = Phrase("With all rules", "Avec toutes les règles", "Con tutte le regole")
    static let without = Phrase("Without it", "Sans elle", "Senza di essa")
    static let ruleCost = Phrase("It costs", "Elle coûte", "Costa")
    static let isProven = Phrase("Proven", "Prouvé", "Dimostrato")
    static let yes = Phrase("yes", "oui", "sì")
    static let no = Phrase("no", "non", "no")
}
