import MobilityChecking
import MobilityReport

extension PlanUsage {
    /// What the checker has counted, for the report.
    init(_ check: CheckReport) {
        self.init(
            quotas: check.usage.quotas.map { CapacityUse(id: $0.id.text, used: $0.used, capacity: $0.limit) },
            sessions: check.usage.sessions.map { CapacityUse(id: $0.id.text, used: $0.used, capacity: $0.limit) },
            consulates: check.usage.consulateMonths.map {
                ConsulateUse(id: $0.consulate.text, month: $0.month, used: $0.used, capacity: $0.limit)
            },
            funds: check.usage.funds.map { MobilityReport.FundUse(id: $0.fund.text, used: $0.paid, amount: $0.amount) },
            rules: check.ruleMeasures.map {
                RuleUse(id: $0.rule, matched: $0.matched, total: $0.total, missed: $0.missedBy)
            })
    }
}
