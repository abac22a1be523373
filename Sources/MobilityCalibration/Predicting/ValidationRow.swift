import Distributions
import Foundation
import MobilityModel

/// A published figure beside what a regime says of it.
public struct ValidationRow: Sendable {
    public enum Basis: String, Sendable {
        /// The regime was fitted to it.
        case fitted
        /// Kept for validation, or in doubt and left out of the fit.
        case predicted
    }

    public var figure: EvidenceFigure
    /// What was counted among what, in few words.
    public var what: String
    public var basis: Basis
    public var prediction: FigurePrediction
    /// Whether a plan of the cohort was projected; otherwise the figure is held against the chance of a cohort.
    public var isProjected: Bool

    /// Whether what was observed lies in the 90% interval, half a person to either side.
    public var isInside: Bool {
        let slack = figure.people.map { 0.5 / Double($0) } ?? 1e-12
        return prediction.low <= figure.share + slack && figure.share - slack <= prediction.high
    }

    init?(_ question: FigureQuestion, basis: Basis, replicates: Int, seed: UInt64, projector: Validation.Projector) {
        let figure = question.figure
        let projected = projector(question).flatMap { FigurePrediction(figure, shares: $0) }
        guard
            // Counts alone know no delays.
            let prediction = figure.days != nil ? projected : projected
                ?? FigurePrediction.predict(
                    figure, chances: question.chances, effects: question.effects, stayMonths: question.stayMonths, replicates: replicates, seed: seed)
        else { return nil }
        self.init(figure, basis, prediction, isProjected: projected != nil)
    }

    /// A figure of which a projection says more than a regime's chances can, such as one of a plan with sessions; nothing was fitted to it.
    ///
    /// - Parameter shares: of the base, one for each replicate; `nil` where there are none.
    public init?(_ figure: EvidenceFigure, shares: [Double]) {
        guard let prediction = FigurePrediction(figure, shares: shares) else { return nil }
        self.init(figure, .predicted, prediction, isProjected: true)
    }

    private init(_ figure: EvidenceFigure, _ basis: Basis, _ prediction: FigurePrediction, isProjected: Bool) {
        self.figure = figure; self.basis = basis; self.prediction = prediction; self.isProjected = isProjected
        what = "\(Self.word(figure.count))/\(Self.word(figure.base))" + (figure.days.map { " by day \($0)" } ?? "")
    }

    private static func word(_ count: CohortCount) -> String {
        switch count {
        case .returnedOnTime: "on time"
        case .returnedEarly: "early"
        case .lawfulExit: "lawful exit"
        case .projectsOffered: "offered"
        case .projectsStarted: "started"
        case .projectsAlive: "alive"
        default: count.rawValue
        }
    }

    /// Files done by a day, by a lognormal delay whose median is uncertain: the share is `Phi(z)` with
    /// `z ~ Normal((ln days - ln median) / sd, 1 / n)`, so that its quantiles are exact.
    init(_ row: DelayObservation, delay: Delay) {
        let share = Double(row.done) / Double(max(1, row.done + row.open))
        let z = (log(Double(row.days)) - log(delay.medianDays)) / max(delay.logSD, 1e-9)
        let deviation = 1 / (delay.n ?? .infinity).squareRoot(), width = NormalDistribution.ninetyFifth * deviation
        figure = EvidenceFigure(
            id: row.cohort, regime: row.regime, count: .authorised, base: .planned, people: nil, share: share, flag: row.flag,
            source: row.source)
        what = "\(row.kind.rawValue) by day \(row.days)"
        basis = row.use == .calibration && row.flag.isEmpty ? .fitted : .predicted
        // How far out the observed share is, in standard errors of z.
        let low = NormalDistribution.cumulative(z - width), high = NormalDistribution.cumulative(z + width)
        var tail = 1.0
        if deviation > 0, share > 0, share < 1 {
            tail = 2 * NormalDistribution.cumulative(-abs(NormalDistribution.quantile(share) - z) / deviation)
        }
        isProjected = false
        prediction = FigurePrediction(mean: NormalDistribution.cumulative(z / (1 + deviation * deviation).squareRoot()), low: low, high: high, tailProbability: tail)
    }
}
