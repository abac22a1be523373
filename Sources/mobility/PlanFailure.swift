import Foundation

/// What `plan --format json` says of a scenario that has no plan.
struct PlanFailure: Decodable {
    private struct Finding: Decodable { var message: String }
    private struct Member: Decodable {
        var kind: String
        var id: String
        var detail: String
    }
    private var message: String?
    private var findings: [Finding]?
    private var conflict: [Member]?

    /// Why there is none, in one line; empty where nothing is said.
    static func words(_ output: String) -> String {
        (try? JSONDecoder().decode(Self.self, from: Data(output.utf8)))?.words ?? ""
    }

    private var words: String {
        if let message, !message.isEmpty { return message }
        if let conflict, !conflict.isEmpty {
            return "cannot hold together: " + conflict.map { "\($0.kind) \($0.id): \($0.detail)" }.joined(separator: "; ")
        }
        return findings?.first?.message ?? ""
    }
}
