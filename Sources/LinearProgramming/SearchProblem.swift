import CGLPK

/// The problem an integer search works on: a copy of the original, or what presolve makes of it.
///
/// The search never touches the original, so that it survives whatever happens in C. Presolve is a step of its own since
/// inside `glp_intopt` its relaxation could not be interrupted, and since GLPK fails an assertion there if presolve
/// leaves rows without any column while cover cuts are on.
struct SearchProblem: ~Copyable {
    /// A problem with the same sense and the same objective values as the original.
    let handle: OpaquePointer
    /// What presolve used and needs for the way back.
    private let workspace: OpaquePointer?
    private(set) var call = GuardedCall()

    /// A copy, with the original's basis and relaxation.
    init(copying original: OpaquePointer) {
        handle = glp_create_prob()
        workspace = nil
        glp_copy_prob(handle, original, GLP_OFF)
    }

    /// The presolved problem. `call.code` is 0, or a proof that there is no solution (`GLP_ENOPFS`) or no bound
    /// (`GLP_ENODFS`), or a failure.
    init(presolving original: OpaquePointer) {
        let reduced: OpaquePointer = glp_create_prob()
        let workspace: OpaquePointer = glp_npp_alloc_wksp()
        call { cglpk_presolve(workspace, original, reduced, $0, $1) }
        handle = reduced
        self.workspace = workspace
    }

    deinit {
        // After a failed assertion they may be in any state, and to free them could fail another one.
        if !call.isAborted {
            glp_delete_prob(handle)
            if let workspace { glp_npp_free_wksp(workspace) }
        }
    }

    /// Whether no column is left, so that only one point remains.
    var isDecided: Bool { glp_get_num_cols(handle) == 0 }

    /// Runs branch and bound. The relaxation must have been solved.
    mutating func optimise(_ parameters: inout glp_iocp) {
        if isDecided { parameters.disableCuts() }
        call { [handle] in cglpk_intopt(handle, &parameters, $0, $1) }
    }

    /// Values of the original's columns in the integer solution, integer columns made exactly whole; nil if there is none.
    mutating func solution(of original: OpaquePointer) -> [Double]? {
        guard !call.isAborted, glp_mip_status(handle) == GLP_OPT || glp_mip_status(handle) == GLP_FEAS else { return nil }
        var source = handle
        if let workspace {
            var recovery = GuardedCall()
            recovery { [handle] in cglpk_postsolve(workspace, handle, original, $0, $1) }
            if recovery.isAborted {
                call = recovery
                return nil
            }
            source = original
        }
        return (1..<(glp_get_num_cols(original) + 1)).map { column in
            let value = glp_mip_col_val(source, column)
            return glp_get_col_kind(original, column) == GLP_CV ? value : value.rounded()
        }
    }
}
