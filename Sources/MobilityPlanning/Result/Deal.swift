import MobilityModel

/// One deal of itineraries to people and of places to requests, under way.
struct Deal {
    private let instance: Instance
    /// Itineraries in the order in which they are dealt, with the people still to follow them.
    private var uses: [(column: Column, count: Int)]
    /// By class: people who have nothing yet, in the order in which they are served.
    private var lots: [[Lots.Lot]]
    /// By group, then member: places left.
    private var places: [[Int]]
    private var dealt: [Dealing.Dealt] = []

    init(_ instance: Instance, uses: [(column: Column, count: Int)], lots: [[Lots.Lot]]) {
        self.instance = instance
        self.uses = uses
        self.lots = lots
        places = instance.groups.map { group in group.members.map { instance.scenario.requests[$0].places } }
    }

    // MARK: People of a plan first

    /// A person, or several of a row who draw together, with what they do in a plan; `nil` where they cannot do that here.
    private struct Claim {
        var row: Int
        var part: Int?
        var people: Int
    }

    /// Gives people of a plan what they do there, in the order of the draw where not all can keep it; whoever cannot is served next,
    /// before anybody who is not in it. So no two people alike change places for nothing.
    mutating func keep(_ near: NearPlan) {
        let usesOf = Dictionary(grouping: uses.indices) { uses[$0].column.owner }
        let parts = Dictionary(grouping: near.parts.indices) { near.parts[$0].row }
        for owner in lots.indices {
            var (claims, others) = claims(on: owner, near, parts)
            let own = usesOf[owner] ?? []
            let same = usesOfClaims(claims, near, own) { $0.key }
            serve(&claims, near, same)
            let alike = usesOfClaims(claims, near, own) { [instance] in instance.pattern(of: $0).key }
            serve(&claims, near, alike)
            others.insert(contentsOf: claims.filter { $0.people > 0 }.map { Lots.Lot(row: $0.row, people: $0.people) }, at: 0)
            lots[owner] = others
        }
    }

    /// People of a class who are in the plan, and those who are not, each in the order of the draw: the first of a row are in it.
    private func claims(on owner: Int, _ near: NearPlan, _ parts: [Int: [Int]]) -> (claims: [Claim], others: [Lots.Lot]) {
        var claims: [Claim] = []
        var others: [Lots.Lot] = []
        var left = Dictionary(uniqueKeysWithValues: instance.classes[owner].members.map { ($0, near.placed[$0]) })
        // By row: its parts with the people who still have none, the next one last.
        var open = instance.classes[owner].members.reduce(into: [Int: [(part: Int, people: Int)]]()) { open, row in
            open[row] = (parts[row] ?? []).reversed().map { ($0, near.parts[$0].count) }
        }
        for lot in lots[owner] {
            var placed = min(lot.people, left[lot.row] ?? 0)
            left[lot.row, default: 0] -= placed
            if lot.people > placed { others.append(Lots.Lot(row: lot.row, people: lot.people - placed)) }
            var queue = open[lot.row] ?? []
            while placed > 0, let next = queue.popLast() {
                let people = min(placed, next.people)
                claims.append(Claim(row: lot.row, part: next.part, people: people))
                placed -= people
                if people < next.people { queue.append((next.part, next.people - people)) }
            }
            open[lot.row] = queue
            if placed > 0 { claims.append(Claim(row: lot.row, part: nil, people: placed)) }
        }
        return (claims, others)
    }

    /// By claim: the itineraries of a class that are taken for what people did, since their keys are the same.
    private func usesOfClaims<Key: Hashable>(_ claims: [Claim], _ near: NearPlan, _ own: [Int], _ key: (Column) -> Key) -> [[Int]] {
        let byKey = Dictionary(grouping: own) { key(uses[$0].column) }
        let parts = Set(claims.compactMap(\.part)).reduce(into: [Int: [Int]]()) { $0[$1] = byKey[key(near.parts[$1].column)] }
        return claims.map { $0.part.flatMap { parts[$0] } ?? [] }
    }

    /// - Parameter choices: by claim.
    private mutating func serve(_ claims: inout [Claim], _ near: NearPlan, _ choices: [[Int]]) {
        for index in claims.indices where claims[index].people > 0 {
            guard let part = claims[index].part else { continue }
            let members = near.parts[part].members
            for use in choices[index] where uses[use].count > 0 && claims[index].people > 0 {
                let groups = uses[use].column.cycles.map(\.group)
                let room = zip(groups, members).map { places[$0][$1] }.min() ?? 0
                let people = min(claims[index].people, uses[use].count, room)
                guard people > 0 else { continue }
                give(use, to: claims[index].row, on: members, people)
                claims[index].people -= people
            }
        }
    }

    // MARK: All others

    /// Deals out what is left: requests are served in the order of their ids.
    consuming func finished() -> [Dealing.Dealt] {
        // The first lot, and the first request, that may have anybody or any place left.
        var nextLot = [Int](repeating: 0, count: lots.count)
        var nextRequest = [Int](repeating: 0, count: places.count)
        for index in uses.indices {
            let owner = uses[index].column.owner
            let groups = uses[index].column.cycles.map(\.group)
            while uses[index].count > 0 {
                while nextLot[owner] < lots[owner].count, lots[owner][nextLot[owner]].people == 0 { nextLot[owner] += 1 }
                guard nextLot[owner] < lots[owner].count else { break }
                for group in groups {
                    while nextRequest[group] + 1 < places[group].count, places[group][nextRequest[group]] == 0 { nextRequest[group] += 1 }
                }
                let members = groups.map { nextRequest[$0] }
                let room = zip(groups, members).map { places[$0][$1] }.min() ?? uses[index].count
                let lot = lots[owner][nextLot[owner]]
                let people = max(1, min(uses[index].count, lot.people, room))
                lots[owner][nextLot[owner]].people -= people
                give(index, to: lot.row, on: members, people)
            }
        }
        return dealt
    }

    private mutating func give(_ use: Int, to row: Int, on members: [Int], _ people: Int) {
        let column = uses[use].column
        uses[use].count -= people
        for (cycle, member) in zip(column.cycles, members) { places[cycle.group][member] -= people }
        dealt.append(Dealing.Dealt(
            column: column, row: row, requests: zip(column.cycles, members).map { instance.groups[$0.group].members[$1] }, count: people))
    }
}
