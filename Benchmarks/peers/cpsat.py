"""A program given to CP-SAT."""

import time

import ortools
from ortools.sat.python import cp_model


class CPSAT:
    name = f"CP-SAT {ortools.__version__}"

    def __init__(self, program, threads):
        self.threads = threads
        self.model = cp_model.CpModel()
        self.columns = [self.model.new_int_var(low, high, "") for low, high in zip(program.lower, program.upper)]
        for low, high, terms in program.rows:
            infinity = cp_model.INT_MAX
            domain = cp_model.Domain(-infinity if low is None else low, infinity if high is None else high)
            self.model.add_linear_expression_in_domain(self._expression(terms), domain)
        self.values = None

    def _expression(self, terms):
        return cp_model.LinearExpr.weighted_sum([self.columns[column] for column in terms], list(terms.values()))

    def optimise(self, terms, more_is_better, gap, seconds):
        """(value or None, bound or None, seconds used)."""
        goal = self._expression(terms)
        (self.model.maximize if more_is_better else self.model.minimize)(goal)
        if self.values:
            self.model.clear_hints()
            for column, value in zip(self.columns, self.values):
                self.model.add_hint(column, value)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self.threads
        solver.parameters.relative_gap_limit = gap
        solver.parameters.max_time_in_seconds = seconds
        began = time.perf_counter()
        status = solver.solve(self.model)
        used = time.perf_counter() - began
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        if found:
            self.values = [solver.value(column) for column in self.columns]
        return (
            round(solver.objective_value) if found else None,
            solver.best_objective_bound if status != cp_model.INFEASIBLE else None, used)

    def keep(self, terms, value, more_is_better):
        expression = self._expression(terms)
        self.model.add(expression >= value if more_is_better else expression <= value)
