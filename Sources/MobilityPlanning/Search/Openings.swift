import LinearProgramming
import MobilityModel

/// Improves a plan by planning all people anew around what takes place in it: first exactly that, then some openings at a time
/// decided anew.
///
/// Half-open sessions and requests are what keeps relaxations from whole numbers. With all openings fixed but a few the
/// relaxation is nearly whole, and its integer problem small (local branching on the openings; after Fischetti and Lodi 2003).
struct Openings {
    let instance: Instance

    /// Side columns that are openings.
    var columns: [Int] {
        instance.sideColumns.indices.filter { index in
            switch instance.sideColumns[index].kind {
            case .openRequest, .openSession: true
            default: false
            }
        }
    }

    /// By side column: whether it takes place in an assignment.
    func open(in assignment: Assignment) -> [Int: Bool] {
        var people: Set<Int> = []
        for use in assignment.uses { for entry in use.column.entries where entry.value != 0 { people.insert(entry.row) } }
        var result: [Int: Bool] = [:]
        for index in columns {
            let row: RowKind
            switch instance.sideColumns[index].kind {
            case .openRequest(let group): row = .places(group)
            case .openSession(let session): row = .seats(session)
            default: continue
            }
            result[index] = instance.table[row].map { people.contains($0) } ?? false
        }
        return result
    }

    /// Openings to decide anew together: none, then those that share skills, occupations or months, a few at a time.
    func rounds(size: Int) -> [[Int]] {
        let ordered = columns.sorted { key($0) < key($1) }
        var rounds: [[Int]] = [[]]
        var start = 0
        while start < ordered.count {
            rounds.append(Array(ordered[start..<min(ordered.count, start + size)]))
            start += max(1, size / 2)
        }
        return rounds
    }

    private func key(_ column: Int) -> (String, Day, Int) {
        switch instance.sideColumns[column].kind {
        case .openRequest(let group):
            let request = instance.groups[group].request
            return ("request " + request.occupation, request.start, column)
        case .openSession(let session):
            let course = instance.scenario.sessions[session]
            return ("session " + course.grants.map(\.description).joined(separator: " "), course.start, column)
        default:
            return ("", Day(number: 0), column)
        }
    }
}
