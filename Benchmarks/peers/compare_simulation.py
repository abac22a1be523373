"""Times the projection against NumPy, SimPy and drawing alone on the shared plan, checks that means agree, prints ratios."""
import argparse
import json
import os
import platform
import subprocess
import sys
import time
from datetime import date

import simulate_numpy
import simulate_simpy

# Few turns of a peer tell its standard error badly, so a share of the mean is allowed beside it.
STANDARD_ERRORS, SHARE = 5, 0.001


def engine(binary, people, replicates, threads=1):
    out = subprocess.run(
        [binary, "--people", str(people), "--replicates", str(replicates), "--threads", str(threads)],
        check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def timed(run, people, replicates):
    start = time.perf_counter()
    means, errors = run(people, replicates)
    return means, errors, 2 * people * replicates / (time.perf_counter() - start)


def check(name, ours, means, errors, scale):
    """Means per person within what is allowed of the peer's (the engine's own error is smaller)."""
    bad = [
        f"{figure}: {means[figure]} against {ours[figure] * scale}" for figure in means
        if abs(means[figure] - ours[figure] * scale) > STANDARD_ERRORS * errors[figure] + SHARE * abs(means[figure])]
    if bad:
        sys.exit(f"{name} disagrees: " + "; ".join(bad))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--replicates", type=int, default=400)
    parser.add_argument("--results")
    options = parser.parse_args()
    people = options.people
    # Alternating turns, medians: whatever else the machine does then falls on all alike.
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, load {os.getloadavg()[0]:.1f} at the start."
    ours, turns = None, []
    for _ in range(3):
        ours = engine(options.binary, people, options.replicates)
        numpy_turn = timed(simulate_numpy.run, people, 20)
        simpy_turn = timed(simulate_simpy.run, 2_000, 8)
        turns.append((ours, numpy_turn, simpy_turn))
    means = ours["means"]
    check("NumPy", means, turns[0][1][0], turns[0][1][1], 1)
    check("SimPy", means, turns[0][2][0], turns[0][2][1], 2_000 / people)
    median = lambda values: sorted(values)[len(values) // 2]
    rate = median([t[0]["person_cycles"] * options.replicates / t[0]["seconds"] for t in turns])
    drawing = median([t[0]["seconds"] / t[0]["drawing_seconds"] for t in turns])
    rows = [
        ("mobility, one core", rate, "1", ""),
        ("NumPy, vectorised", median([t[1][2] for t in turns]), "", "at least 5"),
        ("SimPy, a process a person", median([t[2][2] for t in turns]), "", "at least 500"),
    ]
    lines = [
        f"## Projecting {people:,} people in two cycles each", "",
        "| | person-cycle-replicates a second and core | mobility is faster by | asked for |", "| --- | --- | --- | --- |"]
    for name, value, ratio, asked in rows:
        lines.append(f"| {name} | {value:,.0f} | {ratio or format(rate / value, '.1f')} | {asked} |")
    lines += [
        "", f"Drawing the same random numbers alone takes 1/{drawing:.2f} of the time (asked for: at least 1/3). "
        f"Means agree within {STANDARD_ERRORS} standard errors of the peer and {SHARE:.1%} of the mean. Medians of 3 turns."]
    large = [(replicates, engine(options.binary, 1_000_000, replicates, threads=2)) for replicates in (100, 1_000)]
    lines += ["", "## 1,000,000 people in two cycles each, 2 threads", "", "| replicates | time | peak memory |", "| --- | --- | --- |"]
    lines += [f"| {n:,} | {run['seconds']:.1f} s | {run['peak_kib'] / 1024:.0f} MiB |" for n, run in large]
    text = "\n".join(lines) + "\n"
    print(text)
    if options.results:
        with open(options.results, "w") as file:
            file.write(f"# Projection against its peers\n\n{date.today()}, {machine}\n\n" + text)


if __name__ == "__main__":
    main()
