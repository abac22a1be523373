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
            while path.count < lines.count, let parent = path.last.flatMap({ parents[$0] }) { path.append(parent) }
            return path
        }
        leaves = lines.indices.filter { !inner.contains($0) }
    }

    /// Leaves that match a cycle, by id.
    func leaves(for request: Request, origin: Country, returning: Bool) -> [Int] {
        counting(request, origin: origin, returning: returning).filter { isOpen($0, for: request) }
    }

    /// Leaves that match a cycle of somebody, whatever the origin and whether first or returning, by id.
    func leavesOfAnyOrigin(for request: Request) -> [Int] {
        leaves.filter { matches($0, request) && isOpen($0, for: request) }
    }

    /// Leaves that would match a cycle had its request not been filed before they open; those that open first come first.
    func notYetOpen(for request: Request, origin: Country, returning: Bool) -> [Int] {
        let closed = counting(request, origin: origin, returning: returning).filter { !isOpen($0, for: request) }
        // Swift's sort is stable: ties stay in the order of ids.
        return closed.sorted { (lines[$0].opens ?? lines[$0].from) < (lines[$1].opens ?? lines[$1].from) }
    }

    private func isOpen(_ index: Int, for request: Request) -> Bool {
        lines[index].opens.flatMap { opens in request.filed.map { $0 >= opens } } ?? true
    }

    /// Leaves that count a cycle, open or not, by id.
    private func counting(_ request: Request, origin: Country, returning: Bool) -> [Int] {
        leaves.filter { index in
            let line = lines[index]
            return matches(index, request) && (line.origins.isEmpty || line.origins.contains(origin)) && (line.audience == .any || returning)
        }.sorted { lines[$0].id < lines[$1].id }
    }

    /// Whether a line counts cycles on a request, of people whom it counts.
    private func matches(_ index: Int, _ request: Request) -> Bool {
        let line = lines[index]
        return (line.channels.isEmpty || line.channels.contains(request.channel))
            && (line.sectors.isEmpty || line.sectors.contains(request.sector))
            && (line.countries.isEmpty || line.countries.contains(request.country))
            && request.start >= line.from && request.start <= line.until
    }
}
