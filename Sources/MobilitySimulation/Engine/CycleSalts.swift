/// The salts of one cycle number in one replicate.
struct CycleSalts {
    let authorised, notWithdrawn, visa, arrived, stayed, end, reapplied, started, alive: Salt
    /// By session of the cycle.
    let trained: [Salt]

    init(_ model: ProjectionModel, replicate: Int, cycle: Int) {
        func salt(_ step: String, session: Int = 0) -> Salt {
            Salt(seed: model.seed, replicate: replicate, cycle: cycle, step: Mixing.hash(step), session: session)
        }
        authorised = salt("authorised")
        notWithdrawn = salt("not_withdrawn")
        visa = salt("visa_granted")
        arrived = salt("arrived_in_time")
        stayed = salt("early_return")
        end = salt("end")
        reapplied = salt("reapplied")
        started = salt("project_started")
        alive = salt("project_alive_12m")
        trained = (0..<model.mostSessions).map { salt("trained", session: $0) }
    }
}
