import Foundation
import MobilityChecking
import MobilityIngest
import MobilityModel
import MobilityReport

/// What the prices beside a plan prove of it, held against what `summary.json` claims.
struct CertificateProof {
    enum Outcome {
        case missing
        case unreadable([Finding])
        case read(CertificateProof)
    }

    static let missing = "there is no \(PlanFile.certificate.rawValue): the bounds in summary.json are not proven again"

    let bounds: [CertifiedBound]
    /// By term: what `summary.json` says.
    private let claimed: [ObjectiveTerm: Int64]
    private(set) var findings: [Finding]

    /// - Parameter report: of the plan, which is valid.
    static func read(_ directory: String, _ report: CheckReport, checker: PlanChecker, pins: Plan?, claim: RecordedSummary?) -> Outcome {
        let path = "\(directory)/\(PlanFile.certificate.rawValue)"
        guard FileManager.default.fileExists(atPath: path) else { return .missing }
        let read = CertificateReader.read(path, scenario: checker.scenario)
        guard let certificate = read.certificate else { return .unreadable(read.findings) }
        let bounds = checker.certifiedBounds(certificate, of: report, pins: pins)
        return .read(CertificateProof(bounds: bounds, claim: claim, findings: read.findings, path: path))
    }

    private init(bounds: [CertifiedBound], claim: RecordedSummary?, findings: [Finding], path: String) {
        self.bounds = bounds
        self.findings = findings
        var claimed: [ObjectiveTerm: Int64] = [:]
        for term in claim?.terms ?? [] {
            if let known = ObjectiveTerm(rawValue: term.term), let bound = term.bound { claimed[known] = bound }
        }
        self.claimed = claimed
        for bound in bounds {
            if !bound.obstacle.isEmpty {
                self.findings.append(Finding(
                    severity: .warning, code: "nothing_proven", file: path, message: "nothing is proven of \(bound.term.rawValue): \(bound.obstacle)"))
            }
            if let proven = bound.bound, bound.term.isMaximised ? proven < bound.value : proven > bound.value {
                self.findings.append(Finding(
                    severity: .error, code: "false_bound", file: path,
                    message: "the plan's \(bound.value) of \(bound.term.rawValue) beats the bound \(proven) that was proven: a fault of this program; please report it"))
            }
        }
    }

    /// What is claimed and better than what is proven, if so.
    private func uncertified(_ bound: CertifiedBound) -> Int64? {
        guard let claim = claimed[bound.term] else { return nil }
        guard let proven = bound.bound else { return claim }
        return (bound.term.isMaximised ? claim < proven : claim > proven) ? claim : nil
    }

    /// Of each term what is proven, and on a line of its own what is claimed beyond that.
    var lines: [String] {
        guard !bounds.isEmpty else { return [] }
        let width = bounds.map(\.term.rawValue.count).max() ?? 0
        return ["proven again from the scenario's files and the prices in \(PlanFile.certificate.rawValue), in whole numbers:"] + bounds.flatMap { bound in
            words(bound).enumerated().map { number, words in
                let name = number == 0 ? bound.term.rawValue : ""
                return "  \(name)\(String(repeating: " ", count: width - name.count))  \(words)"
            }
        }
    }

    private func words(_ bound: CertifiedBound) -> [String] {
        let side = bound.term.isMaximised ? "at most" : "at least"
        var parts: [String] = []
        if let proven = bound.bound, let gap = bound.gap {
            parts.append("\(side) \(bound.term.figure(proven)), gap \(Figures.gap(gap))")
        } else {
            parts.append("nothing: \(bound.obstacle)")
        }
        if let claim = uncertified(bound) {
            parts.append("\(side) \(bound.term.figure(claim)) by search (branching), not certified")
        }
        if bound.loosened > 0 { parts.append("\(Figures.counted(bound.loosened, "group", "groups")) of people looked at less closely") }
        return parts
    }

    var json: [JSONValue] {
        bounds.map { bound in
            .object([
                ("term", .string(bound.term.rawValue)), ("value", .integer(bound.value)),
                ("certified", bound.bound.map { .integer($0) } ?? .null), ("gap", bound.gap.map { .double($0) } ?? .null),
                ("claimed", claimed[bound.term].map { .integer($0) } ?? .null), ("is_certified", .bool(uncertified(bound) == nil)),
                ("loosened_groups", .integer(bound.loosened)), ("obstacle", .string(bound.obstacle)),
            ])
        }
    }
}
