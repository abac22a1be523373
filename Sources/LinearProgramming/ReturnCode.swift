import CGLPK

/// The return codes and statuses of GLPK, in words.
enum ReturnCode {
    static func describe(_ code: Int32) -> String {
        switch code {
        case 0: "ran to its end"
        case GLP_EBADB: "GLP_EBADB: the basis has not as many variables as there are rows"
        case GLP_ESING: "GLP_ESING: the basis matrix is singular"
        case GLP_ECOND: "GLP_ECOND: the basis matrix is ill-conditioned"
        case GLP_EBOUND: "GLP_EBOUND: incorrect bounds"
        case GLP_EFAIL: "GLP_EFAIL: solver failure"
        case GLP_EOBJLL: "GLP_EOBJLL: objective lower limit reached"
        case GLP_EOBJUL: "GLP_EOBJUL: objective upper limit reached"
        case GLP_EITLIM: "GLP_EITLIM: iteration limit reached"
        case GLP_ETMLIM: "GLP_ETMLIM: time limit reached"
        case GLP_ENOPFS: "GLP_ENOPFS: no primal feasible solution"
        case GLP_ENODFS: "GLP_ENODFS: no dual feasible solution"
        case GLP_EROOT: "GLP_EROOT: no optimal basis of the relaxation to start from"
        case GLP_ESTOP: "GLP_ESTOP: stopped by the application"
        case GLP_EMIPGAP: "GLP_EMIPGAP: relative gap tolerance reached"
        case GLP_ENOFEAS: "GLP_ENOFEAS: no primal or dual feasible solution"
        case GLP_ENOCVG: "GLP_ENOCVG: no convergence"
        case GLP_EINSTAB: "GLP_EINSTAB: numerical instability"
        case GLP_EDATA: "GLP_EDATA: invalid data"
        case GLP_ERANGE: "GLP_ERANGE: result out of range"
        case CGLPK_EABORT: "an assertion failed in GLPK, or it would not end"
        default: "unknown return code \(code)"
        }
    }

    static func describeSolution(_ status: Int32) -> String {
        switch status {
        case GLP_UNDEF: "solution undefined"
        case GLP_FEAS: "solution feasible"
        case GLP_INFEAS: "solution infeasible"
        case GLP_NOFEAS: "no feasible solution"
        case GLP_OPT: "solution optimal"
        case GLP_UNBND: "solution unbounded"
        default: "unknown solution status \(status)"
        }
    }
}
