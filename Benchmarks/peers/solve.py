"""Solves a scenario with a general solver and prints what it reached as JSON.

    python solve.py SCENARIO --solver highs|cpsat [--gap 0.005] [--seconds 60] [--threads 2]

Terms are optimised one after another, each with those before it kept at what they reached, as the engine does. A term counts
as done within the gap `|bound - value| / max(1, |value|)`. A term that runs out of time is kept as far as it came, and no
time is left for those after it.
"""

import argparse
import json
import time

from compact import Compact
from scenario import Scenario


def main():
    options = argparse.ArgumentParser()
    options.add_argument("scenario")
    options.add_argument("--solver", choices=["highs", "cpsat"], required=True)
    options.add_argument("--gap", type=float, default=0.0)
    options.add_argument("--seconds", type=float, default=60.0)
    options.add_argument("--threads", type=int, default=2)
    options = options.parse_args()
    if options.solver == "highs":
        from highs import Highs as Solver
    else:
        from cpsat import CPSAT as Solver
    began = time.perf_counter()
    compact = Compact(Scenario(options.scenario))
    solver = Solver(compact.program, options.threads)
    built = time.perf_counter() - began
    left, terms = options.seconds, []
    for name, terms_, more in compact.terms:
        value, bound, used = solver.optimise(terms_, more, options.gap, max(left, 0.1)) if left > 0 else (None, None, 0.0)
        left -= used
        gap = abs(bound - value) / max(1, abs(value)) if value is not None and bound is not None else None
        if gap is not None and abs(bound - value) < 1 - 1e-6:
            gap = 0.0
        done = gap is not None and gap <= options.gap + 1e-9
        terms.append({"term": name, "value": value, "bound": bound, "gap": gap, "done": done, "seconds": round(used, 3)})
        if value is None:
            break
        solver.keep(terms_, value, more)
    print(json.dumps({
        "solver": Solver.name, "columns": len(compact.program.lower), "rows": len(compact.program.rows),
        "nonzeros": compact.program.nonzeros, "build_seconds": round(built, 3),
        "solve_seconds": round(sum(term["seconds"] for term in terms), 3), "terms": terms,
        "done": len(terms) == len(compact.terms) and all(term["done"] for term in terms)}))


if __name__ == "__main__":
    main()
