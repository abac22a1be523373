import MobilityCalibration
import MobilityModel
import MobilityReport

/// Published figures beside their intervals, for people and for programs.
struct ValidationOutput {
    private let validation: Validation
    private let replicates: Int
    private let seed: UInt64

    init(_ validation: Validation, replicates: Int, seed: UInt64) {
        self.validation = validation; self.replicates = replicates; self.seed = seed
    }

    /// At most 100 columns.
    var text: String {
        var lines: [String] = []
        for (basis, title) in [(ValidationRow.Basis.predicted, "Predicted: no regime was fitted to these"), (.fitted, "Fitted: a regime was fitted to these")] {
            let rows = validation.rows.filter { $0.basis == basis }
            guard !rows.isEmpty else { continue }
            if !lines.isEmpty { lines.append("") }
            lines.append(title)
            for regime in Set(rows.map(\.figure.regime)).sorted() {
                var table = TextTable(
                    header: [regime.isEmpty ? "any regime" : regime, "counted", "observed", "mean", "90% interval", "tail", ""],
                    alignments: [.left, .left, .right, .right, .right, .right, .left], keepsLabels: true)
                for row in rows where row.figure.regime == regime { table.append(Self.cells(row)) }
                lines += table.lines
            }
            let coverage = validation.coverage(basis)
            lines.append("  \(coverage.inside) of \(coverage.of) inside their 90% interval")
        }
        let doubts = validation.rows.filter { !$0.figure.flag.isEmpty }
        if !doubts.isEmpty {
            lines += ["", "In doubt"]
            var said: Set<String> = []
            for row in doubts where said.insert(row.figure.id).inserted {
                lines += Self.paragraph(row.figure.id, row.figure.flag)
            }
        }
        if !validation.uncompared.isEmpty { lines += ["", "Not compared"] + validation.uncompared.flatMap { Self.paragraph($0.id, $0.reason) } }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func paragraph(_ id: String, _ text: String) -> [String] {
        "\(id): \(text)".printable.wrapped(to: 96).enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
    }

    private static func cells(_ row: ValidationRow) -> [String] {
        func value(_ share: Double) -> String {
            guard let people = row.figure.people else { return Figures.chance(share) }
            return Figures.grouped(Int((share * Double(people)).rounded()))
        }
        let of = row.figure.people.map { "/" + Figures.grouped($0) } ?? ""
        return [
            row.figure.id, row.what, value(row.figure.share) + of, value(row.prediction.mean),
            "\(value(row.prediction.low)) - \(value(row.prediction.high))", Figures.plain(row.prediction.tailProbability, digits: 2),
            row.isInside ? "" : "MISS",
        ]
    }

    var json: JSONValue {
        .object([
            ("figures", .array(validation.rows.map { row in
                .object([
                    ("figure", .string(row.figure.id)), ("regime", .string(row.figure.regime)), ("counted", .string(row.what)),
                    ("basis", .string(row.basis.rawValue)), ("projected", .bool(row.isProjected)), ("people", row.figure.people.map { .integer($0) } ?? .null),
                    ("observed", .double(row.figure.share)), ("mean", .double(row.prediction.mean)), ("low", .double(row.prediction.low)),
                    ("high", .double(row.prediction.high)), ("tail_probability", .double(row.prediction.tailProbability)),
                    ("inside", .bool(row.isInside)), ("flag", .optional(row.figure.flag.isEmpty ? nil : row.figure.flag)),
                    ("source", .string(row.figure.source)),
                ])
            })),
            ("coverage", .object([ValidationRow.Basis.predicted, .fitted].map { basis in
                let coverage = validation.coverage(basis)
                return (basis.rawValue, .object([("inside", .integer(coverage.inside)), ("of", .integer(coverage.of))]))
            })),
            ("not_compared", .array(validation.uncompared.map { figure in
                .object([("figure", .string(figure.id)), ("reason", .string(figure.reason)), ("source", .string(figure.source))])
            })), ("replicates", .integer(replicates)), ("seed", .decimal(String(seed))),
        ])
    }
}
