"""The shared plan of SimulationBenchmark as a vectorised chain in NumPy: one array of people a step, one core.

The same chances, voiding and costs as Sources/SimulationBenchmark/SharedPlan.swift; other random numbers (PCG64).
Only people still in the chain draw, as in the engine; that is also the fastest way in NumPy.
"""
import numpy as np

CHANCES = dict(
    authorised=0.9, trained=0.95, not_withdrawn=0.92, visa_granted=0.85, arrived_in_time=0.97, early_return=0.01,
    extended=0.05, lawful_exit=0.03, overstayed=0.06, reapplied=0.8, project_started=0.3, project_alive_12m=0.7)
ODDS_RATIO_WOMEN_NOT_WITHDRAWN = 1.5
MONTHS = 183 // 30  # 1 July to 30 December
CYCLES = 2
SEAT, FEE, TRAVEL, REINTEGRATION = 100.0, 116.0, 565.0, 915.0
FIGURES = [
    "taken_up", "authorised", "visas_granted", "departed", "completed", "returned_on_time", "returned_early", "extended",
    "lawful_exit", "overstayed", "reapplied", "projects_started", "projects_alive_12m", "cost_eur"]


def not_withdrawn_of_women():
    p = CHANCES["not_withdrawn"]
    odds = p / (1 - p) * ODDS_RATIO_WOMEN_NOT_WITHDRAWN
    return odds / (1 + odds)


def replicate(people, women, rng):
    """Figures of one replicate; `women` of the `people` (the last ones) are women."""
    c = CHANCES
    total = dict.fromkeys(FIGURES, 0)
    is_woman = np.arange(people) >= people - women
    stay_women = not_withdrawn_of_women()
    alive = np.arange(people)
    for cycle in range(CYCLES):
        total["taken_up"] += alive.size
        passed = rng.random(alive.size) < c["authorised"]
        failed = [alive[~passed]]
        now = alive[passed]
        total["authorised"] += now.size
        passed = rng.random(now.size) < c["trained"]
        failed.append(now[~passed])  # each season's request asks for its own course
        now = now[passed]
        bound = np.where(is_woman[now], stay_women, c["not_withdrawn"])
        now = now[rng.random(now.size) < bound]
        applied = now.size
        passed = rng.random(now.size) < c["visa_granted"]
        failed.append(now[~passed])
        now = now[passed]
        total["visas_granted"] += now.size
        passed = rng.random(now.size) < c["arrived_in_time"]
        failed.append(now[~passed])
        now = now[passed]
        departed = now.size
        total["departed"] += departed
        now = now[rng.random(now.size) < (1 - c["early_return"]) ** MONTHS]
        early = departed - now.size
        total["returned_early"] += early
        total["completed"] += now.size
        u = rng.random(now.size)
        on_time = 1 - c["extended"] - c["lawful_exit"] - c["overstayed"]
        extended = np.count_nonzero((u >= on_time) & (u < on_time + c["extended"]))
        overstayed = np.count_nonzero(u >= on_time + c["extended"] + c["lawful_exit"])
        back = now[u < on_time]
        total["extended"] += extended
        total["overstayed"] += overstayed
        total["lawful_exit"] += now.size - back.size - extended - overstayed
        total["returned_on_time"] += back.size
        started = np.count_nonzero(rng.random(back.size) < c["project_started"])
        total["projects_started"] += started
        total["projects_alive_12m"] += np.count_nonzero(rng.random(started) < c["project_alive_12m"])
        total["cost_eur"] += (
            alive.size * SEAT + applied * FEE + departed * TRAVEL + (back.size + early) * REINTEGRATION)
        if cycle + 1 < CYCLES:
            again = back[rng.random(back.size) < c["reapplied"]]
            total["reapplied"] += again.size
            alive = np.concatenate(failed + [again])
    return [total[name] for name in FIGURES]


def run(people, replicates, seed=1):
    """Mean figures over the replicates and their standard errors."""
    rng = np.random.Generator(np.random.PCG64(seed))
    values = np.array([replicate(people, people // 2, rng) for _ in range(replicates)], dtype=float)
    return dict(zip(FIGURES, values.mean(0))), dict(zip(FIGURES, values.std(0, ddof=1) / np.sqrt(replicates)))
