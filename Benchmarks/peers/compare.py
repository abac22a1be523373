"""Runs the benchmarks and writes their table. Started by `Benchmarks/run`, which builds what it needs."""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main():
    options = argparse.ArgumentParser()
    for name in ("mobility", "reading", "results"):
        options.add_argument(f"--{name}", required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--gap", type=float, default=0.03)
    options.add_argument("--most-seconds", type=float, default=float("inf"), help="for each peer; without it, ten times our time")
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--only", choices=["planning", "reading"])
    options = options.parse_args()
    lines = ["# Benchmark results", "", machine(), ""]
    with tempfile.TemporaryDirectory() as folder:
        if options.only != "reading":
            scenario = Path(folder, "desk")
            subprocess.run([options.mobility, "generate", "desk", "--seed", str(options.seed), "--out", scenario], check=True, stdout=subprocess.DEVNULL)
            lines += planning(options.mobility, scenario, options.gap, options.most_seconds, f"Desk (seed {options.seed}), all terms to a gap of {options.gap:.2%}")
            lines += planning(options.mobility, first_term(scenario), 0.005, options.most_seconds, f"Desk (seed {options.seed}), soft rules and placements only, to a gap of 0.50%")
        if options.only != "planning":
            lines += reading(options.reading, options.rows)
    text = "\n".join(lines)
    print(text)
    Path(options.results).write_text(text + "\n", encoding="utf-8")


def machine():
    try:
        model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()).group(1)
    except (OSError, AttributeError):
        model = platform.processor() or "unknown processor"
    return f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores of {model}, {platform.system()} {platform.machine()}, load {os.getloadavg()[0]:.1f} at the start."


def first_term(scenario):
    """The same scenario with only the first term of its objective."""
    settings = scenario / "scenario.yaml"
    text, count = re.subn(r"(?m)^objective:.*$", "objective: [placements]", settings.read_text(encoding="utf-8"))
    if count != 1:
        raise SystemExit(f"{settings} has {count} objectives")
    settings.write_text(text, encoding="utf-8")
    return scenario


def planning(mobility, scenario, gap, most, title):
    began = time.perf_counter()
    planned = subprocess.run(
        [mobility, "plan", scenario, "--gap", str(gap), "--out", scenario.with_name("plan"), "--quiet", "--format", "json"],
        stdout=subprocess.PIPE, text=True)
    wall = time.perf_counter() - began
    if planned.returncode:
        raise SystemExit(f"mobility plan ended with {planned.returncode}")
    ours = json.loads(planned.stdout)
    phases = {phase["name"]: phase["seconds"] for phase in ours["phases"]}
    peers = []
    for solver in ("highs", "cpsat"):
        solved = subprocess.run(
            [sys.executable, Path(__file__).with_name("solve.py"), scenario, "--solver", solver, "--gap", str(gap), "--seconds", str(min(max(60, 10 * wall), most))],
            check=True, stdout=subprocess.PIPE, text=True)
        peers.append(json.loads(solved.stdout))
    names = [term["term"] for term in ours["terms"]]
    rows = [["mobility", *(cell(term, gap, phases.get(term["term"])) for term in ours["terms"]), f"{wall:.1f} s", "1", ours["status"]]]
    for peer in peers:
        cells = [cell(term, gap, term["seconds"]) for term in peer["terms"]]
        cells += ["not begun"] * (len(names) - len(cells))
        rows.append([
            peer["solver"], *cells, f"{peer['solve_seconds']:.1f} s + {peer['build_seconds']:.1f} s build", f"{wall / max(peer['solve_seconds'], 1e-3):.2f}",
            "optimal" if peer["done"] else "out of time"])
    size = f"The compact program has {peers[0]['columns']:,} columns, {peers[0]['rows']:,} rows, {peers[0]['nonzeros']:,} nonzeros."
    finished = [peer["solve_seconds"] for peer in peers if peer["done"]]
    verdict = f"mobility / better peer that finished: {wall / min(finished):.2f} (asked for: at most 2)." if finished else "No peer finished."
    if ours["status"] != "optimal":
        verdict += f" mobility ended {ours['status']}, short of the gap, so its time is no time to the gap."
    return [f"## {title}", "", *table(["", *names, "time", "mobility / this", "status"], rows), "", size, verdict, ""]


def cell(term, gap, seconds):
    if term["value"] is None:
        return "nothing found"
    reached = "" if term["gap"] is not None and term["gap"] <= gap + 1e-9 else " (gap " + ("unknown" if term["gap"] is None else f"{term['gap']:.2%}") + ")"
    return f"{term['value']:,}{reached}" + (f", {seconds:.1f} s" if seconds is not None else "")


def reading(executable, rows):
    ran = subprocess.run([executable, str(rows)], check=True, stdout=subprocess.PIPE, text=True)
    result = json.loads(ran.stdout)
    return [
        f"## Reading {rows:,} candidate rows, {result['bytes'] / 1e6:.0f} MB", "",
        *table(["", "median of 3", "reader / this"], [
            ["mobility's reader", f"{result['read_seconds']:.2f} s", "1"],
            ["byte scan, one byte after another", f"{result['scan_seconds']:.3f} s", f"{result['ratio_to_scan']:.1f}"],
            ["byte scan, sum (several bytes at once)", f"{result['sum_seconds']:.3f} s", f"{result['ratio_to_sum']:.1f}"]]),
        "", f"Asked for: at most 12 times a plain byte scan. Peak memory of the process: {result['peak_mib']} MiB.", ""]


def table(header, rows):
    return ["| " + " | ".join(cells) + " |" for cells in [header, ["---"] * len(header), *rows]]


if __name__ == "__main__":
    main()
