"""The compact formulation of a scenario: what a competent engineer hands to a general solver.

By person p, request r, visa month m, session s, quota leaf l:

    w[p,r,m]  p goes to r with an application in month m (one m where no visa is needed); x[p,r] = sum of w over m
    later[p,r] the cycle is not the first of somebody who has completed none before the horizon
    a[p,s,r]  p attends s as preparation for r
    q[r,o,l]  people of origin o (and audience) on r that take a place of leaf l
    z[s], z[r] the session is held, the request is staffed (only where that matters)

A cycle in month m can use the last day of m that is early enough, so the month decides what the cycle is compatible with.
Stays with their rest, and sessions, are intervals: at most one of those that share a day. The formulation is exact; no rule
is left out. `no session for nothing` is the one that costs a general model most (see `reasons`).
"""

from collections import defaultdict
from datetime import date
from fractions import Fraction
from itertools import combinations
from math import lcm

from program import Program, Sum
from scenario import Scenario, covers, day, items


def cliques(intervals):
    """The maximal sets of keys whose closed intervals share a day. `intervals`: (first, last, key)."""
    events = sorted([(first, 0, key) for first, _, key in intervals] + [(last, 1, key) for _, last, key in intervals], key=lambda e: e[:2])
    active, grown = {}, False
    for _, closes, key in events:
        if not closes:
            active[key] = grown = True
        else:
            if grown:
                yield list(active)
                grown = False
            del active[key]


class Compact:
    def __init__(self, scenario: Scenario):
        self.scenario = scenario
        self.program = Program()
        self.x = {}  # (p, r): Sum of w
        self.w = {}  # (p, r): list of (last possible day of the application, column)
        self.first, self.later = {}, {}  # (p, r): Sum
        self.attends = defaultdict(dict)  # p: {(s, r): column}
        self.seat_takers = defaultdict(Sum)
        self.applications = defaultdict(Sum)
        self.held = {}
        self.costs = defaultdict(Sum)  # (kind, origin): Sum of cents
        self.pairs = defaultdict(list)  # p: its requests by start
        for p in range(len(scenario.people)):
            self._person(p)
        self._sessions()
        self._requests()
        self._visas()
        self._quotas()
        self._funds()
        self.terms = self._terms()

    # One person

    def _person(self, p):
        scenario, person = self.scenario, self.scenario.people[p]
        options = {}
        for r, request in enumerate(scenario.requests):
            if self._eligible(person, request) and (months := self._months(person, request)):
                options[r] = months
        needs = self._needs(person, options)
        for r in sorted(needs, key=lambda r: scenario.requests[r].start):
            self._cycle(p, r, options[r])
        if not self.pairs[p]:
            return
        self._training(p, needs)
        self._round_trips(p)
        self._stay_limits(p)
        self._returning(p)

    def _eligible(self, person, request):
        scenario = self.scenario
        sectors = scenario.channels[request.channel].get("sectors")
        youngest, oldest = scenario.ages
        age = person.age(request.start)
        return (
            request.occupation in person.occupations
            and (not person.countries or request.country in person.countries)
            and (not request.origins or person.origin in request.origins)
            and (not request.named or person.id in request.named)
            and age >= youngest and (oldest is None or age <= oldest)
            and request.start >= person.start
            and (person.until is None or person.until >= request.end)
            and (person.passport is None or person.passport >= request.end)
            and scenario.from_ <= request.start <= scenario.until
            and (request.filed is not None or not scenario.require_filed)
            and (not sectors or request.sector in sectors)
            and (person.last_until is None or request.start > person.last_until + scenario.rest))

    def _months(self, person, request):
        """Where and when the visa can be applied for: (consulate or None, month, last day that is early enough)."""
        scenario, channel = self.scenario, self.scenario.channels[request.channel]
        earliest = max(person.start, (person.last_until or 0) + 1)
        if request.filed is not None:
            earliest = max(earliest, request.filed + channel.get("labour_market_test_days", 0) + channel.get("authorisation_days", 0))
        if person.origin == request.country or (person.origin, request.country) in scenario.visa_free:
            return [(None, None, request.start)] if earliest <= request.start else []
        found = []
        for number, consulate in enumerate(scenario.consulates):
            if (consulate["origin"], consulate["country"]) != (person.origin, request.country):
                continue
            first = max(earliest, day(consulate["from"]) or 0)
            last = request.start - scenario.margin - int(consulate["processing_days"])
            if consulate["until"]:
                last = min(last, day(consulate["until"]))
            while first <= last:
                on = date.fromordinal(first)
                following = (on.replace(day=28).toordinal() + 4)
                following = date.fromordinal(following).replace(day=1).toordinal()
                found.append((number, (on.year, on.month), min(last, following - 1)))
                first = following
        return found

    def _needs(self, person, options):
        """By request that the person can become skilled for: the required skills that they lack."""
        scenario = self.scenario
        taught = []
        for session in sorted(scenario.sessions, key=lambda session: session.start):
            if session.start < max(person.start, (person.last_until or 0) + 1) or (session.origins and person.origin not in session.origins):
                continue
            if all(person.holds(k, session.start) or any(s.gives(k) and s.end < session.start for s in taught) for k in session.requires):
                taught.append(session)
        self.taught = taught
        result = {}
        for r, months in options.items():
            request = scenario.requests[r]
            lacked = [k for k in request.skills if not person.holds(k, request.start)]
            deadline = max(last for _, _, last in months)
            if all(any(s.gives(k) and s.end < deadline for s in taught) for k in lacked):
                result[r] = lacked
        return result

    def _cycle(self, p, r, months):
        scenario = self.scenario
        person, request = scenario.people[p], scenario.requests[r]
        self.pairs[p].append(r)
        self.w[p, r] = []
        for number, month, last in months:
            column = self.program.column()
            self.w[p, r].append((last, column))
            if number is not None:
                self.applications[number, month].add({column: 1})
                self.costs["visa", person.origin].add({column: round(float(scenario.consulates[number]["fee_eur"] or 0) * 100)})
        self.x[p, r] = Sum({column: 1 for _, column in self.w[p, r]})
        if len(months) > 1:
            self.program.row(self.x[p, r], high=1)
        self.costs["travel", person.origin].add(self.x[p, r], scenario.travel.get((person.origin, request.country), 0))
        self.costs["reintegration", person.origin].add(self.x[p, r], scenario.reintegration)

    def _deadline(self, p, r):
        return max(last for last, _ in self.w[p, r])

    # Training

    def _training(self, p, needs):
        scenario, person = self.scenario, self.scenario.people[p]
        attends = self.attends[p]
        reasons = {}
        for r in self.pairs[p]:
            for s, why in self._reasons(person, needs[r], self._deadline(p, r)).items():
                reasons[s, r] = why
                attends[s, r] = self.program.column()
        sessions = {id(session): s for s, session in enumerate(scenario.sessions)}
        if not attends and not any(needs[r] for r in self.pairs[p]):
            return
        self.by_session = defaultdict(Sum)
        for (s, r), column in attends.items():
            self.by_session[s].add({column: 1})

        def providers(k, before, r, besides=None):
            """Attendance for r or an earlier request, of sessions that give k and end before a day."""
            until = scenario.requests[r].start
            return {
                (s, e): column for (s, e), column in attends.items()
                if s != besides and scenario.sessions[s].end < before and scenario.sessions[s].gives(k)
                and (e == r or scenario.requests[e].start < until)}

        for r in self.pairs[p]:
            for k in needs[r]:
                given = dict.fromkeys(providers(k, self._deadline(p, r), r).values(), 1)
                self.program.row(Sum(given).add(self.x[p, r], -1), low=0)
        for (s, r), column in attends.items():
            session = scenario.sessions[s]
            # It belongs to r: an application after its end, and no other stay between its start and r.
            after = {w: -1 for last, w in self.w[p, r] if last > session.end}
            self.program.row({column: 1, **after}, high=0)
            for k in session.requires:
                if not person.holds(k, session.start):
                    given = dict.fromkeys(providers(k, session.start, r).values(), 1)
                    self.program.row(Sum(given).add({column: -1}), low=0)
        for s, takers in self.by_session.items():
            self.program.at_most_one(takers)
            self.seat_takers[s].add(takers)
            self.costs["training", person.origin].add(takers, scenario.sessions[s].seat_cost)
        for clique in cliques([(scenario.sessions[s].start, scenario.sessions[s].end, s) for s in self.by_session]):
            self.program.at_most_one(column for s in clique for column in self.by_session[s])
        self._not_for_nothing(p, reasons, providers)
        stays = [(scenario.requests[r].start, scenario.requests[r].end + scenario.rest, r) for r in self.pairs[p]]
        for s in self.by_session:
            start = scenario.sessions[s].start
            for clique in cliques([stay for stay in stays if scenario.requests[stay[2]].end >= start]):
                newest = max(scenario.requests[r].start for r in clique)
                beyond = {c: 1 for (t, r), c in attends.items() if t == s and r not in clique and scenario.requests[r].start > newest}
                if beyond:
                    for r in clique:
                        beyond.update(self.x[p, r])
                    self.program.row(beyond, high=1)

    def _reasons(self, person, lacked, deadline):
        """By session that can be of use for a request: what it can be needed for, (skill, the session that requires it or None).

        A session that itself requires a skill is never needed for that skill.
        """
        scenario = self.scenario
        taught = [s for s, session in enumerate(scenario.sessions) if session in self.taught and session.end < deadline]
        found = defaultdict(list)
        open_ = [(k, None, deadline) for k in lacked]
        while open_:
            k, user, before = open_.pop()
            for s in taught:
                session = scenario.sessions[s]
                lacks = [n for n in session.requires if not person.holds(n, session.start)]
                if session.end >= before or not session.gives(k) or any(covers(n, k) for n in lacks) or (k, user) in found[s]:
                    continue
                found[s].append((k, user))
                open_ += [(n, s, session.start) for n in lacks]
        return {s: why for s, why in found.items() if why}

    def _not_for_nothing(self, p, reasons, providers):
        """Each attendance has a reason that nothing else the person attends takes care of."""
        attends = self.attends[p]
        alone = defaultdict(dict)  # (r, skill): attendances for which it is the only reason
        for (s, r), why in reasons.items():
            column = attends[s, r]
            if len(why) == 1 and why[0][1] is None:
                alone[r, why[0][0]][s] = column
                continue
            chosen = {}
            for k, user in why:
                needed = self.program.column()
                chosen[needed] = 1
                if user is not None:
                    self.program.row({needed: 1, attends[user, r]: -1}, high=0)
                before = self._deadline(p, r) if user is None else self.scenario.sessions[user].start
                others = defaultdict(dict)
                for (t, _), other in providers(k, before, r, besides=s).items():
                    others[t][other] = 1
                for columns in others.values():
                    self.program.row({needed: 1, **columns}, high=1)
            self.program.row({column: -1, **chosen}, low=0)
        for (r, k), columns in alone.items():
            self.program.at_most_one(columns.values())
            others = defaultdict(dict)
            for (s, e), other in providers(k, self._deadline(p, r), r).items():
                if not (e == r and s in columns):
                    others[s][other] = 1
            for s, other in others.items():
                # The same session cannot be attended for both, so leaving it in on both sides loses nothing.
                self.program.row({**dict.fromkeys(columns.values(), 1), **other}, high=1)

    # Round trips

    def _round_trips(self, p):
        scenario = self.scenario
        options = [
            (min(scenario.requests[r].start - scenario.rest, last), scenario.requests[r].end, column)
            for r in self.pairs[p] for last, column in self.w[p, r]]
        for clique in cliques(options):
            self.program.at_most_one(clique)
        if scenario.max_cycles is not None and len(self.pairs[p]) > scenario.max_cycles:
            self.program.row(self._total(p, self.pairs[p]), high=scenario.max_cycles)

    def _total(self, p, requests):
        total = Sum()
        for r in requests:
            total.add(self.x[p, r])
        return total

    def _stay_limits(self, p):
        scenario, person = self.scenario, self.scenario.people[p]
        for name, channel in scenario.channels.items():
            if not channel.get("stay"):
                continue
            days, window = channel["stay"]["days"], channel["stay"]["window"]
            stays = [(scenario.requests[r].start, scenario.requests[r].end, r) for r in self.pairs[p] if scenario.requests[r].channel == name]
            known = [(person.last_from, person.last_until)] if person.last_from is not None and person.last_until is not None else []
            bounds = [(start, end) for start, end, _ in stays] + known
            starts = {t for start, end in bounds for t in (start, end, start - window + 1, end - window + 1)}
            seen = set()
            for t in sorted(starts):
                def inside(start, end):
                    return max(0, min(end, t + window - 1) - max(start, t) + 1)

                load = {r: inside(start, end) for start, end, r in stays if inside(start, end)}
                left = days - sum(inside(*stay) for stay in known)
                key = (left, tuple(sorted(load.items())))
                if not load or key in seen or self._most(stays, load) <= left:
                    continue
                seen.add(key)
                # With nothing left, no stay may touch the window at all.
                terms = Sum()
                for r, overlap in load.items():
                    terms.add(self.x[p, r], overlap if left >= 0 else 1)
                self.program.row(terms, high=max(left, 0))

    def _most(self, stays, load):
        """The most days that stays which fit together, with rest between them, can put into a window."""
        chosen = sorted((start, end, r) for start, end, r in stays if r in load)
        best = []
        for index, (start, end, r) in enumerate(chosen):
            before = [best[i] for i in range(index) if chosen[i][1] + self.scenario.rest < start]
            best.append(load[r] + max(before, default=0))
        return max(best)

    def _returning(self, p):
        """Splits cycles into the first and later ones of the person."""
        scenario, person = self.scenario, self.scenario.people[p]
        for r in self.pairs[p]:
            if person.cycles > 0:
                self.first[p, r], self.later[p, r] = Sum(), self.x[p, r]
                continue
            before = self._before(p, r)
            if not before:
                self.first[p, r], self.later[p, r] = self.x[p, r], Sum()
                continue
            later = self.program.column()
            self.later[p, r] = Sum({later: 1})
            self.first[p, r] = Sum(self.x[p, r]).add(self.later[p, r], -1)
            self.program.row(self.first[p, r], low=0)
        if person.cycles > 0:
            return
        firsts = Sum()
        for r in self.pairs[p]:
            firsts.add(self.first[p, r])
            if self.later[p, r]:
                earlier = Sum()
                for e in self._before(p, r):
                    earlier.add(self.first[p, e])
                self.program.row(earlier.add(self.later[p, r], -1), low=0)
        if len(self.pairs[p]) > 1:
            self.program.row(firsts, high=1)

    def _before(self, p, r):
        requests, rest = self.scenario.requests, self.scenario.rest
        return [e for e in self.pairs[p] if requests[e].end + rest < requests[r].start]

    # What people share

    def _sessions(self):
        for s, takers in self.seat_takers.items():
            session = self.scenario.sessions[s]
            if session.min_seats > 1 or session.run_cost:
                held = self.held[s] = self.program.column()
                self.program.row(Sum(takers).add({held: -session.seats}), high=0)
                self.program.row(Sum(takers).add({held: -max(1, session.min_seats)}), low=0)
                self.costs["training", None].add({held: session.run_cost})
            else:
                self.program.row(takers, high=session.seats)

    def _requests(self):
        by_request = defaultdict(Sum)
        for (_, r), x in self.x.items():
            by_request[r].add(x)
        for r, people in by_request.items():
            request = self.scenario.requests[r]
            if request.min_places > 1:
                staffed = self.program.column()
                self.program.row(Sum(people).add({staffed: -request.places}), high=0)
                self.program.row(Sum(people).add({staffed: -request.min_places}), low=0)
            else:
                self.program.row(people, high=request.places)

    def _visas(self):
        for (number, _), applications in self.applications.items():
            self.program.row(applications, high=int(self.scenario.consulates[number]["monthly_capacity"]))

    def _quotas(self):
        scenario = self.scenario
        parents = {line["id"]: line["within"] for line in scenario.quotas}
        leaves = [line for line in scenario.quotas if line["id"] not in set(parents.values())]
        taken = defaultdict(Sum)
        groups = defaultdict(Sum)
        for (p, r), x in self.x.items():
            if scenario.channels[scenario.requests[r].channel].get("quota"):
                origin = scenario.people[p].origin
                groups[r, origin, False].add(self.first[p, r])
                groups[r, origin, True].add(self.later[p, r])
        for (r, origin, returning), people in groups.items():
            if not people:
                continue
            shares = Sum()
            for line in leaves:
                if self._counts(line, scenario.requests[r], origin, returning):
                    column = self.program.column(upper=scenario.requests[r].places)
                    shares.add({column: -1})
                    counted = line["id"]
                    while counted:
                        taken[counted].add({column: 1})
                        counted = parents[counted]
            self.program.row(Sum(people).add(shares), low=0, high=0)
        for line in scenario.quotas:
            self.program.row(taken[line["id"]], high=int(line["places"]))

    @staticmethod
    def _counts(line, request, origin, returning):
        def holds(name, value):
            return not line[name] or value in items(line[name])

        opens = day(line["opens"])
        return (
            holds("channels", request.channel) and holds("sectors", request.sector) and holds("origins", origin)
            and holds("countries", request.country) and (returning or line["audience"] != "returning")
            and day(line["from"]) <= request.start <= day(line["until"])
            and (opens is None or request.filed is None or request.filed >= opens))

    def _funds(self):
        funds = self.scenario.funds
        if not funds:
            return
        payable = defaultdict(Sum)
        for (kind, origin), cost in self.costs.items():
            able = frozenset(
                f for f, fund in enumerate(funds)
                if (not fund["kinds"] or kind in items(fund["kinds"]))
                and (origin is None or not fund["origins"] or origin in items(fund["origins"])))
            payable[able].add(cost)
        # Costs can be split over funds as needed if no set of funds is asked for more than it has (Hall).
        for size in range(len(funds) + 1):
            for chosen in map(frozenset, combinations(range(len(funds)), size)):
                demand, used = Sum(), frozenset()
                for able, cost in payable.items():
                    if able <= chosen:
                        demand.add(cost)
                        used |= able
                if demand and used == chosen and not self._falls_apart(chosen, payable):
                    self.program.row(demand, high=sum(round(float(funds[f]["amount_eur"]) * 100) for f in chosen))

    @staticmethod
    def _falls_apart(chosen, payable):
        """Whether no cost ties the funds together, so that the rows of their parts say it all."""
        reached = frozenset(list(chosen)[:1])
        while True:
            grown = reached.union(*(able for able in payable if able <= chosen and able & reached))
            if grown == reached:
                return reached != chosen
            reached = grown

    # Goals

    def _matching(self, who, where):
        """Placements that match the filters."""
        total = Sum()
        for (p, r), x in self.x.items():
            person, request = self.scenario.people[p], self.scenario.requests[r]
            if self._matches_person(who, person, request.start) and self._matches_place(where, request):
                returning = who.get("returning")
                total.add(x if returning is None else self.later[p, r] if returning else self.first[p, r])
        return total

    @staticmethod
    def _matches_person(who, person, on):
        age = person.age(on)
        values = {"sex": person.sex, "origin": person.origin, "area": person.area, "guarantor": person.guarantor}
        return (
            all(values[key] in _listed(wanted) for key, wanted in who.items() if key in values)
            and who.get("age_min", age) <= age <= who.get("age_max", age))

    @staticmethod
    def _matches_place(where, request):
        return all(getattr(request, key) in _listed(wanted) for key, wanted in where.items())

    def _terms(self):
        """The terms in order: (name, Sum, whether more is better)."""
        penalty = Sum()
        for rule in self.scenario.rules:
            of, where = rule.get("of") or {}, rule.get("where") or {}
            matching = self._matching({**of, **(rule.get("who") or {})}, where)
            if "count" in rule:
                goal, scale, base = int(rule["count"]), 1, Sum()
            else:
                share = Fraction(str(rule["share"]))
                goal, scale, base = 0, lcm(share.denominator), self._matching(of, where)
                base = Sum({column: coefficient * share.numerator for column, coefficient in base.items()})
            # `balance` >= 0 where the rule holds; each unit of `scale` below is a placement short or over.
            sign = 1 if rule["kind"] == "at_least" else -1
            balance = Sum().add(matching, sign * scale).add(base, -sign)
            if "penalty" in rule and rule["penalty"] is not None:
                off = self.program.column(upper=10 * len(self.scenario.people) * 10 + goal)
                penalty.add({off: rule["penalty"]})
                balance.add({off: scale})
            self.program.row(balance, low=sign * goal)
        terms = [("penalty", penalty, False)] if any(rule.get("penalty") is not None for rule in self.scenario.rules) else []
        return terms + [self._term(name) for name in self.scenario.objective]

    def _term(self, name):
        total = Sum()
        requests = self.scenario.requests
        if name == "cost":
            for cost in self.costs.values():
                total.add(cost)
            return name, total, False
        for (p, r), x in self.x.items():
            if name == "placements":
                total.add(x, requests[r].priority)
            elif name == "stay_days":
                total.add(x, requests[r].end - requests[r].start + 1)
            elif name == "match":
                total.add(x, self._points(self.scenario.people[p], requests[r]))
        if name == "placements":
            for entry in self.scenario.priorities:
                total.add(self._matching(entry.get("who") or {}, entry.get("where") or {}), entry["add"])
        return name, total, True

    def _points(self, person, request):
        weights = self.scenario.match

        def ranked(weight, values, value):
            return weights.get(weight, 0) // (1, 2, 4)[min(values.index(value), 2)] if value in values else 0

        languages = [k for k in request.skills if k[1]]
        own = [held for held, _ in person.skills]
        return (
            ranked("occupation", person.occupations, request.occupation)
            + ranked("destination", person.countries, request.country)
            + (weights.get("language", 0) if all(any(covers(h, k) for h in own) for k in languages) else 0)
            + (weights.get("employer", 0) if person.last_employer == request.employer else 0))


def _listed(value):
    return value if isinstance(value, list) else [value]
