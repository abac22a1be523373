import MobilityModel

/// The leaf lines of the quotas and which requests they count.
struct QuotaLeaves {
    /// Indices of the lines that no other line is within.
    let leaves: [Int]
    private let lines: [QuotaLine]
    private let channels: [[String]: [Int]]

    init(_ scenario: Scenario) {
        let parents = Set(scenario.quotas.compactMap(\.within))
        lines = scenario.quotas
        leaves = scenario.quotas.indices.filter { !parents.contains(scenario.quotas[$0].id) }
        // By the pair of channel and sector, so that a decree with thousands of lines is not walked for every request.
        var channels: [[String]: [Int]] = [:]
        for pair in Set(scenario.requests.map { [$0.channel, $0.sector] }) {
            channels[pair] = leaves.filter { index in
                let line = scenario.quotas[index]
                return (line.channels.isEmpty || line.channels.contains(pair[0]))
                    && (line.sectors.isEmpty || line.sectors.contains(pair[1]))
            }
        }
        self.channels = channels
    }

    /// The leaf lines that count a placement on the request, whoever the person is but for the origin.
    func matching(_ request: Request) -> [Int] { counting(request).filter { isOpen($0, for: request) } }

    /// Of the leaf lines that would count it had it not been filed before they open, the one that opens first.
    func notYetOpen(_ request: Request) -> QuotaLine? {
        counting(request).filter { !isOpen($0, for: request) }.map { lines[$0] }
            .min { ($0.opens ?? $0.from, $0.id) < ($1.opens ?? $1.from, $1.id) }
    }

    private func isOpen(_ index: Int, for request: Request) -> Bool {
        lines[index].opens.flatMap { opens in request.filed.map { $0 >= opens } } ?? true
    }

    private func counting(_ request: Request) -> [Int] {
        (channels[[request.channel, request.sector]] ?? []).filter { index in
            let line = lines[index]
            guard (line.from...line.until).contains(request.start) else { return false }
            guard line.countries.isEmpty || line.countries.contains(request.country) else { return false }
            guard line.origins.isEmpty || request.origins.isEmpty || line.origins.contains(where: request.origins.contains)
            else { return false }
            return true
        }
    }

    /// Whether a person of that origin can take a place of one of `indices`.
    func admits(_ origin: Country, _ indices: [Int]) -> Bool {
        indices.contains { lines[$0].origins.isEmpty || lines[$0].origins.contains(origin) }
    }
}
