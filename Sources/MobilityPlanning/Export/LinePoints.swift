import MobilityModel

/// A line of a network cut into points: who has come by a point can take the steps that lead out of it, and those of all later points.
struct LinePoints {
    /// By point: the steps that lead into it.
    private(set) var entrances: [[Int]] = []
    /// By point: the steps that lead out of it.
    private(set) var exits: [[Int]] = []
    /// Where people of the last point go on in another line.
    private(set) var passage: (line: Int, point: Int)?

    init(_ network: CycleNetwork, _ line: Int) {
        let (own, steps) = (network.lines[line], network.steps)
        let leaving = own.exits.filter { steps[$0].isUsed }.sorted { (steps[$0].last, $0) < (steps[$1].last, $1) }
        passage = own.passage.flatMap { passage in
            LinePoints(network, passage.line).point(on: passage.day, network).map { (passage.line, $0) }
        }
        // Who comes after all have left, and does not pass on, is of no account.
        let end = passage == nil ? leaving.last.map { steps[$0].last } ?? Day(number: .min) : Day(number: .max)
        let coming = own.entrances.filter { $0.day <= end && $0.step.map { steps[$0].isUsed } ?? true }
            .sorted { ($0.day, $0.step ?? -1) < ($1.day, $1.step ?? -1) }
        var next = 0
        for entrance in coming {
            let passed = next
            while next < leaving.count, steps[leaving[next]].last < entrance.day { next += 1 }
            if !exits.isEmpty { exits[exits.count - 1] += leaving[passed..<next] }
            if entrances.isEmpty || next > passed {
                entrances.append([])
                exits.append([])
            }
            if let step = entrance.step { entrances[entrances.count - 1].append(step) }
        }
        if !exits.isEmpty { exits[exits.count - 1] += leaving[next...] }
    }

    /// The point that whoever comes on a day comes to; `nil` where nothing leads on from there.
    private func point(on day: Day, _ network: CycleNetwork) -> Int? {
        // All that leave a point before the last do so before somebody comes to the next.
        let passed = exits.lastIndex { steps in steps.contains { network.steps[$0].last < day } } ?? -1
        return passed + 1 < exits.count ? passed + 1 : nil
    }
}
