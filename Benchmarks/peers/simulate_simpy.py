"""The shared plan of SimulationBenchmark in SimPy: every person a process that waits for each step in days.

The usual way to write such a chain for a discrete-event library; chances and costs are those of simulate_numpy.py.
"""
import math
import random

import simpy

from simulate_numpy import CHANCES, CYCLES, FEE, FIGURES, MONTHS, REINTEGRATION, SEAT, TRAVEL, not_withdrawn_of_women


def person(env, is_woman, draw, total):
    c = CHANCES
    stays = not_withdrawn_of_women() if is_woman else c["not_withdrawn"]
    for cycle in range(CYCLES):
        yield env.timeout(max(0, cycle * 365 - env.now))
        total["taken_up"] += 1
        total["cost_eur"] += SEAT
        yield env.timeout(20)
        if draw() >= c["authorised"]:
            continue
        total["authorised"] += 1
        yield env.timeout(30)
        if draw() >= c["trained"]:
            continue
        if draw() >= stays:
            return
        total["cost_eur"] += FEE
        yield env.timeout(30)
        if draw() >= c["visa_granted"]:
            continue
        total["visas_granted"] += 1
        if draw() >= c["arrived_in_time"]:
            continue
        yield env.timeout(30)
        total["departed"] += 1
        total["cost_eur"] += TRAVEL
        # Months until an early return, by inversion.
        months = math.log(1 - draw()) / math.log(1 - c["early_return"])
        if months < MONTHS:
            yield env.timeout(30 * months)
            total["returned_early"] += 1
            total["cost_eur"] += REINTEGRATION
            return
        yield env.timeout(183)
        total["completed"] += 1
        u = draw()
        for end in ("extended", "lawful_exit", "overstayed"):
            if u < c[end]:
                total[end] += 1
                return
            u -= c[end]
        total["returned_on_time"] += 1
        total["cost_eur"] += REINTEGRATION
        if draw() < c["project_started"]:
            total["projects_started"] += 1
            if draw() < c["project_alive_12m"]:
                total["projects_alive_12m"] += 1
        if cycle + 1 < CYCLES:
            if draw() >= c["reapplied"]:
                return
            total["reapplied"] += 1


def run(people, replicates, seed=1):
    """Mean figures over the replicates and their standard errors."""
    draw = random.Random(seed).random
    rows = []
    for _ in range(replicates):
        env = simpy.Environment()
        total = dict.fromkeys(FIGURES, 0)
        for number in range(people):
            env.process(person(env, number >= people - people // 2, draw, total))
        env.run()
        rows.append([total[name] for name in FIGURES])
    means = [sum(column) / replicates for column in zip(*rows)]
    errors = [
        math.sqrt(sum((x - mean) ** 2 for x in column) / (replicates - 1) / replicates)
        for column, mean in zip(zip(*rows), means)]
    return dict(zip(FIGURES, means)), dict(zip(FIGURES, errors))
