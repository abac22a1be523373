"""A program given to HiGHS."""

import time

import highspy
import numpy as np


class Highs:
    name = f"HiGHS {highspy.Highs().version()}"

    def __init__(self, program, threads):
        infinity = highspy.kHighsInf
        columns = len(program.lower)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = columns, len(program.rows)
        lp.col_cost_ = np.zeros(columns)
        lp.col_lower_, lp.col_upper_ = np.array(program.lower, float), np.array(program.upper, float)
        lp.row_lower_ = np.array([-infinity if low is None else low for low, _, _ in program.rows], float)
        lp.row_upper_ = np.array([infinity if high is None else high for _, high, _ in program.rows], float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0] + [len(terms) for _, _, terms in program.rows])
        lp.a_matrix_.index_ = np.array([column for _, _, terms in program.rows for column in terms], int)
        lp.a_matrix_.value_ = np.array([value for _, _, terms in program.rows for value in terms.values()], float)
        lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
        self.columns = columns
        self.highs = highspy.Highs()
        self.highs.silent()
        self.highs.setOptionValue("threads", threads)
        self.highs.setOptionValue("parallel", "on")
        self.highs.passModel(lp)
        self.solution = None

    def optimise(self, terms, more_is_better, gap, seconds):
        """(value or None, bound or None, seconds used)."""
        costs = np.zeros(self.columns)
        costs[list(terms)] = list(terms.values())
        self.highs.changeColsCost(self.columns, np.arange(self.columns, dtype=np.int32), costs)
        self.highs.changeObjectiveSense(highspy.ObjSense.kMaximize if more_is_better else highspy.ObjSense.kMinimize)
        self.highs.setOptionValue("mip_rel_gap", float(gap))
        # All terms are integers: an absolute gap below one says no more than a gap of zero.
        self.highs.setOptionValue("mip_abs_gap", 0.999)
        # The limit counts all runs of the object together.
        self.highs.setOptionValue("time_limit", self.highs.getRunTime() + seconds)
        if self.solution is not None:
            self.highs.setSolution(self.solution)
        began = time.perf_counter()
        self.highs.run()
        used = time.perf_counter() - began
        info = self.highs.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        if found:
            self.solution = highspy.HighsSolution()
            self.solution.col_value = list(self.highs.getSolution().col_value)
        bound = info.mip_dual_bound if abs(info.mip_dual_bound) < 1e20 else None
        return round(info.objective_function_value) if found else None, bound, used

    def keep(self, terms, value, more_is_better):
        low, high = (value, highspy.kHighsInf) if more_is_better else (-highspy.kHighsInf, value)
        self.highs.addRow(low, high, len(terms), np.array(list(terms), dtype=np.int32), np.array(list(terms.values()), float))
