"""Which place of the world a name means: its number and coordinates in GeoNames, from data/reference/places.tsv.

A name of several places goes to the one that leads clearly: by population, by the countries and states the article
names, and by going first by that name. Countries are known before (see ``entities``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log10

from onrecord.ingest.forms import folded, place_core
from onrecord.ingest.reference import table

# How much speaks for a place, in powers of ten of its population.
IN_COUNTRY = 1.5  # the article names its country
IN_STATE = 2.0  # the article names its state
OWN_NAME = 1.0  # it goes by this name, not only also
LEAD = 0.3  # a smaller lead is none
UNSUPPORTED = 5.0  # a place of an unnamed country counts from so many people on (100,000)

# As bare names these are the cities; newspapers add "state" when they mean it.
_CITIES_FIRST = frozenset({"washington", "new york"})


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an article plays. ``country``: the one it names most, or None. ``countries``: all, by ISO code.

    ``names``: the folded names of all its places.
    """

    country: str | None
    countries: frozenset[str]
    names: frozenset[str]

    def place(self, name: str) -> Place | None:
        """The place a name means here (see ``place_named``)."""
        return place_named(name, self.countries, self.names)


NOWHERE = Scene(None, frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Place:
    """A place of GeoNames: its number, folded name, country (ISO 3166-1 alpha-2), degrees north and east."""

    geonames_id: int
    form: str
    country: str
    admin1: str
    is_state: bool
    latitude: float
    longitude: float
    population: int


def place_named(name: str, countries: frozenset[str], names: frozenset[str] = frozenset()) -> Place | None:
    """The place a name means.

    In: the name as written; the ISO codes of the countries the article names or whose people it names; the folded names
    of all its places. Out: the place. Unsure: None, where no place leads clearly.
    """
    form = place_core(name)
    ranked = sorted(
        ((_support(place, form, countries, names), -place.geonames_id, place) for place in _places().get(form, ())),
        key=lambda one: one[:2],
        reverse=True,
    )
    if not ranked:
        return None
    best, _, place = ranked[0]
    if len(ranked) > 1 and best - ranked[1][0] < LEAD:
        return None
    if place.country not in countries and (log10(place.population) < UNSUPPORTED or place.form != form):
        return place if log10(place.population) >= UNSUPPORTED + 1 else None
    return place


def _support(place: Place, form: str, countries: frozenset[str], names: frozenset[str]) -> float:
    support = log10(max(place.population, 1))
    if place.is_state and form in _CITIES_FIRST:
        return 0.0
    support += IN_COUNTRY if place.country in countries else 0.0
    support += OWN_NAME if place.form == form else 0.0
    state = _states().get((place.country, place.admin1))
    return support + (IN_STATE if not place.is_state and state in names else 0.0)


@cache
def _places() -> Mapping[str, tuple[Place, ...]]:
    """Every place by each of its folded names."""
    found: dict[str, dict[int, Place]] = {}
    for row in table("places.tsv"):
        place = Place(
            int(row["geonames_id"]), folded(row["name"]), row["country"], row["admin1"], row["kind"] == "admin1",
            float(row["latitude"]), float(row["longitude"]), int(row["population"]),
        )  # fmt: skip
        for form in _forms((row["name"], *row["names"].split(";"))):
            found.setdefault(form, {})[place.geonames_id] = place
    return {form: tuple(places.values()) for form, places in found.items()}


def _forms(names: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(folded, names)))


@cache
def _states() -> Mapping[tuple[str, str], str]:
    return {
        (row["country"], row["admin1"]): folded(row["name"]) for row in table("places.tsv") if row["kind"] == "admin1"
    }
