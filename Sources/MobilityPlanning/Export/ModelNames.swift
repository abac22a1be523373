import MobilityModel

/// What rows and columns of an exported model are called: a word for what they are, then whom and what they are about, each by a
/// letter and a number that the head of the file explains.
enum ModelNames {
    static func people(_ owner: Int) -> String { "c\(owner + 1)" }
    static func group(_ index: Int) -> String { "g\(index + 1)" }
    static func session(_ index: Int) -> String { "s\(index + 1)" }
    static func consulate(_ index: Int) -> String { "k\(index + 1)" }
    static func line(_ index: Int) -> String { "l\(index + 1)" }
    static func rule(_ index: Int) -> String { "r\(index + 1)" }
    static func fund(_ index: Int) -> String { "h\(index + 1)" }
    static func costs(_ index: Int) -> String { "f\(index + 1)" }
    static func applications(_ set: Int) -> String { "a\(set + 1)" }
    static func lines(_ set: Int) -> String { "q\(set + 1)" }

    /// People at a point of a line of their network: no more go on than have come.
    static func at(_ owner: Int, line: Int, _ point: Int) -> String { "at.\(people(owner)).v\(line).\(point)" }
    /// People who wait at a point of a line until the next.
    static func wait(_ owner: Int, line: Int, _ point: Int) -> String { "wait.\(people(owner)).v\(line).\(point)" }
    /// People whom a stay limit no longer tells apart.
    static func pass(_ owner: Int, line: Int) -> String { "pass.\(people(owner)).v\(line)" }

    static func step(_ owner: Int, _ step: NetworkStep, applications set: Int?) -> String {
        let from = "\(people(owner)).v\(step.line)"
        switch step.kind {
        case .session(let index): return "t.\(from).\(session(index)).v\(step.next?.line ?? 0)"
        case .cycle(let posting, _): return "x.\(from).\(group(posting.group))" + (set.map { ".\(applications($0))" } ?? "")
        }
    }

    /// Cycles alike in what rules count, which lines give a place and what funds pay for.
    static func kind(_ number: Int) -> String { "o\(number + 1)" }
    static func counted(_ number: Int) -> String { "count.\(kind(number))" }

    /// The row of a row of the master; `nil` where an exported model has none.
    static func row(_ kind: RowKind, _ instance: Instance) -> String? {
        switch kind {
        case .people, .pin, .demand: nil
        case .places(let index): "places.\(group(index))"
        case .minPlaces(let index): "minplaces.\(group(index))"
        case .seats(let index): "seats.\(session(index))"
        case .minSeats(let index): "minseats.\(session(index))"
        case .applications(let calendar, let month): "visas.\(consulate(calendar)).\(month)"
        case .quota(let index): "quota.\(line(index))"
        case .rule(let index): "rule.\(rule(index))"
        case .paid(let index): "due.\(costs(index))"
        case .fund(let index): "fund.\(fund(index))"
        case .spending(let index): "spending.\(costs(index))"
        case .term(let index): "keep.\(instance.terms[index].rawValue)"
        }
    }

    static func side(_ kind: SideColumn.Kind) -> String {
        switch kind {
        case .openRequest(let index): "open.\(group(index))"
        case .openSession(let index): "open.\(session(index))"
        case .shortfall(let index): "short.\(rule(index))"
        case .payment(let group, let fund): "pay.\(costs(group)).\(self.fund(fund))"
        case .missing(let index): "missing.\(index + 1)"
        case .unmet(let index): "unmet.\(index + 1)"
        }
    }

    /// The row that ties the cycles which choose from a set to what is chosen.
    static func choice(_ alternatives: Alternatives, _ set: Int) -> String {
        switch alternatives {
        case .leaves: "choose.\(lines(set))"
        case .applications: "choose.\(applications(set))"
        }
    }

    /// Cycles of a set that take one of its alternatives.
    static func chosen(_ alternatives: Alternatives, _ set: Int, _ index: Int, _ instance: Instance) -> String {
        switch alternatives {
        case .leaves(let leaves): return "\(lines(set)).\(line(leaves[index]))"
        case .applications(let list):
            let calendar = instance.calendars[list[index].calendar]
            let month = calendar.stretches[list[index].stretch].month
            // A month is in parts where funds begin or stop in it.
            let first = calendar.stretches.firstIndex { $0.month == month } ?? 0
            let part = list[index].stretch == first ? "" : ".\(list[index].stretch - first + 1)"
            return "\(applications(set)).\(consulate(list[index].calendar)).\(month)\(part)"
        }
    }
}
