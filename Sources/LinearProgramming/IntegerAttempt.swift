import CGLPK

/// Settings of one run of the integer solver. Where it fails, the next and plainer ones are tried.
struct IntegerAttempt {
    let presolve: Bool
    let cuts: Cuts
    var isStrict = false

    static func sequence(_ options: IntegerOptions) -> [IntegerAttempt] {
        var attempts: [IntegerAttempt] = []
        if options.presolve, options.incumbent == nil { attempts.append(IntegerAttempt(presolve: true, cuts: options.cuts)) }
        attempts.append(IntegerAttempt(presolve: false, cuts: options.cuts))
        attempts.append(IntegerAttempt(presolve: false, cuts: [], isStrict: true))
        return attempts
    }

    func parameters(_ options: IntegerOptions, objective: Double) -> glp_iocp {
        var parameters = glp_iocp()
        glp_init_iocp(&parameters)
        parameters.msg_lev = GLP_MSG_ERR
        parameters.gmi_cuts = cuts.contains(.gomory) ? GLP_ON : GLP_OFF
        parameters.mir_cuts = cuts.contains(.mixedIntegerRounding) ? GLP_ON : GLP_OFF
        parameters.cov_cuts = cuts.contains(.cover) ? GLP_ON : GLP_OFF
        parameters.clq_cuts = cuts.contains(.clique) ? GLP_ON : GLP_OFF
        parameters.fp_heur = options.feasibilityPump ? GLP_ON : GLP_OFF
        parameters.mip_gap = options.relativeGap
        parameters.tol_int = isStrict ? min(1e-9, options.integralityTolerance) : options.integralityTolerance
        // Nodes within this share of the incumbent are pruned. With objectives of 1e9 the default of 1e-7 would give
        // away a hundred units, so keep the loss below a thousandth.
        parameters.tol_obj = min(1e-7, max(1e-14, 1e-3 / (1 + abs(objective))))
        parameters.br_tech =
            switch options.branching {
            case .firstFractional: GLP_BR_FFV
            case .lastFractional: GLP_BR_LFV
            case .mostFractional: GLP_BR_MFV
            case .driebeckTomlin: GLP_BR_DTH
            case .pseudocost: GLP_BR_PCH
            }
        parameters.bt_tech =
            switch options.nodeChoice {
            case .depthFirst: GLP_BT_DFS
            case .breadthFirst: GLP_BT_BFS
            case .bestBound: GLP_BT_BLB
            case .bestProjection: GLP_BT_BPH
            }
        return parameters
    }
}

extension glp_iocp {
    mutating func disableCuts() {
        gmi_cuts = GLP_OFF
        mir_cuts = GLP_OFF
        cov_cuts = GLP_OFF
        clq_cuts = GLP_OFF
    }
}
