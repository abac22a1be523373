import MobilityModel

extension ReasonTemplate {
    /// In the languages of pages, each with the slots of the English sentence; articles as before a day whose number begins with a
    /// consonant.
    var phrase: Phrase {
        func words(_ french: String, _ italian: String) -> Phrase { Phrase(rawValue, french, italian) }
        func nobody(_ french: String, _ italian: String) -> Phrase {
            words(
                "personne n’est éligible ; ce qui manque à la personne la plus proche : \(french)",
                "nessuno è idoneo; che cosa manca alla persona più vicina: \(italian)")
        }
        return switch self {
        case .counted: words("{n} sur {n2} : {conditions}", "{n} su {n2}: {conditions}")
        case .lookedAt: words(
            "{n} sur {n2} examinées parmi les {n3} personnes éligibles qui restent chez elles : {conditions}",
            "{n} su {n2} esaminate fra le {n3} persone idonee che restano a casa: {conditions}")
        case .lots: words(
            "{conditions} ; tirage au sort entre {n} personnes semblables, dont {n2} partent",
            "{conditions}; sorteggio fra {n} persone uguali, di cui {n2} partono")
        case .lotsForOne: words(
            "{conditions} ; tirage au sort entre {n} personnes semblables, dont 1 part",
            "{conditions}; sorteggio fra {n} persone uguali, di cui 1 parte")
        case .unexplained: words("aucune raison n’a été trouvée", "non è stata trovata alcuna ragione")

        case .nobodyExists: words("il n’y a pas de candidats", "non ci sono candidati")
        case .nothingAsked: words("aucune demande n’a de postes", "nessuna richiesta ha posti")
        case .allPlaced: words(
            "les {n} personnes éligibles sont toutes placées, ici ou ailleurs à ce moment-là",
            "le {n} persone idonee sono tutte collocate, qui o altrove in quel periodo")
        case .onePlaced: words(
            "la seule personne éligible est placée, ici ou ailleurs à ce moment-là",
            "l’unica persona idonea è collocata, qui o altrove in quel periodo")

        case .nobodyByOccupation: nobody("le métier demandé", "il mestiere richiesto")
        case .nobodyBySector: nobody("un secteur ouvert dans ce canal", "un settore aperto nel canale")
        case .nobodyByCountry: nobody("le choix de ce pays", "la scelta di questo paese")
        case .nobodyByOrigin: nobody("une origine admise", "un’origine ammessa")
        case .nobodyByName: nobody("une désignation nominative", "la richiesta nominativa")
        case .nobodyByAge: nobody("l’âge requis", "l’età richiesta")
        case .nobodyByHorizon: nobody("un début dans l’horizon", "un inizio entro l’orizzonte")
        case .nobodyByFiling: nobody("la date de dépôt", "la data di presentazione")
        case .nobodyByStart: nobody("la disponibilité au début", "la disponibilità all’inizio")
        case .nobodyByEnd: nobody("la disponibilité jusqu’à la fin", "la disponibilità fino alla fine")
        case .nobodyByPassport: nobody("un passeport valable jusqu’à la fin", "un passaporto valido fino alla fine")

        case .occupation: words("aucune demande ne porte sur {occupations}", "nessuna richiesta riguarda {occupations}")
        case .sector: words("le canal {channel} n’est pas ouvert au secteur {sector}", "il canale {channel} non è aperto al settore {sector}")
        case .country: words(
            "les demandes pour {occupation} sont dans des pays que la personne n’a pas choisis",
            "le richieste per {occupation} sono in paesi che la persona non ha scelto")
        case .origin: words(
            "les demandes pour {occupation} ne sont pas ouvertes aux personnes originaires de {country}",
            "le richieste per {occupation} non sono aperte a persone originarie di {country}")
        case .named: words(
            "les demandes pour {occupation} désignent nommément d’autres personnes",
            "le richieste per {occupation} indicano per nome altre persone")
        case .age: words("l’âge au début n’est pas entre {n} et {n2} ans", "l’età all’inizio non è fra {n} e {n2} anni")
        case .ageOrMore: words("l’âge au début est inférieur à {n} ans", "l’età all’inizio è inferiore a {n} anni")
        case .horizon: words(
            "les demandes pour {occupation} commencent hors de l’horizon", "le richieste per {occupation} iniziano fuori dall’orizzonte")
        case .notFiled: words(
            "les demandes pour {occupation} n’ont pas de date de dépôt", "le richieste per {occupation} non hanno una data di presentazione")
        case .notYetAvailable: words(
            "disponible à partir du {day}, après le dernier début d’une demande qui convient",
            "disponibile dal {day}, dopo l’ultimo inizio di una richiesta adatta")
        case .notAvailable: words(
            "disponible jusqu’au {day}, avant la fin de tout séjour qui convient",
            "disponibile fino al {day}, prima della fine di ogni soggiorno adatto")
        case .passport: words(
            "le passeport expire le {day}, avant la fin de tout séjour qui convient",
            "il passaporto scade il {day}, prima della fine di ogni soggiorno adatto")

        case .skillMissing: words("{skill} est exigé et aucune session ne le donne", "{skill} è richiesto e nessuna sessione lo dà")
        case .noConsulate: words(
            "aucun consulat pour {country} → {country2} ne reçoit de demandes de visa",
            "nessun consolato riceve domande di visto da {country} per {country2}")
        case .noLineCounts: words(
            "aucune ligne de quota ne compte les personnes originaires de {country} dans le canal {channel}, secteur {sector}, le {day}",
            "nessuna linea di quota conta persone originarie di {country} nel canale {channel}, settore {sector}, il {day}")
        case .noLineForFirst: words(
            "dans le canal {channel}, pour le secteur {sector}, aucune ligne de quota n’admet de premier départ",
            "nel canale {channel}, per il settore {sector}, nessuna linea di quota ammette un primo ingresso")
        case .noLineForReturning: words(
            "dans le canal {channel}, pour le secteur {sector}, aucune ligne de quota n’admet de personne déjà partie",
            "nel canale {channel}, per il settore {sector}, nessuna linea di quota ammette chi è già partito")
        case .lineNotOpen: words(
            "la ligne de quota {line} ouvre le {day}, la demande est déposée le {day2} : déposer le jour de l’ouverture ou après",
            "la linea di quota {line} apre il {day}, la richiesta è presentata il {day2}: presentare il giorno dell’apertura o dopo")
        case .noTravelFund: words(
            "aucun fonds ne peut payer le voyage de {country} vers {country2} le {day}",
            "nessun fondo può pagare il viaggio da {country} a {country2} il {day}")
        case .noReintegrationFund: words(
            "aucun fonds ne peut payer la réintégration de personnes originaires de {country} le {day}",
            "nessun fondo può pagare il reinserimento di persone originarie di {country} il {day}")
        case .noTrainingFund: words(
            "aucun fonds ne peut payer la formation en session {session} de personnes originaires de {country} le {day}",
            "nessun fondo può pagare la formazione nella sessione {session} di persone originarie di {country} il {day}")
        case .noVisaFund: words(
            "aucun fonds ne peut payer les frais de visa du consulat {consulate} pour des personnes originaires de {country} du {day} au {day2}",
            "nessun fondo può pagare i diritti di visto del consolato {consulate} per persone originarie di {country} dal {day} al {day2}")
        case .noVisaFundOnDay: words(
            "aucun fonds ne peut payer les frais de visa du consulat {consulate} pour des personnes originaires de {country} le {day}",
            "nessun fondo può pagare i diritti di visto del consolato {consulate} per persone originarie di {country} il {day}")
        case .noRunFund: words(
            "aucun fonds ne peut payer la tenue de : {sessions}", "nessun fondo può pagare lo svolgimento di: {sessions}")

        case .resting: words("en période de repos jusqu’au {day}", "in periodo di riposo fino al {day}")
        case .stayLimit: words(
            "le séjour dépasserait la limite du canal {channel}, {n} jours sur {n2}",
            "il soggiorno supererebbe il limite del canale {channel}, {n} giorni su {n2}")
        case .noRest: words(
            "placée trop peu de temps avant ou après pour {n} jours de repos", "collocata troppo a ridosso per {n} giorni di riposo")
        case .oneCycle: words("déjà 1 cycle, le maximum d’un plan", "già 1 ciclo, il massimo in un piano")
        case .cycles: words("déjà {n} cycles, le maximum d’un plan", "già {n} cicli, il massimo in un piano")
        case .noSession: words("aucune session accessible ne donne {skills}", "nessuna sessione accessibile dà {skills}")
        case .noSessionInTime: words(
            "aucune session pour {skills} à temps, entre le {day} et le {day2}",
            "nessuna sessione per {skills} in tempo utile, fra il {day} e il {day2}")
        case .noTimeToTrain: words(
            "trop tard pour se former à {skills} : disponible à partir du {day} ; le visa doit être demandé au plus tard le {day2}",
            "troppo tardi per formarsi in {skills}: disponibile dal {day}; il visto va chiesto entro il {day2}")
        case .authorisation: words(
            "l’autorisation de la demande {request} arrive le {day} ; le visa doit être demandé au plus tard le {day2}",
            "l’autorizzazione della richiesta {request} arriva il {day}; il visto va chiesto entro il {day2}")
        case .authorisationAtStart: words(
            "l’autorisation de la demande {request} arrive le {day} ; le séjour commence le {day2}",
            "l’autorizzazione della richiesta {request} arriva il {day}; il soggiorno inizia il {day2}")
        case .filedAuthorisation: words(
            "déposée le {day}, la demande {request} est autorisée le {day2} ; le visa doit être demandé au plus tard le {day3}",
            "presentata il {day}, la richiesta {request} è autorizzata il {day2}; il visto va chiesto entro il {day3}")
        case .filedAuthorisationAtStart: words(
            "déposée le {day}, la demande {request} est autorisée le {day2} ; le séjour commence le {day3}",
            "presentata il {day}, la richiesta {request} è autorizzata il {day2}; il soggiorno inizia il {day3}")
        case .personAvailable: words("la personne est disponible à partir du {day}", "la persona è disponibile dal {day}")
        case .consulateFrom: words(
            "le consulat {consulate} ne reçoit de demandes de visa qu’à partir du {day} ; le visa doit être demandé au plus tard le {day2}",
            "il consolato {consulate} riceve domande di visto solo dal {day}; il visto va chiesto entro il {day2}")
        case .consulateUntil: words(
            "le consulat {consulate} ne reçoit de demandes de visa que jusqu’au {day} ; le visa doit être demandé au plus tard le {day2}",
            "il consolato {consulate} riceve domande di visto solo fino al {day}; il visto va chiesto entro il {day2}")
        case .consulateBetween: words(
            "le consulat {consulate} ne reçoit de demandes de visa que du {day} au {day2} ; le visa doit être demandé au plus tard le {day3}",
            "il consolato {consulate} riceve domande di visto solo dal {day} al {day2}; il visto va chiesto entro il {day3}")
        case .visaTooLate: words(
            "le visa doit être demandé au plus tard le {day} pour commencer le {day2}", "il visto va chiesto entro il {day} per iniziare il {day2}")
        case .availableTooLate: words(
            "disponible à partir du {day} ; le visa doit être demandé au plus tard le {day2} pour commencer le {day3}",
            "disponibile dal {day}; il visto va chiesto entro il {day2} per iniziare il {day3}")
        case .stayTooLate: words(
            "le séjour précédent finit le {day} ; le visa doit être demandé au plus tard le {day2} pour commencer le {day3}",
            "il soggiorno precedente finisce il {day}; il visto va chiesto entro il {day2} per iniziare il {day3}")
        case .availableAndStayTooLate: words(
            "disponible à partir du {day} et le séjour précédent finit le {day2} ; "
                + "le visa doit être demandé au plus tard le {day3} pour commencer le {day4}",
            "disponibile dal {day} e il soggiorno precedente finisce il {day2}; il visto va chiesto entro il {day3} per iniziare il {day4}")

        case .sessionMinimum: words(
            "la session pour {skills} ({session}) n’atteint pas son minimum de {n}",
            "la sessione per {skills} ({session}) non raggiunge il suo minimo di {n}")
        case .sessionFull: words(
            "il n’y a plus de place dans aucune session pour {skills} avant le {day}",
            "non c’è più posto in nessuna sessione per {skills} prima del {day}")
        case .consulateFull: words(
            "le consulat {consulate} n’a plus de capacité en {month}",
            "il consolato {consulate} ha esaurito la capacità nel mese di {month}")
        case .consulateWithoutCapacity: words(
            "le consulat {consulate} n’a aucune capacité pour les demandes de visa",
            "il consolato {consulate} non ha capacità per domande di visto")
        case .lineFull: words("la ligne de quota {line} est épuisée", "la linea di quota {line} è esaurita")
        case .linesFull: words("les lignes de quota {lines} sont épuisées", "le linee di quota {lines} sono esaurite")
        case .requestMinimum: words(
            "la demande {request} n’atteint pas son minimum de {n}", "la richiesta {request} non raggiunge il suo minimo di {n}")
        case .placesTaken: words("les postes de la demande {request} sont pris", "i posti della richiesta {request} sono occupati")
        case .rule: words(
            "la règle {rule} ne laisse pas de place à une personne de plus comme celle-ci",
            "la regola {rule} non lascia posto a un’altra persona come questa")
        case .fundsExhausted: words(
            "il ne reste pas assez dans {funds} pour payer une personne de plus", "in {funds} non resta abbastanza per pagare un’altra persona")
        case .minimumMisses: words(
            "{condition} ; avec un groupe de {n} comme cette personne, {misses}", "{condition}; con un gruppo di {n} come questa persona {misses}")

        case .servedFirst: words(
            "les postes de la demande {request} sont allés à des personnes prioritaires, désignées nommément ou arrivées plus tôt",
            "i posti della richiesta {request} sono andati a persone che vengono prima, per nome o per ordine di domanda")
        case .servedByLot: words(
            "les postes de la demande {request} sont allés à des personnes tirées au sort plus tôt",
            "i posti della richiesta {request} sono andati a persone sorteggiate prima")
        case .servedByFit: words(
            "les postes de la demande {request} sont allés à des personnes au moins aussi adéquates, ou dont le tour venait avant",
            "i posti della richiesta {request} sono andati a persone non meno adatte, o il cui turno veniva prima")
        case .takenAndNoBetter: words(
            "les postes de la demande {request} sont pris, et en céder un n’améliorerait pas le plan",
            "i posti della richiesta {request} sono occupati, e cederne uno non migliorerebbe il piano")
        case .takenByEquals: words(
            "les postes de la demande {request} sont pris par des personnes qui ne sont pas moins bien classées",
            "i posti della richiesta {request} sono occupati da persone in classifica non più in basso")
        case .outbidByPriorityPoint: words(
            "personne devancée de 1 point de priorité : les postes de la demande {request} sont pris",
            "persona superata di 1 punto di priorità: i posti della richiesta {request} sono occupati")
        case .outbidByPriority: words(
            "personne devancée de {n} points de priorité : les postes de la demande {request} sont pris",
            "persona superata di {n} punti di priorità: i posti della richiesta {request} sono occupati")
        case .outbidByMatchPoint: words(
            "personne devancée de 1 point d’adéquation : les postes de la demande {request} sont pris",
            "persona superata di 1 punto di corrispondenza: i posti della richiesta {request} sono occupati")
        case .outbidByMatch: words(
            "personne devancée de {n} points d’adéquation : les postes de la demande {request} sont pris",
            "persona superata di {n} punti di corrispondenza: i posti della richiesta {request} sono occupati")

        case .roomInTheEnd: words(
            "il reste finalement de la place sur la demande {request} : la politique ne revient pas sur ce qu’elle a décidé",
            "alla fine c’è posto nella richiesta {request}: la politica non torna su ciò che ha deciso")
        case .roomLeft: words(
            "il reste de la place sur la demande {request} : il n’est pas prouvé que le plan soit le meilleur",
            "c’è posto nella richiesta {request}: non è dimostrato che il piano sia il migliore")
        case .notBetter: words(
            "un placement de plus sur la demande {request} n’améliorerait pas le plan dans l’ordre de son objectif",
            "un collocamento in più nella richiesta {request} non migliorerebbe il piano nell’ordine del suo obiettivo")
        case .softRules: words(
            "avec une personne de plus sur la demande {request}, {misses}", "con una persona in più nella richiesta {request} {misses}")

        case .shortForOnePoint: words(
            "l’écart à la règle {rule} augmenterait de {n} (1 point)", "lo scarto dalla regola {rule} aumenterebbe di {n} (1 punto)")
        case .short: words(
            "l’écart à la règle {rule} augmenterait de {n} ({n2} points)", "lo scarto dalla regola {rule} aumenterebbe di {n} ({n2} punti)")
        case .overForOnePoint: words(
            "la règle {rule} serait dépassée de {n} de plus (1 point)", "la regola {rule} sarebbe superata di {n} in più (1 punto)")
        case .over: words(
            "la règle {rule} serait dépassée de {n} de plus ({n2} points)", "la regola {rule} sarebbe superata di {n} in più ({n2} punti)")
        }
    }
}
