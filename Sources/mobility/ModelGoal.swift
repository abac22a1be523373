import MobilityIngest
import MobilityModel
import MobilityPlanning

/// What the user wants of an exported model: the term that is optimised and those that are kept.
struct ModelGoal {
    /// What is wrong with it.
    struct Problem: Error {
        var message: String
    }

    /// `nil`: the first of the scenario.
    let term: ObjectiveTerm?
    let kept: [PlanningModel.Kept]

    /// - Parameter kept: each as `TERM=VALUE`.
    init(term: String?, kept: [String]) throws(Problem) {
        self.term = if let term { try Self.term(term, of: "--term") } else { nil }
        var all: [PlanningModel.Kept] = []
        for argument in kept {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw Problem(message: "--keep \(argument): expected TERM=VALUE, as in --keep placements=1245.") }
            let keptTerm = try Self.term(String(parts[0]), of: "--keep")
            guard let value = Int64(parts[1]), abs(Double(value)) <= 1e15 else {
                throw Problem(message: "--keep \(argument): found `\(parts[1])`, expected a whole number\(keptTerm == .cost ? " of cents" : "").")
            }
            if all.contains(where: { $0.term == keptTerm }) { throw Problem(message: "--keep says twice what \(keptTerm.rawValue) is kept at.") }
            if keptTerm == self.term { throw Problem(message: "\(keptTerm.rawValue) is what is optimised: it cannot be kept as well.") }
            all.append(PlanningModel.Kept(term: keptTerm, value: value))
        }
        self.kept = all
    }

    private static func term(_ name: String, of option: String) throws(Problem) -> ObjectiveTerm {
        if let term = ObjectiveTerm(rawValue: name) { return term }
        let names = ObjectiveTerm.allCases.map(\.rawValue)
        let near = NearestName.find(name, among: names).map { "; did you mean \($0)?" } ?? "; terms are \(names.joined(separator: ", "))."
        throw Problem(message: "\(option): there is no term `\(name)`\(near)")
    }

    /// The term that is optimised in a scenario with these.
    func term(among terms: [ObjectiveTerm]) throws(Problem) -> ObjectiveTerm {
        for asked in [term].compactMap({ $0 }) + kept.map(\.term) where !terms.contains(asked) {
            throw Problem(message: "\(asked.rawValue) is no term of this scenario: it has \(terms.map(\.rawValue).joined(separator: ", ")); "
                + (asked == .penalty ? "`penalty` comes with a soft rule" : "add it to `objective` in scenario.yaml"))
        }
        guard let chosen = term ?? terms.first else { throw Problem(message: "the scenario has no objective") }
        if kept.contains(where: { $0.term == chosen }) {
            throw Problem(message: "\(chosen.rawValue) is kept and optimised: name the term to optimise with --term")
        }
        return chosen
    }
}
