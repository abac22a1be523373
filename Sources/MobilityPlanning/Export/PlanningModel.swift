import LinearProgramming
import MobilityModel

/// The integer programme of a scenario, for any solver: the optimum of the file is the optimum of the stage.
///
/// What is planned is a flow of people through networks of cycles (`CycleNetwork`), tied together by the rows of the master
/// (`RowKind`); see <doc:Export>.
public struct PlanningModel {
    public typealias Size = MPSSize

    /// A term that is held at no worse than a value.
    public struct Kept: Sendable {
        public var term: ObjectiveTerm
        public var value: Int64

        public init(term: ObjectiveTerm, value: Int64) { self.term = term; self.value = value }
    }

    /// Why a scenario cannot be exported.
    public struct Problem: Error, CustomStringConvertible {
        public let description: String
    }

    /// The terms of the scenario, best first, the penalty before all where there are soft rules.
    public var terms: [ObjectiveTerm] { instance.terms }
    private let instance: Instance

    /// - Throws: `Problem`, where course sessions combine in too many ways.
    public init(_ scenario: Scenario) throws(Problem) {
        do {
            instance = try Instance(scenario)
        } catch {
            throw Problem(description: "\(error)")
        }
    }

    /// Writes the model in which a term is optimised.
    ///
    /// - Parameters:
    ///   - term: of `terms`.
    ///   - kept: other ones of `terms`, each at most once.
    ///   - path: the file, and where its name goes on those that it is put together from.
    ///   - progress: called with the people done and all of them, in classes.
    ///   - shouldStop: asked for every class.
    /// - Throws: `Problem`; what the file system says.
    /// - Complexity: a class at a time is in memory.
    public func write(
        _ term: ObjectiveTerm, keeping kept: [Kept] = [], to path: String, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in },
        shouldStop: () -> Bool = { false }
    ) throws -> Size {
        for asked in [term] + kept.map(\.term) where !terms.contains(asked) {
            throw Problem(description: "\(asked.rawValue) is no term of this scenario; it has \(terms.map(\.rawValue).joined(separator: ", "))")
        }
        var file = try MPSWriter(path: path, name: "\(instance.scenario.name).\(term.rawValue)")
        let scale = ModelScale(instance)
        try ModelHead(instance: instance, term: term, kept: kept, unit: scale.moneyUnit).write(to: &file)
        var writer = ModelWriter(instance, term: term, kept: kept, scale: scale, file: file)
        try writer.writeRows()
        try writer.writeSides()
        for owner in instance.classes.indices {
            if shouldStop() { throw Problem(description: "stopped before the model was written; no file was left behind") }
            try writer.write(owner)
            progress(owner + 1, instance.classes.count)
        }
        try writer.writeChoices()
        return try writer.finish()
    }
}
