import MobilityModel

/// The decree's tree of quota lines. Only leaves give places, and of every parent the children add up to it exactly.
enum DecreeQuotas {
    static func lines() -> [QuotaLine] { DecreeFigures.decree.flatMap(lines(of:)) }

    /// The lines of `whole` with the leaves' places given, those above with the sums of their parts; lines without a place are
    /// left out.
    static func rescaled(_ whole: [QuotaLine], leaves: [(leaf: QuotaLine.ID, places: Int)]) -> [QuotaLine] {
        var places: [QuotaLine.ID: Int] = [:]
        let parentOf = Dictionary(whole.map { ($0.id, $0.within) }, uniquingKeysWith: { first, _ in first })
        for (leaf, part) in leaves where part > 0 {
            var line: QuotaLine.ID? = leaf
            while let id = line {
                places[id, default: 0] += part
                line = parentOf[id] ?? nil
            }
        }
        return whole.compactMap { line in
            guard let part = places[line.id] else { return nil }
            var line = line
            line.source = "\(line.source); \(line.places) scaled to \(part)"
            line.places = part
            return line
        }
    }

    private static func lines(of figures: DecreeFigures.Year) -> [QuotaLine] {
        let y = figures.year
        let firstRelease = y == 2026 ? "" : "; split of 2026 assumed for \(y)"
        var lines: [QuotaLine] = []
        func line(
            _ id: String, within: String?, _ places: Int, opens: Day? = nil, channels: [String] = [], sectors: [String] = [],
            origins: [Country] = [], audience: Audience = .any, source: String
        ) {
            lines.append(QuotaLine(
                id: .init("\(id)-\(y)"), within: within.map { .init("\($0)-\(y)") }, from: .on(y, 1, 1), until: .on(y, 12, 31),
                opens: opens, channels: channels, sectors: sectors, origins: origins, countries: ["IT"], audience: audience,
                places: places, source: source))
        }
        let seasonal = [DecreeJobs.seasonal, DecreeJobs.seasonalOrganisations]
        let work = DecreeJobs.workSectors
        let click = DecreeFigures.clickNonSeasonal(y)

        line("flussi", within: nil, figures.total, source: "certifico.com/id/24803; partnerup.it")
        line("non-seasonal", within: "flussi", figures.nonSeasonal, source: "certifico.com/id/24803")
        line("listed", within: "non-seasonal", figures.listedCountries, opens: click, channels: [DecreeJobs.nonSeasonal],
             sectors: work, origins: DecreeOrigin.countries(.listed), source: "tg24.sky.it 2026-02-16; lavorofacile.it (note 531); 13 of the 38 countries")
        line("new-agreement", within: "non-seasonal", figures.newAgreement, opens: click, channels: [DecreeJobs.nonSeasonal],
             sectors: work, origins: DecreeOrigin.countries(.newAgreement), source: "tg24.sky.it 2026-02-16; countries and agreements in force assumed")
        line("refugees", within: "non-seasonal", figures.refugees, opens: click, channels: [DecreeJobs.nonSeasonal],
             sectors: work, origins: DecreeOrigin.countries(.refugees), source: "lavorofacile.it (note 531); nationalities assumed")
        line("family-care", within: "non-seasonal", figures.familyCare, opens: DecreeFigures.clickCare(y),
             channels: [DecreeJobs.nonSeasonal], sectors: [DecreeJobs.familyCare], source: "certifico.com; lavorofacile.it (circ. 8047)")
        line("non-seasonal-rest", within: "non-seasonal", figures.nonSeasonalRest, opens: click + DecreeFigures.reallocationDays,
             channels: [DecreeJobs.nonSeasonal], sectors: work,
             source: "derived: \(figures.nonSeasonal) less the four lines above it, FLAG; opening \(DecreeFigures.reallocationDays) days after the click day assumed")
        line("self-employed", within: "flussi", figures.selfEmployed, channels: [DecreeJobs.selfEmployed], source: "certifico.com; lmservizi.it")

        line("seasonal", within: "flussi", figures.seasonal, source: "certifico.com/id/24803")
        for (sector, release, opens, note) in [
            ("agriculture", figures.agriculture, DecreeFigures.clickAgriculture(y), "immigrazione.biz (note 64)"),
            ("tourism", figures.tourism, DecreeFigures.clickTourism(y), "lavorofacile.it, previdenzafisco.it (note 423)"),
        ] {
            line(sector, within: "seasonal", release.sum, source: note + firstRelease)
            line("\(sector)-new-agreement", within: sector, release.newAgreement, opens: opens, channels: seasonal, sectors: [sector],
                 origins: DecreeOrigin.countries(.newAgreement), source: note + "; countries assumed" + firstRelease)
            line("\(sector)-organisations", within: sector, release.organisations, opens: opens,
                 channels: [DecreeJobs.seasonalOrganisations], sectors: [sector], source: note + firstRelease)
            line("\(sector)-employers", within: sector, release.employers, opens: opens, channels: [DecreeJobs.seasonal],
                 sectors: [sector], source: note + firstRelease)
            line("\(sector)-multi-year", within: sector, release.multiYear, opens: opens, channels: seasonal, sectors: [sector],
                 audience: .returning, source: note + firstRelease)
        }
        line("seasonal-rest", within: "seasonal", figures.seasonalRest,
             opens: DecreeFigures.clickTourism(y) + DecreeFigures.reallocationDays, channels: seasonal,
             sectors: ["agriculture", "tourism"],
             source: "derived: \(figures.seasonal) less the first release of 2026, FLAG; opening \(DecreeFigures.reallocationDays) days after the click day assumed")
        line("care-outside", within: nil, DecreeFigures.careOutside, opens: DecreeFigures.clickCare(y),
             channels: [DecreeJobs.careOutside], sectors: [DecreeJobs.familyCare], source: "ateneoweb.com (L. 179/2025), outside the decree; click day assumed")
        return lines
    }
}
