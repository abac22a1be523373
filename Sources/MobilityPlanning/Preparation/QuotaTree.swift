import MobilityModel

/// The quota lines and which leaves can take a cycle.
struct QuotaTree {
    let lines: [QuotaLine]
    /// By leaf: itself and all lines above it, as indices; nothing of other lines, which give places to nobody.
    private(set) var paths: [[Int]]
    private(set) var leaves: [Int]

    init(_ lines: [QuotaLine]) {
        self.lines = lines
        let index = Dictionary(lines.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let parents = lines.map { $0.within.flatMap { index[$0] } }
        let inner = Set(parents.compactMap { $0 })
        paths = lines.indices.map { line in
            guard !inner.contains(line) else { return [] }
            var path = [line]
            while path.count <= lines.count, let parent = path.last.flatMap({ parents[$0] }) { path.append(parent) }
            return path
        }
        leaves = lines.indices.filter { !inner.contains($0) }
    }

    /// Leaves that match a cycle, by id.
    func leaves(for request: Request, origin: Country, returning: Bool) -> [Int] {
        leaves.filter { index in
            let line = lines[index]
            return (line.channels.isEmpty || line.channels.contains(request.channel))
                && (line.sectors.isEmpty || line.sectors.contains(request.sector))
                && (line.origins.isEmpty || line.origins.contains(origin))
                && (line.countries.isEmpty || line.countries.contains(request.country))
                && (line.audience == .any || returning)
                && request.start >= line.from && request.start <= line.until
                && (line.opens.flatMap { opens in request.filed.map { $0 >= opens } } ?? true)
        }.sorted { lines[$0].id < lines[$1].id }
    }
}
