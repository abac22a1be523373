import MobilityModel

/// Reasons where possible cycles are too many to look at each: for everybody the obstacle on the way to the nearest of a few groups, for every
/// request those of a few people. What is said is true of whom it is said; only that nothing came nearer is as far as was looked.
struct VastReasons {
    /// Groups looked at for a class at most, beginning with those where the fewest things are full.
    static let groupsLookedAt = 12
    /// Classes looked at for a request at most, evenly spread over those who are eligible.
    static let peopleLookedAt = 64

    private let instance: Instance
    private let nearestGroups: NearestGroups
    /// By occupation: its classes, ascending.
    private let ofOccupation: [[Int32]]

    init(_ instance: Instance, _ saturation: Saturation) {
        self.instance = instance
        nearestGroups = NearestGroups(instance, saturation)
        var lists = [[Int32]](repeating: [], count: instance.book.requests.byOccupation.count)
        for (owner, person) in instance.book.people.traits.enumerated() {
            for occupation in instance.book.occupationsOf[Int(person.occupations)] { lists[occupation].append(Int32(owner)) }
        }
        ofOccupation = lists
    }

    /// The obstacle on the way to the nearest placement that was looked at; `nil` where no group is possible.
    func nearest(_ owner: Int, obstacle: (Posting) throws -> Obstacle) rethrows -> Obstacle? {
        var best: Obstacle?
        var looked = 0
        for ranked in nearestGroups.groups(owner) {
            if let best, best.stage >= Int(ranked.ceiling) || looked == Self.groupsLookedAt { return best }
            let group = Int(ranked.group)
            guard instance.book.isEligible(owner, group), let offer = instance.book.offer(owner, group) else { continue }
            let found = try obstacle(instance.book.posting(owner, group, offer: offer))
            if best.map({ found.stage > $0.stage }) ?? true { best = found }
            looked += 1
        }
        return best
    }

    /// Classes who could be placed on a group: those with people at home, and all.
    func eligible(for group: Int, idle: [Int]) -> (idle: [Int], all: [Int]) {
        var (atHome, all) = ([Int](), [Int]())
        for owner in ofOccupation[instance.book.requests.traits[group].occupation].lazy.map(Int.init)
        where instance.isPossible(owner, group) {
            all.append(owner)
            if idle[owner] > 0 { atHome.append(owner) }
        }
        return (atHome, all)
    }

    /// Some of them, evenly spread.
    static func sample<Element>(_ list: [Element]) -> [Element] {
        guard list.count > peopleLookedAt else { return list }
        return (0..<peopleLookedAt).map { list[$0 * list.count / peopleLookedAt] }
    }
}
