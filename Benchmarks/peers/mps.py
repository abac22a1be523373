"""Gives an exported model to a general solver and prints what became of it as JSON.

    python mps.py FILE --solver highs|pdlp|cpsat|glpsol [--gap G] [--seconds S] [--threads N] [--relaxed]

Values and bounds are those of the file, which is minimised. Seconds are of solving alone; reading is beside them. `pdlp`, and every
solver with --relaxed, leaves out that columns are whole: its value is then the bound, as near as its tolerances have it.
"""

import argparse
import json
import re
import subprocess
import tempfile
import time
from pathlib import Path


def highs(options):
    import highspy

    solver = highspy.Highs()
    solver.silent()
    for name, value in {
        "threads": options.threads, "parallel": "on", "time_limit": options.seconds, "mip_rel_gap": options.gap,
        # All terms are integers: an absolute gap below one says no more than a gap of zero.
        "mip_abs_gap": 0.999, "solve_relaxation": options.relaxed, **({"solver": "ipm", "run_crossover": "off"} if options.relaxed else {}),
    }.items():
        solver.setOptionValue(name, value)
    began = time.perf_counter()
    solver.readModel(options.file)
    read = time.perf_counter()
    solver.run()
    used = time.perf_counter() - read
    info, status = solver.getInfo(), solver.modelStatusToString(solver.getModelStatus())
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    solved = status == "Optimal"
    bound = info.mip_dual_bound if not options.relaxed else info.objective_function_value if solved else None
    return {
        "solver": f"HiGHS {solver.version()}", "status": "infeasible" if status == "Infeasible" else "optimal" if solved else "stopped",
        "value": info.objective_function_value if found and not options.relaxed else None,
        "bound": bound if bound is not None and abs(bound) < 1e20 else None, "reading": read - began, "seconds": used,
    }


def number(value):
    """None where OR-Tools has none, which it says with a value of its own."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def ortools(options, backend, parameters):
    import ortools
    from ortools.linear_solver.python import model_builder

    model = model_builder.Model()
    began = time.perf_counter()
    if not model.import_from_mps_file(options.file):
        return {"solver": f"OR-Tools {ortools.__version__} {backend}", "status": "cannot read the file"}
    relaxed = backend == "pdlp" or options.relaxed
    if relaxed:
        for index in range(model.num_variables):
            model.helper.set_var_integrality(index, False)
    solver = model_builder.Solver(backend)
    solver.set_time_limit_in_seconds(options.seconds)
    solver.set_solver_specific_parameters(parameters)
    read = time.perf_counter()
    status = solver.solve(model)
    used = time.perf_counter() - read
    name = {model_builder.SolveStatus.OPTIMAL: "optimal", model_builder.SolveStatus.INFEASIBLE: "infeasible"}.get(status, "stopped")
    found = status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE)
    if relaxed:
        value, bound = None, number(solver.objective_value) if name == "optimal" else None
    else:
        value, bound = number(solver.objective_value) if found else None, number(solver.best_objective_bound)
    return {
        "solver": f"OR-Tools {ortools.__version__} {'PDLP' if backend == 'pdlp' else 'CP-SAT'}", "status": name, "value": value,
        "bound": bound if bound is not None and abs(bound) < 1e15 else None, "reading": read - began, "seconds": used,
    }


def pdlp(options):
    tolerance = "eps_optimal_relative: 1e-4 eps_optimal_absolute: 1e-4"
    return ortools(
        options, "pdlp", f"num_threads: {options.threads} termination_criteria {{ simple_optimality_criteria {{ {tolerance} }} }}")


def cpsat(options):
    return ortools(options, "sat", f"num_workers: {options.threads} relative_gap_limit: {options.gap} absolute_gap_limit: 0.999")


def glpsol(options):
    program = options.glpsol or "glpsol"
    name = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0].split()[-1]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "solution")
        arguments = [program, "--freemps", options.file, "--min", "--tmlim", str(max(1, round(options.seconds))), "--write", str(output)]
        began = time.perf_counter()
        try:
            # Presolving and the first relaxation look at no limit.
            done = subprocess.run(
                [*arguments, *(["--nomip"] if options.relaxed else ["--cuts", "--mipgap", str(options.gap)])],
                capture_output=True, text=True, timeout=options.seconds + 60)
            log = done.stdout
        except subprocess.TimeoutExpired as late:
            log = (late.stdout or b"").decode()
        used = time.perf_counter() - began
        solution = output.read_text() if output.exists() else ""
    line = re.search(r"^s (?:mip|bas) \d+ \d+ (?:[a-z] )?([a-z]) (\S+)$", solution, re.MULTILINE)
    status, value = (line[1], float(line[2])) if line else ("u", None)
    bounds = re.findall(r"(?:>=|<=)\s+(-?\d\S*)", log)
    found = status in "of" and value is not None and not options.relaxed
    infeasible = "NO PRIMAL FEASIBLE" in log or status == "n"
    return {
        "solver": f"GLPK {name.removeprefix('v')}", "status": "optimal" if status == "o" else "infeasible" if infeasible else "stopped",
        "value": value if found else None,
        "bound": value if status == "o" and (options.relaxed or options.gap == 0) else float(bounds[-1]) if bounds else None,
        "reading": 0, "seconds": used,
    }


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("file")
    options.add_argument("--solver", choices=["highs", "pdlp", "cpsat", "glpsol"], default="highs")
    options.add_argument("--gap", type=float, default=0)
    options.add_argument("--seconds", type=float, default=600)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--relaxed", action="store_true")
    options.add_argument("--glpsol", help="the program, where it is not on the path")
    options = options.parse_args()
    print(json.dumps({"highs": highs, "pdlp": pdlp, "cpsat": cpsat, "glpsol": glpsol}[options.solver](options)))


if __name__ == "__main__":
    main()
