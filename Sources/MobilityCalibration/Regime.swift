/// The behaviours that come with the program: regimes, and levers that change them.
///
/// `circular-scheme` names a regime; `circular-scheme+looser-selection+offices-2022` the same with two levers pulled. A lever adds
/// its effects to the regime's and puts its delays in place of the regime's. Of levers of one kind, such as two of selection, one can be
/// pulled.
public enum Regime {
    /// Of the regimes, in alphabetical order.
    public static let names = files.keys.sorted()
    /// Of the levers, in alphabetical order.
    public static let levers = Lever.all.map(\.name)

    private static let files: [String: [UInt8]] = [
        "circular-scheme": PackageResources.circular_scheme_yaml,
        "historical-funnel": PackageResources.historical_funnel_yaml,
    ]

    /// A YAML file that comes with the program, a `behaviour:` mapping.
    public struct File: Sendable {
        public let name: String
        public let bytes: [UInt8]
    }

    /// The file of a regime and those of the levers pulled on it; `nil` where the regime or a lever is not known, or two levers exclude
    /// each other.
    public static func files(named name: String) -> (regime: File, levers: [File])? {
        guard let (regime, levers) = parts(of: name), let bytes = files[regime], conflict(named: name) == nil else { return nil }
        return (File(name: regime, bytes: bytes), levers.map { File(name: $0.name, bytes: $0.bytes) })
    }

    /// Two levers of a name that cannot be pulled together, in words; `nil` where there are none.
    public static func conflict(named name: String) -> String? {
        guard let (_, levers) = parts(of: name) else { return nil }
        for (number, lever) in levers.enumerated() {
            guard let other = levers.prefix(number).first(where: { $0.kind == lever.kind }) else { continue }
            return other.name == lever.name
                ? "the lever \(lever.name) is pulled twice" : "\(other.name) and \(lever.name) are both of \(lever.kind.rawValue): pull one of them"
        }
        return nil
    }

    /// What is counted twice, in words: levers of a name for what its regime has in its chances already.
    ///
    /// - Parameter isOnRegime: whether a lever acts on any chance that is the regime's; the scenario may give them all itself.
    public static func doubts(named name: String, where isOnRegime: (String) -> Bool = { _ in true }) -> [String] {
        guard let (regime, levers) = parts(of: name) else { return [] }
        return levers.filter { isOnRegime($0.name) }.compactMap { lever in
            Lever.contained[regime]?.first { $0.lever == lever.name }.map {
                "\(regime)+\(lever.name) counts the same thing twice, wherever the chances are those of \(regime): \($0.since)"
            }
        }
    }

    private static func parts(of name: String) -> (regime: String, levers: [Lever])? {
        let parts = name.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        let levers = parts.dropFirst().map { name in Lever.all.first { $0.name == name } }
        guard files[parts[0]] != nil, !levers.contains(where: { $0 == nil }) else { return nil }
        return (parts[0], levers.compactMap(\.self))
    }
}
