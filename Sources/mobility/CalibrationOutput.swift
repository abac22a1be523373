import MobilityCalibration
import MobilityModel
import MobilityReport

/// What was fitted, for people and for programs.
struct CalibrationOutput {
    private static let width = 100
    private let calibration: Calibration
    private let tables: [String]
    private let options: CalibrationOptions

    init(_ calibration: Calibration, tables: [String], options: CalibrationOptions) {
        self.calibration = calibration; self.tables = tables; self.options = options
    }

    /// At most 100 columns.
    var text: String {
        var lines = heading.printable.wrapped(to: Self.width)
        lines.append("")
        lines += steps + references + shifts + delays
        if calibration.steps.contains(where: \.isSpreadAssumed) || calibration.delays.contains(where: \.isLogSDAssumed) {
            lines.append("  * assumed, not fitted")
        }
        lines += checks
        let notes = calibration.notes + notesOfSteps
        if !notes.isEmpty {
            lines += ["", "Notes"]
            for note in notes { lines += Self.indented(note) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var heading: String {
        let regime = options.regime.map { ", regime \($0)" } ?? ""
        return "Fitted to \(Figures.counted(calibration.cohorts.count, "cohort", "cohorts")) of \(tables.joined(separator: ", "))\(regime)"
    }

    /// What is noted of several steps stands once.
    private var notesOfSteps: [String] {
        var (steps, order): ([String: [String]], [String]) = ([:], [])
        for fit in calibration.steps {
            for note in fit.notes {
                if steps[note] == nil { order.append(note) }
                steps[note, default: []].append(fit.step.rawValue)
            }
        }
        return order.map { "\((steps[$0] ?? []).joined(separator: ", ")): \($0)" }
    }

    private static func indented(_ text: String) -> [String] {
        text.printable.wrapped(to: width - 4).enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
    }

    private var steps: [String] {
        var table = TextTable(
            header: ["Step", "rate", "90% interval", "n", "spread", "cohorts", "counted"],
            alignments: [.left, .right, .right, .right, .right, .right, .right])
        for fit in calibration.steps {
            table.append([
                fit.step.rawValue, Figures.chance(fit.rate), "\(Figures.chance(fit.low)) - \(Figures.chance(fit.high))",
                Figures.decimal(fit.n, digits: 1), Figures.decimal(fit.spread, digits: 4) + (fit.isSpreadAssumed ? "*" : ""),
                Figures.grouped(fit.cohorts), "\(Figures.decimal(fit.successes, digits: 0)) of \(Figures.decimal(fit.trials, digits: 0))",
            ])
        }
        return table.isEmpty ? [] : table.lines
    }

    /// Whose the rates are, where effects tell people apart.
    private var references: [String] {
        let values = Set(calibration.steps.flatMap { fit in fit.references.map { "\($0.key.rawValue) \($0.value)" } }).sorted()
        return values.isEmpty ? [] : Self.indented("Rates of those with \(values.joined(separator: ", ")); the odds ratios are of others against them")
    }

    private var shifts: [String] {
        var table = TextTable(header: ["Odds ratio", "of", "against", "ratio", "90% interval"], alignments: [.left, .left, .left, .right, .right])
        for fit in calibration.steps {
            for shift in fit.shifts {
                table.append([
                    fit.step.rawValue, "\(shift.covariate.rawValue) \(shift.value)", fit.references[shift.covariate] ?? "",
                    Figures.decimal(shift.oddsRatio, digits: 3), "\(Figures.decimal(shift.low, digits: 3)) - \(Figures.decimal(shift.high, digits: 3))",
                ])
            }
        }
        return table.isEmpty ? [] : [""] + table.lines
    }

    private var delays: [String] {
        var table = TextTable(header: ["Delay", "median days", "log sd", "n", "cohorts", "files"], alignments: [.left, .right, .right, .right, .right, .right])
        for result in calibration.delays {
            table.append([
                result.kind.rawValue, Figures.decimal(result.delay.medianDays, digits: 1),
                Figures.decimal(result.delay.logSD, digits: 3) + (result.isLogSDAssumed ? "*" : ""), Figures.decimal(result.delay.n ?? 0, digits: 1),
                Figures.grouped(result.cohorts), Figures.decimal(result.files, digits: 0),
            ])
        }
        return table.isEmpty ? [] : [""] + table.lines
    }

    private var checks: [String] {
        Self.table("Predicted again", calibration.checks, "which was fitted to them: a check of the model")
            + Self.table("Kept for validation", calibration.predictions, "which no fit has read: a check of the chances")
    }

    private static func table(_ title: String, _ checks: [PredictiveCheck], _ meaning: String) -> [String] {
        guard !checks.isEmpty else { return [] }
        var table = TextTable(
            header: [title, "step", "of", "observed", "mean", "90% interval", "tail", ""],
            alignments: [.left, .left, .right, .right, .right, .right, .right, .left], keepsLabels: true)
        for check in checks {
            table.append([
                check.cohort.text, check.step.rawValue, Figures.grouped(check.trials), Figures.grouped(check.observed),
                Figures.decimal(check.mean, digits: check.mean < 100 ? 1 : 0), "\(Figures.grouped(check.low)) - \(Figures.grouped(check.high))",
                Figures.decimal(check.tailProbability, digits: 3), check.isInside ? "" : "MISS",
            ])
        }
        return [""] + table.lines + ["  \(checks.insideCount) of \(checks.count) inside their 90% interval, \(meaning)"]
    }

    var json: JSONValue {
        .object([
            ("tables", .array(tables.map { .string($0) })), ("regime", .optional(options.regime)),
            ("cohorts", .array(calibration.cohorts.map { .string($0.text) })),
            ("steps", .array(calibration.steps.map(Self.json))),
            ("delays", .array(calibration.delays.map { result in
                .object([
                    ("kind", .string(result.kind.rawValue)), ("median_days", .double(result.delay.medianDays)), ("log_sd", .double(result.delay.logSD)),
                    ("n", result.delay.n.map { .double($0) } ?? .null), ("log_sd_assumed", .bool(result.isLogSDAssumed)),
                    ("cohorts", .integer(result.cohorts)), ("files", .double(result.files)), ("source", .optional(result.delay.source)),
                ])
            })),
            ("checks", .array(calibration.checks.map(Self.json))), ("inside", .integer(calibration.checks.insideCount)),
            ("validation", .array(calibration.predictions.map(Self.json))), ("notes", .array(calibration.notes.map { .string($0) })),
        ])
    }

    private static func json(_ check: PredictiveCheck) -> JSONValue {
        .object([
            ("cohort", .string(check.cohort.text)), ("step", .string(check.step.rawValue)), ("trials", .integer(check.trials)),
            ("observed", .integer(check.observed)), ("mean", .double(check.mean)), ("low", .integer(check.low)), ("high", .integer(check.high)),
            ("tail_probability", .double(check.tailProbability)), ("inside", .bool(check.isInside)),
        ])
    }

    private static func json(_ fit: StepFit) -> JSONValue {
        .object([
            ("step", .string(fit.step.rawValue)), ("rate", .double(fit.rate)), ("n", .double(fit.n)), ("spread", .double(fit.spread)),
            ("spread_assumed", .bool(fit.isSpreadAssumed)), ("low", .double(fit.low)), ("high", .double(fit.high)), ("cohorts", .integer(fit.cohorts)),
            ("successes", .double(fit.successes)), ("trials", .double(fit.trials)),
            ("effects", .array(fit.shifts.map { shift in
                .object([
                    ("covariate", .string(shift.covariate.rawValue)), ("value", .string(shift.value)),
                    ("against", .optional(fit.references[shift.covariate])), ("odds_ratio", .double(shift.oddsRatio)), ("low", .double(shift.low)),
                    ("high", .double(shift.high)),
                ])
            })),
            ("notes", .array(fit.notes.map { .string($0) })), ("source", .string(fit.source)),
        ])
    }
}
