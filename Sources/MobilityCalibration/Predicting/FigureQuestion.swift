import MobilityModel

/// What has to be known to say what a regime makes of a figure.
public struct FigureQuestion: Sendable {
    public let figure: EvidenceFigure
    /// Of the steps between the figure's base and its count, as the regime gives them, and no other: whoever is in the base has
    /// the steps before it behind.
    public let chances: [BehaviourStep: Chance]
    /// Of those steps, and of everybody: those of levers. Who was in a cohort is not known, so effects of some people are left out.
    public let effects: [Effect]
    /// Of a figure that was counted while files were still open: those of the regime, for the steps between.
    public let delays: [DelayKind: Delay]
    /// For the chance of an early return in a month.
    public let stayMonths: Int

    /// - Returns: `nil` where the figure's count does not come from its base.
    init?(_ figure: EvidenceFigure, behaviour: Behaviour, stayMonths: Int = 6) {
        guard let path = CountPath(to: figure.count, from: figure.base) else { return nil }
        let steps = Set(path.links.flatMap(\.steps))
        self.figure = figure
        chances = behaviour.chances.filter { steps.contains($0.key) }
        effects = behaviour.effects.filter { steps.contains($0.step) && $0.who == Who() && $0.place == Where() }
        let waits: [DelayKind: BehaviourStep] = [.authorisation: .authorised, .visa: .visaGranted]
        delays = figure.days == nil ? [:] : behaviour.delays.filter { kind, _ in waits[kind].map(steps.contains) ?? false }
        self.stayMonths = stayMonths
    }
}
