"""The places of the world by name, from data/reference/places.tsv, regions.tsv and landmarks.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.ingest.forms import folded, place_core
from onrecord.ingest.reference import lines_of, table

# As many names are kept as the articles of a batch have in common.
_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Place:
    """A place under one of its names: its numbers in GeoNames and Wikidata, where the lists have them, where it lies.

    ``name``: folded; ``is_own_name``: it goes by this name first. ``country``: ISO 3166-1 alpha-2, and "" for a sea,
    a part of the world and what lies in several countries. ``kind``: city, admin1 (a first-order division: a state),
    admin2 (a county), site (an airport, a station, an island), region or landmark. ``latitude``, ``longitude``: degrees
    north and east. ``population``: 0 where none.
    """

    geonames_id: int | None
    wikidata_id: str | None
    name: str
    is_own_name: bool
    country: str
    admin1: str
    kind: str
    latitude: float
    longitude: float
    population: int

    @property
    def is_state(self) -> bool:
        """Whether it is a first-order division of its country."""
        return self.kind == "admin1"


@dataclass(frozen=True, slots=True)
class Landmark:
    """A building, river, lake, mountain or island under one of its names, and beside what it goes by it.

    ``is_shared``: others go by this name too. ``countries``: the ISO codes of those it lies in. ``near``: folded names
    of places, one of which an article names that means this one by a shared name; none where a country is enough.
    """

    place: Place
    is_shared: bool
    countries: frozenset[str]
    near: frozenset[str]


@lru_cache(_KEPT)
def places_named(form: str) -> tuple[Place, ...]:
    """All towns, divisions and sites that go by a folded name."""
    return tuple(map(_place, lines_of("places.tsv", form)))


def region_named(form: str) -> Place | None:
    """The sea, continent or part of one that goes by a folded name."""
    return _regions().get(form)


def landmarks_named(form: str) -> tuple[Landmark, ...]:
    """The landmarks that go by a folded name: one, or those that share it."""
    return _landmarks().get(form, ())


def _place(line: str) -> Place:
    name, number, is_own, country, admin1, kind, latitude, longitude, population = line.split("\t")
    where = float(latitude), float(longitude)
    return Place(int(number), None, name, is_own == "1", country, admin1, kind, *where, int(population))


@cache
def _regions() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for row in table("regions.tsv"):
        forms = [place_core(name) for name in (row["name"], *_listed(row["names"]))]
        number = int(row["geonames_id"]) if row["geonames_id"] else None
        where = float(row["latitude"]), float(row["longitude"])
        for form in forms:
            found[form] = Place(number, row["wikidata_id"], form, form == forms[0], "", "", "region", *where, 0)
    return found


@cache
def _landmarks() -> dict[str, tuple[Landmark, ...]]:
    found: dict[str, tuple[Landmark, ...]] = {}
    for row in table("landmarks.tsv"):
        countries = _listed(row["countries"])
        country = countries[0] if len(countries) == 1 else ""
        near = frozenset(map(folded, _listed(row["near"])))
        where = float(row["latitude"]), float(row["longitude"])
        own, shared = place_core(row["name"]), set(map(place_core, _listed(row["shared_names"])))
        for form in {own, *map(place_core, _listed(row["names"])), *shared}:
            place = Place(None, row["wikidata_id"], form, form == own, country, "", "landmark", *where, 0)
            found[form] = (*found.get(form, ()), Landmark(place, form in shared, frozenset(countries), near))
    return found


def _listed(names: str) -> list[str]:
    return names.split(";") if names else []
