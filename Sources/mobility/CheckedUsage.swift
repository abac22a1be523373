import MobilityChecking
import MobilityReport

extension PlanUsage {
    /// What the checker has counted, for the report.
    init(_ check: CheckReport) {
        self.init(
            quotas: check.usage.quotas.sorted { $0.id < $1.id }.map { CapacityUse(id: $0.id.text, used: $0.used, capacity: $0.limit) },
            sessions: check.usage.sessions.sorted { $0.id < $1.id }.map { CapacityUse(id: $0.id.text, used: $0.used, capacity: $0.limit) },
            consulates: check.usage.consulateMonths.sorted { ($0.consulate, $0.month) < ($1.consulate, $1.month) }.map {
                ConsulateUse(id: $0.consulate.text, month: $0.month, used: $0.used, capacity: $0.limit)
            },
            funds: check.usage.funds.sorted { $0.fund < $1.fund }.map { MobilityReport.FundUse(id: $0.fund.text, used: $0.paid, amount: $0.amount) },
            rules: check.ruleMeasures.map {
                RuleUse(id: $0.rule, matched: $0.matched, total: $0.total, missed: $0.missedBy)
            })
    }
}
