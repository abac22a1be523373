/// The table of places filled by sector and year.
struct PlacesSection {
    /// Years with a column of their own; later ones share one.
    private static let mostYears = 4
    /// Sectors with a row of their own, those with most places; the others share one.
    private static let mostSectors = 12

    let lines: [String]

    init(_ counts: GroupCounts) {
        let bySector = counts.placesBySectorAndYear
        guard !bySector.isEmpty else {
            lines = []
            return
        }
        let years = Set(bySector.values.flatMap(\.keys)).sorted()
        let ownYears = years.count <= Self.mostYears + 1 ? years : Array(years.prefix(Self.mostYears))
        let laterYears = years.dropFirst(ownYears.count)
        let total = { (sector: String) in (bySector[sector] ?? [:]).values.reduce(0) { $0 + $1.places } }
        let sectors = bySector.keys.sorted { (total($1), $0) < (total($0), $1) }
        let ownSectors = sectors.count <= Self.mostSectors + 1 ? sectors : Array(sectors.prefix(Self.mostSectors))
        let otherSectors = sectors.dropFirst(ownSectors.count)

        func cells(_ sectors: some Collection<String>, _ years: some Collection<Int>) -> [String] {
            var places = 0, filled = 0
            for sector in sectors {
                for year in years {
                    guard let count = bySector[sector]?[year] else { continue }
                    places += count.places
                    filled += count.filled
                }
            }
            return places == 0 && filled == 0
                ? ["-", ""] : ["\(Figures.grouped(filled)) of \(Figures.grouped(places))", Figures.share(filled, of: places)]
        }
        func row(_ name: String, _ sectors: some Collection<String>) -> [String] {
            var row = ["  " + name]
            for year in ownYears { row += cells(sectors, [year]) }
            if !laterYears.isEmpty { row += cells(sectors, laterYears) }
            if years.count > 1 { row += cells(sectors, years) }
            return row
        }

        var header = ["Places filled"]
        for year in ownYears { header += [String(year), ""] }
        if !laterYears.isEmpty { header += ["later", ""] }
        if years.count > 1 { header += ["all", ""] }
        var table = TextTable(
            header: header, alignments: [.left] + header.dropFirst().map { _ in .right }, width: TextSummary.width, indent: 0)
        for sector in ownSectors { table.append(row(sector, [sector])) }
        if !otherSectors.isEmpty { table.append(row("\(otherSectors.count) other sectors", otherSectors)) }
        if sectors.count > 1 { table.append(row("all", sectors)) }
        lines = table.lines
    }
}
