import MobilityModel

extension Nearness {
    /// Whether another plan as good could be nearer to the base's, and how near this one is.
    func sentence(_ language: Language) -> String {
        guard moved > 0 || changed > 0 else { return Phrases.nearestAndSame(language) }
        let fewer = isClosest ? "" : Phrases.atLeast.with(language, language.count(fewestMoved))
        let changedFewer = !isClosest || changed <= fewestChanged ? ""
            : fewestChanged == 0 ? Phrases.perhapsFewer(language) : Phrases.atLeast.with(language, language.count(fewestChanged))
        return (isClosest ? Phrases.nearest : Phrases.perhapsNearer)(language) + " "
            + Phrases.movedAndChanged.with(language, language.count(moved) + fewer, language.count(changed) + changedFewer)
    }
}

extension Phrases {
    fileprivate static let nearestAndSame = Phrase(
        "Of plans as good as this one it is the nearest to the base’s, which is proven: everybody does what they do there.",
        "Parmi les plans aussi bons que celui-ci, c’est le plus proche de celui de la base, ce qui est prouvé : "
            + "chaque personne y fait la même chose.",
        "Fra i piani altrettanto buoni questo è il più vicino a quello della base, ed è dimostrato: ogni persona vi fa la stessa cosa.")
    fileprivate static let nearest = Phrase(
        "Of plans as good as this one it is the nearest to the base’s, which is proven.",
        "Parmi les plans aussi bons que celui-ci, c’est le plus proche de celui de la base, ce qui est prouvé.",
        "Fra i piani altrettanto buoni questo è il più vicino a quello della base, ed è dimostrato.")
    fileprivate static let perhapsNearer = Phrase(
        "Of plans as good as this one another may be nearer to the base’s.",
        "Parmi les plans aussi bons que celui-ci, un autre est peut-être plus proche de celui de la base.",
        "Fra i piani altrettanto buoni un altro è forse più vicino a quello della base.")
    fileprivate static let movedAndChanged = Phrase(
        "People placed in one of the two plans only: {0}; of those placed in both, they do something else: {1}.",
        "Personnes placées dans un seul des deux plans : {0} ; parmi celles placées dans les deux, font autre chose : {1}.",
        "Persone collocate in uno solo dei due piani: {0}; fra quelle collocate in entrambi, fanno altro: {1}.")
    fileprivate static let atLeast = Phrase(
        " (at least {0} in any plan as good)", " (au moins {0} dans tout plan aussi bon)", " (almeno {0} in ogni piano altrettanto buono)")
    fileprivate static let perhapsFewer = Phrase(" (perhaps fewer)", " (peut-être moins)", " (forse meno)")
}
