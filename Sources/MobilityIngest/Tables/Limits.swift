/// How large a single number in a file may be. Sums are looked at in `MagnitudeCheck`.
enum Limits {
    /// People, places, seats, applications.
    static let count = 1_000_000_000
    /// Days of a delay, a rest, a margin: some 270 years.
    static let days = 100_000
    /// Points and priorities.
    static let points = 1_000_000
}
