/// The table of places filled by sector and year.
struct PlacesSection {
    /// Years with a column of their own at most; later ones share one.
    private static let mostYears = 5
    /// Sectors with a row of their own, those with most places; the others share one.
    private static let mostSectors = 12

    let lines: [String]

    init(_ counts: GroupCounts) {
        let bySector = counts.placesBySectorAndYear
        guard !bySector.isEmpty else {
            lines = []
            return
        }
        // As many years side by side as there is room for.
        var years = Self.mostYears
        var table = Self.table(bySector, ownYears: years)
        while !table.fits, years > 1 {
            years -= 1
            table = Self.table(bySector, ownYears: years)
        }
        lines = table.lines
    }

    private static func table(_ bySector: [String: [Int: PlacesCount]], ownYears most: Int) -> TextTable {
        let years = Set(bySector.values.flatMap(\.keys)).sorted()
        let ownYears = years.count <= most ? years : Array(years.prefix(most))
        let laterYears = years.dropFirst(ownYears.count)
        let total = { (sector: String) in (bySector[sector] ?? [:]).values.reduce(0) { $0 + $1.places } }
        let sectors = bySector.keys.sorted { (total($1), $0) < (total($0), $1) }
        let ownSectors = sectors.count <= mostSectors + 1 ? sectors : Array(sectors.prefix(mostSectors))
        let otherSectors = sectors.dropFirst(ownSectors.count)

        func count(_ sectors: some Collection<String>, _ years: some Collection<Int>) -> (filled: Int, places: Int) {
            sectors.reduce((0, 0)) { sum, sector in
                years.reduce(sum) { sum, year in
                    let count = bySector[sector]?[year]
                    return (sum.0 + (count?.filled ?? 0), sum.1 + (count?.places ?? 0))
                }
            }
        }
        func cell(_ count: (filled: Int, places: Int)) -> String {
            count == (0, 0) ? "-" : "\(Figures.grouped(count.filled)) of \(Figures.grouped(count.places))"
        }
        func row(_ name: String, _ sectors: some Collection<String>) -> [String] {
            var row = ["  " + name]
            if years.count > 1 { row += ownYears.map { cell(count(sectors, [$0])) } }
            if !laterYears.isEmpty { row.append(cell(count(sectors, laterYears))) }
            let all = count(sectors, years)
            return row + [cell(all), Figures.share(all.filled, of: all.places)]
        }

        var header = ["Places filled"]
        if years.count > 1 { header += ownYears.map(String.init) }
        if !laterYears.isEmpty { header.append("later") }
        header += years.count > 1 ? ["all years", ""] : [years.first.map(String.init) ?? "", ""]
        var table = TextTable(
            header: header, alignments: [.left] + header.dropFirst().map { _ in .right }, width: TextSummary.width, indent: 0)
        for sector in ownSectors { table.append(row(sector, [sector])) }
        if !otherSectors.isEmpty { table.append(row("\(otherSectors.count) other sectors", otherSectors)) }
        if sectors.count > 1 { table.append(row("all sectors", sectors)) }
        return table
    }
}
