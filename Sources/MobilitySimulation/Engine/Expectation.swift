/// What happens in expectation, exactly: probabilities passed along every chain instead of people.
struct Expectation {
    /// In the order of the model's cells.
    let counts: [CellCounts<Double>]

    /// - Complexity: linear in the nodes of all chains.
    init(_ model: ProjectionModel, _ table: ChanceTable) {
        var counts = [CellCounts<Double>](repeating: CellCounts(), count: model.cells.count)
        var mass: [Double] = []
        for people in model.chains {
            let nodes = people.chain.nodes
            mass.removeAll(keepingCapacity: true)
            mass.append(contentsOf: repeatElement(0, count: nodes.count))
            mass[0] = Double(people.people.count)
            for (number, node) in nodes.enumerated() where mass[number] > 0 {
                let course = model.cells[node.cell].course
                Self.pass(mass[number], node, table.courses[course], model.courses[course].needsVisa, &counts[node.cell], &mass)
            }
        }
        self.counts = counts
    }

    private static func pass(
        _ people: Double, _ node: Chain.Node, _ odds: CourseOdds, _ needsVisa: Bool, _ cell: inout CellCounts<Double>,
        _ mass: inout [Double]
    ) {
        func send(_ people: Double, to target: Int?) { if let target { mass[target] += people } }
        cell.takenUp += people
        var left = people * odds.authorised
        cell.authorised += left
        send(people - left, to: node.afterFailure)
        for target in node.afterTraining {
            send(left * (1 - odds.trained), to: target)
            left *= odds.trained
        }
        left *= odds.notWithdrawn
        if needsVisa {
            cell.applied += left
            let granted = left * odds.visa
            cell.visas += granted
            send(left - granted, to: node.afterFailure)
            left = granted * odds.arrived
            send(granted - left, to: node.afterFailure)
        }
        cell.departed += left
        let stayed = left * odds.stayed
        cell.returnedEarly += left - stayed
        cell.extended += stayed * odds.extended
        cell.lawfulExit += stayed * odds.lawfulExit
        cell.overstayed += stayed * odds.overstayed
        send(stayed * odds.extended, to: node.afterExtension)
        let back = stayed * odds.returnedOnTime
        cell.returnedOnTime += back
        cell.started += back * odds.started
        cell.alive += back * odds.started * odds.alive
        guard node.decidesAgain else { return }
        cell.reapplied += back * odds.reapplied
        send(back * odds.reapplied, to: node.afterReturn)
    }
}
