import MobilityModel
import MobilityPlanning
import MobilityReport

/// How far planning is: one redrawn line on a terminal; in a pipe a line for every phase and one a second within it.
final class ProgressDisplay {
    private let name: String
    private let console: Console
    private let isShown: Bool
    private let clock = ContinuousClock()
    private var lastLine: [String: ContinuousClock.Instant] = [:]
    private var lastText = ""

    init(name: String, console: Console, isShown: Bool) {
        self.name = name; self.console = console; self.isShown = isShown
    }

    func update(_ progress: PlanProgress) {
        guard isShown else { return }
        if console.isTerminal { return console.show { ProgressText.bar(progress, name: name) } }
        let now = clock.now
        if let last = lastLine[progress.phase], now - last < .seconds(1) { return }
        lastLine[progress.phase] = now
        let text = ProgressText.line(progress, name: name)
        if text != lastText { console.write(text) }
        lastText = text
    }

    func end() { console.clear() }
}

/// Progress in words and as a bar.
enum ProgressText {
    /// `mali-spain-2009: optimising placements: 29 so far, at best 30, gap 3.4 %`.
    static func line(_ progress: PlanProgress, name: String) -> String {
        ([name, progress.phase] + [figures(progress)].filter { !$0.isEmpty }).joined(separator: ": ")
    }

    /// As long as the share of the bound that the value reaches.
    static func bar(_ progress: PlanProgress, name: String) -> String {
        let share = progress.gap.map { max(0, min(1, 1 - $0)) } ?? 0
        let marks = Int(share * 20)
        let bar = "[" + String(repeating: "#", count: marks) + String(repeating: ".", count: 20 - marks) + "]"
        return "\(bar) \(line(progress, name: name)), \(Int(max(0, min(progress.elapsed, 1e9)))) s"
    }

    private static func figures(_ progress: PlanProgress) -> String {
        let figure = { (value: Int64) in progress.term?.figure(value) ?? String(value) }
        var parts: [String] = []
        // Before the first term it is what hard rules and pins fall short that is brought down.
        if let value = progress.value { parts.append("\(figure(value)) \(progress.term == nil ? "short" : "so far")") }
        if let bound = progress.bound { parts.append("\(progress.term == nil ? "at least" : "at best") \(figure(bound))") }
        if let gap = progress.gap { parts.append("gap \(Figures.gap(gap))") }
        return parts.joined(separator: ", ")
    }
}
