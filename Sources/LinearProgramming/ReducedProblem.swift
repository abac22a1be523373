import CGLPK

/// An integer problem after presolve, and the way back to the original.
///
/// GLPK can presolve by itself inside `glp_intopt`, but then the root cannot be interrupted, and it aborts the process
/// if presolve leaves rows without any column while cover cuts are on.
struct ReducedProblem: ~Copyable {
    private let workspace: OpaquePointer
    /// The reduced problem: same sense and the same objective values as the original.
    let handle: OpaquePointer
    /// What presolve came to: 0, or a proof that there is no solution (`GLP_ENOPFS`) or no bound (`GLP_ENODFS`).
    let code: Int32

    init(of original: OpaquePointer) {
        workspace = glp_npp_alloc_wksp()
        handle = glp_create_prob()
        glp_npp_load_prob(workspace, original, GLP_MIP, GLP_OFF)
        code = glp_npp_preprocess1(workspace, GLP_ON)
        guard code == 0 else { return }
        glp_npp_build_prob(workspace, handle)
        glp_scale_prob(handle, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N | GLP_SF_SKIP)
        glp_adv_basis(handle, 0)
    }

    deinit {
        glp_delete_prob(handle)
        glp_npp_free_wksp(workspace)
    }

    /// Whether presolve left no column, so that only one point remains.
    var isDecided: Bool { glp_get_num_cols(handle) == 0 }

    /// Turns the reduced problem's integer solution into the original's. False if there is none. May be called once.
    consuming func recover(into original: OpaquePointer) -> Bool {
        guard code == 0, glp_mip_status(handle) == GLP_OPT || glp_mip_status(handle) == GLP_FEAS else { return false }
        glp_npp_postprocess(workspace, handle)
        glp_npp_obtain_sol(workspace, original)
        return true
    }
}
