import MobilityModel

/// A base and its variants side by side: levels, differences, and who wins and loses.
public struct Comparison: Sendable, Hashable {
    /// What is told of one plan.
    public struct Header: Sendable, Hashable {
        public var name: String
        public var title: String
        public var description: String
        /// As the user named them.
        public var scenarioPath: String
        public var planPath: String
        public var status: String
        public var digest: String
        /// What changes nothing in it of the behaviour that it is projected with.
        public var idle: [IdlePart]

        public init(
            name: String, title: String, description: String, scenarioPath: String, planPath: String, status: String, digest: String,
            idle: [IdlePart] = []
        ) {
            self.name = name; self.title = title; self.description = description; self.scenarioPath = scenarioPath
            self.planPath = planPath; self.status = status; self.digest = digest; self.idle = idle
        }

        init(_ plan: ComparedPlan) {
            self.init(
                name: plan.name, title: plan.scenario.title, description: plan.scenario.description, scenarioPath: plan.scenarioPath,
                planPath: plan.planPath, status: plan.status, digest: plan.scenario.digest, idle: plan.idle)
        }
    }
    public struct Side: Sendable, Hashable {
        public var plan: Header
        public var rows: [ComparisonRow]
        public var movers: Movers
        /// Whether the variant and the base extend a common scenario, or one the other.
        public var sharesBase: Bool

        public init(plan: Header, rows: [ComparisonRow], movers: Movers, sharesBase: Bool) {
            self.plan = plan; self.rows = rows; self.movers = movers; self.sharesBase = sharesBase
        }
    }
    /// How the plans were played.
    public struct Play: Sendable, Hashable {
        public var seed: UInt64
        public var replicates: Int
        /// Where the chances come from that the scenarios do not give themselves: a file or a shipped regime; `nil` for nowhere.
        public var behaviourSource: String?
        /// Names of the variants that are played with other chances than the base.
        public var otherChances: [String]
        public init(seed: UInt64, replicates: Int, behaviourSource: String? = nil, otherChances: [String] = []) {
            self.seed = seed; self.replicates = replicates; self.behaviourSource = behaviourSource; self.otherChances = otherChances
        }
    }

    public let base: Header
    public let sides: [Side]
    /// `nil` where nothing is projected.
    public let play: Play?
    /// Why nothing is projected; empty where something is.
    public let projectionNote: String
    public let version: String

    public init(base: Header, sides: [Side], play: Play?, projectionNote: String, version: String) {
        self.base = base; self.sides = sides; self.play = play; self.projectionNote = projectionNote; self.version = version
    }

    /// - Parameter sharesBase: by variant.
    public init(
        base: ComparedPlan, variants: [(plan: ComparedPlan, sharesBase: Bool)], projection: PairedProjection?, projectionNote: String,
        behaviourSource: String? = nil, otherChances: [String] = [], version: String
    ) {
        let levels = PlanLevels(base)
        let sides = variants.enumerated().map { index, variant in
            var rows = Self.terms(base, variant.plan) + (variant.plan.nearness?.rows ?? []) + Self.levels(levels, PlanLevels(variant.plan))
            if let projection {
                rows += Self.projected(projection.base, projection.variants[index], projection.differences[index])
            }
            return Side(
                plan: Header(variant.plan), rows: rows, movers: Movers(base, variant.plan), sharesBase: variant.sharesBase)
        }
        self.init(
            base: Header(base), sides: sides, play: projection.map {
                Play(seed: $0.base.seed, replicates: $0.base.replicates, behaviourSource: behaviourSource, otherChances: otherChances)
            },
            projectionNote: projectionNote, version: version)
    }

    /// The best plan's value lies between a plan's own and its bound; so the difference of two lies between the extremes.
    private static func terms(_ base: ComparedPlan, _ variant: ComparedPlan) -> [ComparisonRow] {
        let theirs = Dictionary(variant.terms.map { ($0.term, $0) }, uniquingKeysWith: { first, _ in first })
        var rows = base.terms.map { mine in
            let other = theirs[mine.term]
            var row = ComparisonRow(
                kind: "term", group: mine.term.rawValue, figure: "value", base: Double(mine.value), variant: other.map { Double($0.value) })
            // Plans of one scenario have the same best plan.
            if let other, !isOneScenario(base, variant) {
                let ends = [other.value - mine.bound, other.bound - mine.value].map(Double.init).sorted()
                row.solver = ends[0]...ends[1]
            }
            return row
        }
        let own = Set(base.terms.map(\.term))
        rows += variant.terms.filter { !own.contains($0.term) }.map {
            ComparisonRow(kind: "term", group: $0.term.rawValue, figure: "value", variant: Double($0.value))
        }
        rows += base.terms.map { mine in
            ComparisonRow(kind: "term", group: mine.term.rawValue, figure: "gap", base: mine.gap, variant: theirs[mine.term]?.gap)
        }
        return rows + sharesOfBounds(base, variant)
    }

    private static func isOneScenario(_ base: ComparedPlan, _ variant: ComparedPlan) -> Bool {
        !base.scenario.digest.isEmpty && base.scenario.digest == variant.scenario.digest
    }

    /// What two plans of one scenario reach of the most that is proven of the first term that has a most: what planning is worth, where
    /// one of them is by a policy. The terms after it depend on what that reached.
    private static func sharesOfBounds(_ base: ComparedPlan, _ variant: ComparedPlan) -> [ComparisonRow] {
        guard isOneScenario(base, variant), let first = base.terms.firstIndex(where: { $0.term.isMaximised }),
            let other = variant.terms.first(where: { $0.term == base.terms[first].term })
        else { return [] }
        let mine = base.terms[first]
        // What is proven holds for plans that are as good in the terms before it; of others the greater bound does.
        let isAlike = zip(base.terms[..<first], variant.terms).allSatisfy { $0.term == $1.term && $0.value == $1.value }
        let most = Double(isAlike ? min(mine.bound, other.bound) : max(mine.bound, other.bound))
        guard most > 0 else { return [] }
        return [ComparisonRow(
            kind: "term", group: mine.term.rawValue, figure: ComparisonRow.shareOfBound, base: Double(mine.value) / most,
            variant: Double(other.value) / most)]
    }

    private static func levels(_ base: PlanLevels, _ variant: PlanLevels) -> [ComparisonRow] {
        let keys = base.keys + variant.keys.filter { base.values[$0] == nil }
        return keys.map { key in
            // What a plan has nothing of is 0 there, as far as it is counted; capacities and shares may really be missing.
            let isCount = ["people_placed", "placements", "cost_eur", "used", "used_eur"].contains(key.figure)
            return ComparisonRow(
                kind: key.kind, group: key.group, figure: key.figure, base: base.values[key] ?? (isCount ? 0 : nil),
                variant: variant.values[key] ?? (isCount ? 0 : nil))
        }
    }

    private static func projected(_ base: Projection, _ variant: Projection, _ differences: [GroupOutcome]) -> [ComparisonRow] {
        func byName(_ groups: [GroupOutcome]) -> [String: GroupOutcome] {
            Dictionary(groups.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (theirs, changes, own) = (byName(variant.groups), byName(differences), byName(base.groups))
        let names = base.groups.map(\.name) + variant.groups.map(\.name).filter { own[$0] == nil }
        return names.flatMap { name in
            OutcomeFigure.allCases.compactMap { figure -> ComparisonRow? in
                let (old, new, change) = (own[name]?[figure], theirs[name]?[figure], changes[name]?[figure])
                guard old != nil || new != nil else { return nil }
                // One replicate has no interval, and so no reading.
                let scatter = change.flatMap { $0.tellsScatter ? $0 : nil }
                return ComparisonRow(
                    kind: "projection", group: name, figure: figure.rawValue, base: old?.mean, variant: new?.mean,
                    people: min(own[name]?.people ?? .max, theirs[name]?.people ?? .max),
                    paired: scatter.map { $0.low...max($0.low, $0.high) }, pairedMean: change?.mean,
                    standardError: scatter?.standardError, parameterShare: scatter?.parameterShare, expectation: scatter?.expectation)
            }
        }
    }

    /// Sentences on what changes nothing in plans, those of which the same is idle named together.
    func idleSentences(_ language: Language) -> [String] {
        var found: [(parts: [IdlePart], names: [String])] = []
        for plan in [base] + sides.map(\.plan) where !plan.idle.isEmpty {
            if let same = found.firstIndex(where: { $0.parts == plan.idle }) {
                found[same].names.append(plan.name)
            } else {
                found.append((plan.idle, [plan.name]))
            }
        }
        return found.map { parts, names in
            Phrases.idle.with(language, names.joined(separator: ", "), parts.map { $0.text(language) }.joined(separator: ", "))
        }
    }

    /// The files with their contents, by name.
    public var files: [(name: String, bytes: [UInt8])] {
        [
            (ComparisonFile.table.rawValue, ComparisonTables.rows(self).bytes),
            (ComparisonFile.movers.rawValue, ComparisonTables.movers(self).bytes),
            (ComparisonFile.document.rawValue, Array(ComparisonJSON(self).document.text.utf8)),
            (ComparisonFile.text.rawValue, Array(ComparisonText(self).text.utf8)),
        ]
    }
}

/// The files of a comparison, the one that says that it is whole last.
public enum ComparisonFile: String, CaseIterable, Sendable {
    case table = "comparison.csv"
    case movers = "movers.csv"
    case text = "comparison.txt"
    case document = "comparison.json"
}
