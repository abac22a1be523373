"""Compares the optima of small desk scenarios: the engine's against those of the compact formulation, or of the exported model.

    python crosscheck.py MOBILITY [--seeds 1-20] [--people 20] [--requests 10] [--sessions 6] [--months 36] [--solver highs] [--exported]

With --exported what is solved is what `mobility export --format mps` writes, term after term, each kept at the value that the solver found.
Exits with 1 where a term differs.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def solved(options, scenario):
    """What a solver makes of the compact formulation."""
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("solve.py"), scenario, "--solver", options.solver, "--seconds", str(options.seconds)],
        check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def solved_exported(options, scenario, terms):
    """What a solver makes of the exported model, term after term."""
    result, kept = {"terms": [], "done": True}, []
    for term in terms or [None]:
        file = Path(options.folder, "model.mps")
        export = [options.mobility, "export", scenario, "--format", "mps", "--out", file, "--quiet", *(["--term", term] if term else [])]
        subprocess.run([*export, *kept], check=True, stdout=subprocess.DEVNULL)
        done = subprocess.run(
            [sys.executable, Path(__file__).with_name("mps.py"), file, "--solver", options.solver, "--seconds", str(options.seconds)],
            check=True, stdout=subprocess.PIPE, text=True)
        answer = json.loads(done.stdout)
        value = answer["value"]
        if value is not None:
            value = round(value) * (1 if term in ("cost", "penalty") else -1)
        result["solver"], result["done"] = answer["solver"], result["done"] and answer["status"] != "stopped"
        result["terms"].append({"value": value})
        if value is None:
            break
        kept += ["--keep", f"{term}={value}"]
    return result


def main():
    options = argparse.ArgumentParser()
    options.add_argument("mobility")
    options.add_argument("--seeds", default="1-20")
    options.add_argument("--solver", choices=["highs", "cpsat"], default="highs")
    for name, value in (("people", 20), ("requests", 10), ("sessions", 6), ("months", 36), ("seconds", 120)):
        options.add_argument(f"--{name}", type=int, default=value)
    options.add_argument("--exported", action="store_true")
    options = options.parse_args()
    first, _, last = options.seeds.partition("-")
    sizes = [text for name in ("people", "requests", "sessions", "months") for text in (f"--{name}", str(getattr(options, name)))]
    differing = open_ = 0
    with tempfile.TemporaryDirectory() as folder:
        options.folder = folder
        for seed in range(int(first), int(last or first) + 1):
            scenario, plan = Path(folder, f"s{seed}"), Path(folder, f"p{seed}")
            subprocess.run([options.mobility, "generate", "desk", "--seed", str(seed), "--out", scenario, *sizes], check=True, stdout=subprocess.DEVNULL)
            planned = subprocess.run(
                [options.mobility, "plan", scenario, "--out", plan, "--quiet", "--format", "json", "--time-limit", str(options.seconds)],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            try:
                ours = json.loads(planned.stdout)
            except json.JSONDecodeError:
                ours = {"status": f"exit {planned.returncode}: {planned.stderr[:200]}"}
            terms = [term["term"] for term in ours.get("terms", [])]
            theirs = solved_exported(options, scenario, terms) if options.exported else solved(options, scenario)
            left, right = [term["value"] for term in ours.get("terms", [])], [term["value"] for term in theirs["terms"]]
            feasible = ours["status"] != "infeasible"
            if ours["status"] not in ("optimal", "infeasible") or (feasible and not theirs["done"]):
                verdict, open_ = "open", open_ + 1
            elif (left == right) if feasible else right[:1] == [None]:
                verdict = "equal"
            else:
                verdict, differing = "DIFFERENT", differing + 1
            print(f"seed {seed}: {verdict}  engine {ours['status']} {left}  {theirs['solver']} {right}", flush=True)
    print(f"{differing} different, {open_} without a proof on both sides")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
