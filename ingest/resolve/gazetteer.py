"""The places of the world by name, from data/reference/places.tsv and regions.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.ingest.forms import place_core
from onrecord.ingest.reference import lines, table


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its numbers in GeoNames and Wikidata, as far as the lists have them, folded names, where it lies.

    ``forms``: the name it goes by first. ``country``: ISO 3166-1 alpha-2, and "" for a sea or a part of the world.
    ``latitude``, ``longitude``: degrees north and east.
    """

    geonames_id: int | None
    wikidata_id: str | None
    forms: tuple[str, ...]
    country: str
    admin1: str
    is_state: bool
    latitude: float
    longitude: float
    population: int


def places_named(form: str) -> tuple[Place, ...]:
    """All cities and first-order divisions (states) that go by a folded name."""
    return tuple(map(_place, _lines()[0].get(form, ())))


def region_named(form: str) -> Place | None:
    """The sea, continent or part of one that goes by a folded name."""
    return _regions().get(form)


def state_of(place: Place) -> str | None:
    """The folded name of the first-order division a place lies in."""
    return _lines()[1].get((place.country, place.admin1))


@cache
def _lines() -> tuple[dict[str, list[str]], dict[tuple[str, str], str]]:
    """The lines of the list by every name in them, and the names of divisions; a line is read when it is asked for."""
    named: dict[str, list[str]] = {}
    states: dict[tuple[str, str], str] = {}
    for line in lines("places.tsv"):
        _, _, country, admin1, kind, *_, forms = line.split("\t")
        for form in forms.split(";"):
            named.setdefault(form, []).append(line)
        if kind == "admin1":
            states[country, admin1] = forms.partition(";")[0]
    return named, states


@cache
def _place(line: str) -> Place:
    number, _, country, admin1, kind, latitude, longitude, population, forms = line.split("\t")
    where = float(latitude), float(longitude)
    return Place(int(number), None, tuple(forms.split(";")), country, admin1, kind == "admin1", *where, int(population))


@cache
def _regions() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for row in table("regions.tsv"):
        forms = tuple(place_core(name) for name in (row["name"], *row["names"].split(";")) if name)
        number = int(row["geonames_id"]) if row["geonames_id"] else None
        where = float(row["latitude"]), float(row["longitude"])
        place = Place(number, row["wikidata_id"], forms, "", "", False, *where, 0)
        found |= dict.fromkeys(forms, place)
    return found
