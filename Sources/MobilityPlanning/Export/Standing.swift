import MobilityModel

/// Where somebody stands between two cycles, as far as it decides what can follow; the day apart.
struct Standing: Hashable {
    /// A stay that stay limits still look at.
    struct Stay: Hashable {
        var start: Day
        var end: Day
        /// As in `StayWindows.Stay`.
        var channel: Int?
    }

    /// Whether the next cycle would be the first.
    var isFirst: Bool
    /// Cycles that may follow; `nil` where no more could for want of time.
    var cyclesLeft: Int?
    /// What sessions of earlier cycles gave, as far as anything to come asks for it; an id of `TrainingCatalogue`.
    var acquired: Int
    /// By their ends.
    var stays: [Stay]
}

/// People of a class with one standing, over time: stays lead in on the day they end, cycles lead out as long as there is time
/// to prepare them.
struct StandingLine {
    struct Entrance {
        var day: Day
        /// Position among the cycles of the network; `nil` for the people themselves, and for those of another line who no longer differ.
        var cycle: Int?
    }

    var standing: Standing
    /// What leads in, in no order.
    var entrances: [Entrance] = []
    /// The days of the entrances, each once, ascending.
    private(set) var days: [Day] = []
    /// Positions of the cycles that lead out.
    var exits: [Int] = []
    /// From this day on a limit has forgotten a stay: who is here then goes on in another line.
    var passage: (day: Day, line: Int)?

    init(_ standing: Standing) { self.standing = standing }

    mutating func enter(on day: Day, from cycle: Int?) {
        entrances.append(Entrance(day: day, cycle: cycle))
        let position = days.partitioningIndex { $0 >= day }
        if position == days.count || days[position] != day { days.insert(day, at: position) }
    }

    /// Whether anybody comes here after a day and no later than another.
    func isEntered(after day: Day, through last: Day) -> Bool {
        let position = days.partitioningIndex { $0 > day }
        return position < days.count && days[position] <= last
    }
}

/// A cycle of a network: all who take up a group from one standing with the same training and the same choice of applications.
struct NetworkCycle {
    var line: Int
    var posting: Posting
    var isFirst: Bool
    /// Indices into `scenario.sessions`.
    var sessions: [Int]
    /// `nil` where no visa is needed.
    var applications: [Application]?
    /// The last day on which the stay before may end.
    var last: Day
    /// The line that it leads to; `nil` where nothing can follow.
    var next: Int?
}
