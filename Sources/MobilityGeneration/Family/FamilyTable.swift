import MobilityModel

/// `candidates.csv` of a family. Every text is made into bytes once, not once for each row.
struct FamilyTable {
    let people: FamilyPeople
    let rows: [FamilyRow]

    /// `p` and the number of the row, as many digits in every row.
    func id(_ row: Int) -> Candidate.ID {
        let number = String(row + 1)
        return .init("p" + String(repeating: "0", count: String(rows.count).utf8.count - number.utf8.count) + number)
    }

    var bytes: [UInt8] {
        var csv = CSVText(header: ScenarioTables.candidateColumns)
        let places = people.origins.parts.map { part in
            (country: part.origin.country.description, areas: part.origin.areas, languages: Self.languages(part.origin))
        }
        let jobs = DecreeJobs.trades.enumerated().map { index, trade in
            (lists: trade.occupations.map { list in [list, list + [FamilyFigures.further[index]]].map { $0.map { Array($0.utf8) } } },
             certificate: Array((trade.certificates.first ?? "").utf8))
        }
        let italian = ["", DecreeJobs.a1.description, DecreeJobs.a2.description].map { Array($0.utf8) }
        let destinations = FamilyFigures.destinations.map { $0.countries.map { Array($0.description.utf8) } }
        for (index, row) in rows.enumerated() {
            let place = places[Int(row.origin)]
            let job = jobs[Int(row.trade)]
            csv.cell(id(index).text)
            csv.cell(row.count)
            csv.cell(place.country)
            csv.cell(place.areas[Int(row.area)])
            csv.cell(row.isWoman ? "F" : "M")
            csv.cell(row.born)
            csv.cell(list: job.lists[Int(row.list)][row.hasFurtherOccupation ? 1 : 0])
            csv.cell(list: [Self.held(row, job.certificate)])
            csv.cell(list: [place.languages[Int(row.ownLanguage)], italian[Int(row.italian)]])
            csv.cell(row.dates.from)
            csv.cell(row.dates.until)
            csv.cell(row.passportUntil)
            csv.cell(row.cycles == 0 ? "" : String(row.cycles))
            csv.cell(people.vocabulary.employer(row) ?? "")
            csv.cell(row.dates.lastStayFrom)
            csv.cell(row.dates.lastStayUntil)
            csv.cell(list: destinations[Int(row.destinations)])
            let guarantor = FamilyFigures.guarantors[Int(row.guarantor)].guarantor
            csv.cell(guarantor == .none ? "" : guarantor.rawValue)
            csv.endRow()
        }
        return csv.bytes
    }

    private static func held(_ row: FamilyRow, _ certificate: [UInt8]) -> [UInt8] {
        guard row.holdsCertificate else { return [] }
        return certificate + (row.certificateUntil.map { [0x40] + CSVText.digits(of: $0) } ?? [])
    }

    private static func languages(_ origin: DecreeOrigin) -> [[UInt8]] {
        [LanguageLevel.a2, .b1, .b2].map { level in
            Array((origin.languages.first.map { LanguageSkill(language: $0, level: level).description } ?? "").utf8)
        }
    }
}
