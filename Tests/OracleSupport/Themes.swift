/// How likely, in percent, each part of the formats and rules is to play a role.
struct Themes {
    var roundTrips = 40
    var training = 35
    var tight = 35
    var rules = 30
    var funds = 20
    var quotas = 45
    var pools = 25

    init(seed: Int) {
        switch seed % 8 {
        case 0: roundTrips = 100
        case 1: training = 100
        case 2: tight = 90
        case 3: rules = 100
        case 4: funds = 100
        case 5: quotas = 100
        case 6: pools = 70
        default: (roundTrips, training, tight, rules, funds, quotas, pools) = (70, 70, 60, 70, 60, 80, 40)
        }
    }
}

/// Conditions that keep people out. All of them at once would keep everybody out, so that a scenario has a few only.
enum Twist: CaseIterable {
    case lateCandidates, leavingCandidates, passports, expiry, countries, birthdays, named, requestOrigins, minPlaces, sectors
    case courseChains, courseOrigins, minSeats, consulateDates, missingConsulates, twoConsulates, opens, audience, lineFilters
    case requireFiled, maxAge, maxCycles, visaFree, domestic, lateFiling, occupations, closedLines

    /// Those that seldom decide anything, to be taken twice as often.
    static let subtle: [Twist] = [.expiry, .audience, .opens, .consulateDates, .closedLines, .courseOrigins, .courseChains]
}
