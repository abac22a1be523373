import MobilityModel

/// Where somebody stands between two cycles, as far as it decides what can follow; the day apart.
struct Standing: Hashable {
    /// Whether the next cycle would be the first.
    var isFirst: Bool
    /// Cycles that may follow; `nil` where no more could for want of time.
    var cyclesLeft: Int?
    /// What sessions of earlier cycles gave, as far as anything to come asks for it; an id of `TrainingCatalogue`.
    var acquired: Int
    /// That stay limits still look at, by their ends.
    var stays: [StayWindows.Stay]
}

/// How far somebody is on the way to what a request asks for.
struct Schooling: Hashable {
    /// A session attended on the way.
    struct Lesson: Hashable {
        /// Of what counts.
        var grants: AtomSet
        /// Whether a later session could not have been attended without it.
        var isNeeded: Bool
    }

    /// The line of the standing that the training began in.
    var line: Int
    /// What is lacked without any training.
    var missing: AtomSet
    /// In an order of their own.
    var lessons: [Lesson]
    /// A stay may start from this day on, where rest after the stay before asks for it; `nil` where whatever can follow starts later.
    var earliestStart: Day?

    var granted: AtomSet { lessons.reduce(.empty) { $0.union($1.grants) } }
}

/// People of a class who differ in the day alone on which they have come: what leads in does so on a day, what leads out can be
/// taken by all who have come by a day.
struct FlowLine {
    struct Entrance {
        var day: Day
        /// Position among the steps of the network; `nil` for the people themselves, and for those of another line who no longer differ.
        var step: Int?
    }

    /// Where they stand between cycles; of people in training, where they stood before.
    var standing: Standing
    /// `nil` between cycles.
    var schooling: Schooling?
    /// What leads in, in no order.
    private(set) var entrances: [Entrance] = []
    /// The days of the entrances, each once, ascending.
    private(set) var days: [Day] = []
    /// Positions of the steps that lead out.
    var exits: [Int] = []
    /// From this day on a limit has forgotten a stay: who is here then goes on in another line.
    var passage: (day: Day, line: Int)?

    init(_ standing: Standing, schooling: Schooling? = nil) { (self.standing, self.schooling) = (standing, schooling) }

    mutating func enter(on day: Day, from step: Int?) {
        entrances.append(Entrance(day: day, step: step))
        let position = days.partitioningIndex { $0 >= day }
        if position == days.count || days[position] != day { days.insert(day, at: position) }
    }

    /// Whether anybody comes here after a day and no later than another.
    func isEntered(after day: Day, through last: Day) -> Bool {
        let position = days.partitioningIndex { $0 > day }
        return position < days.count && days[position] <= last
    }
}

/// What people of one line do next: a column of the model.
struct NetworkStep {
    enum Kind {
        /// Attends a session.
        case session(Int)
        /// Takes up a group, with a visa applied for in one of these stretches; `nil` where none is needed.
        case cycle(Posting, applications: [Application]?)
    }

    var kind: Kind
    var line: Int
    /// The last day on which who takes it may have come.
    var last: Day
    /// The line that it leads to, on a day; `nil` where nothing can follow.
    var next: (line: Int, day: Day)?
    /// Whether it is part of some itinerary.
    var isUsed = true
}
