import CGLPK
import Foundation

/// A file in MPS format, solved by GLPK's own reader and integer search, which share nothing with the writer.
struct MPSFile {
    enum Answer: Equatable { case optimal(Int64), infeasible, unknown(String) }

    let path: String

    /// The least objective.
    func minimum() -> Answer {
        _ = glp_term_out(GLP_OFF)
        guard let problem = glp_create_prob() else { return .unknown("no problem") }
        defer { glp_delete_prob(problem) }
        guard glp_read_mps(problem, GLP_MPS_FILE, nil, path) == 0 else { return .unknown("unreadable") }
        var options = glp_iocp()
        glp_init_iocp(&options)
        options.presolve = GLP_ON
        options.gmi_cuts = GLP_ON
        options.mir_cuts = GLP_ON
        options.tm_lim = 120_000
        let code = glp_intopt(problem, &options)
        if code == GLP_ENOPFS { return .infeasible }
        guard code == 0 else { return .unknown("code \(code)") }
        switch glp_mip_status(problem) {
        case GLP_OPT: return .optimal(Int64(glp_mip_obj_val(problem).rounded()))
        case GLP_NOFEAS: return .infeasible
        case let status: return .unknown("status \(status)")
        }
    }
}
