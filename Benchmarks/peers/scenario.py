"""Reads the directory of a scenario: the part of the format that generated desk scenarios use.

It reads valid files only and checks nothing; what it does not know it refuses, so that no peer ever solves another model.
"""

import csv
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import yaml

LEVELS = {"A1": 1, "A2": 2, "B1": 3, "B2": 4, "C1": 5, "C2": 6}


class Unsupported(Exception):
    """The scenario uses something the compact model does not know."""


def day(text):
    return date.fromisoformat(str(text)).toordinal() if text not in (None, "") else None


def items(text):
    return tuple(text.split("|")) if text else ()


def cents(text):
    return int(Fraction(str(text or 0)) * 100)


def skill(text):
    """`it:A2` as ("it", 2), a certificate as (name, 0)."""
    name, _, level = text.partition(":")
    return (name, LEVELS[level]) if level in LEVELS else (text, 0)


def covers(held, needed):
    return held[0] == needed[0] and held[1] >= needed[1]


@dataclass(frozen=True)
class Person:
    id: str
    origin: str
    area: str
    sex: str
    born: date
    occupations: tuple
    skills: tuple  # (skill, last valid day or None)
    start: int
    until: int | None
    passport: int | None
    cycles: int
    last_employer: str
    last_from: int | None
    last_until: int | None
    countries: tuple
    guarantor: str

    def holds(self, needed, on):
        return any(covers(held, needed) and (expiry is None or expiry >= on) for held, expiry in self.skills)

    def age(self, on):
        on = date.fromordinal(on)
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))


@dataclass(frozen=True)
class Request:
    id: str
    employer: str
    country: str
    region: str
    channel: str
    sector: str
    occupation: str
    start: int
    end: int
    places: int
    min_places: int
    skills: tuple
    priority: int
    filed: int | None
    named: tuple
    origins: tuple

    @property
    def year(self):
        return date.fromordinal(self.start).year


@dataclass(frozen=True)
class Session:
    id: str
    grants: tuple
    requires: tuple
    origins: tuple
    start: int
    end: int
    seats: int
    min_seats: int
    seat_cost: int
    run_cost: int

    def gives(self, needed):
        return any(covers(granted, needed) for granted in self.grants)


class Scenario:
    def __init__(self, directory):
        self.directory = Path(directory)
        settings = yaml.load((self.directory / "scenario.yaml").read_text(encoding="utf-8"), Loader=_core_loader())
        for key in ("extends", "amend", "tables", "behaviour"):
            if settings.get(key):
                raise Unsupported(f"{key} in scenario.yaml")
        self.from_, self.until = day(settings["horizon"]["from"]), day(settings["horizon"]["until"])
        self.channels = settings.get("channels") or {}
        cycle = settings.get("cycle") or {}
        self.rest = cycle.get("rest_days", 0)
        self.margin = cycle.get("visa_margin_days", 0)
        self.max_cycles = cycle.get("max_cycles")
        age = cycle.get("age") or {}
        self.ages = age.get("min", 18), age.get("max")
        self.require_filed = cycle.get("require_filed", False)
        self.visa_free = {(pair["origin"], country) for pair in settings.get("visa_free") or [] for country in pair["countries"]}
        costs = settings.get("costs") or {}
        self.travel = {(entry["origin"], entry["country"]): cents(entry["eur"]) for entry in costs.get("travel") or []}
        self.reintegration = cents(costs.get("reintegration_eur"))
        self.priorities = settings.get("priorities") or []
        self.match = settings.get("match") or {}
        self.rules = settings.get("rules") or []
        self.objective = settings.get("objective") or ["placements"]
        if unknown := set(self.objective) - {"placements", "stay_days", "match", "cost"}:
            raise Unsupported(f"objective {unknown}")
        self.people = [self._person(row) for row in self._table("candidates")]
        self.requests = [self._request(row) for row in self._table("requests")]
        self.sessions = [self._session(row) for row in self._table("courses")]
        self.quotas = self._table("quotas")
        self.consulates = self._table("consulates")
        self.funds = self._table("funds")
        if any(fund["from"] or fund["until"] for fund in self.funds):
            raise Unsupported("funds with dates")

    def _table(self, name):
        path = self.directory / f"{name}.csv"
        if not path.exists():
            return []
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    @staticmethod
    def _person(row):
        if int(row["count"] or 1) != 1:
            raise Unsupported("pools of more than one person")
        certificates = [text.partition("@") for text in items(row["certificates"])]
        skills = [((name, 0), day(expiry)) for name, _, expiry in certificates] + [(skill(text), None) for text in items(row["languages"])]
        return Person(
            row["id"], row["origin"], row["area"], row["sex"], date.fromisoformat(row["born"]), items(row["occupations"]),
            tuple(skills), day(row["from"]), day(row["until"]), day(row["passport_until"]), int(row["cycles"] or 0),
            row["last_employer"], day(row["last_stay_from"]), day(row["last_stay_until"]), items(row["countries"]),
            row["guarantor"] or "none")

    @staticmethod
    def _request(row):
        return Request(
            row["id"], row["employer"], row["country"], row["region"], row["channel"], row["sector"], row["occupation"],
            day(row["start"]), day(row["end"]), int(row["places"]), int(row["min_places"] or 0),
            tuple((name, 0) for name in items(row["certificates"])) + tuple(skill(text) for text in items(row["languages"])),
            int(row["priority"] or 1), day(row["filed"]), items(row["named"]), items(row["origins"]))

    @staticmethod
    def _session(row):
        return Session(
            row["id"], tuple(map(skill, items(row["grants"]))), tuple(map(skill, items(row["requires"]))), items(row["origins"]),
            day(row["start"]), day(row["end"]), int(row["seats"]), int(row["min_seats"] or 0), cents(row["seat_cost_eur"]),
            cents(row["run_cost_eur"]))


def _core_loader():
    """YAML 1.2 as far as it matters here: NO is a country, dates stay text."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    import re

    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
    return Loader
