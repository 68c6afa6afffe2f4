"""The places of the world by name, from data/reference/places.tsv and regions.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.ingest.forms import place_core
from onrecord.ingest.reference import lines_of, table

# As many names are kept as the articles of a batch have in common.
_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Place:
    """A place under one of its names: its numbers in GeoNames and Wikidata, where the lists have them, where it lies.

    ``name``: folded; ``is_own_name``: it goes by this name first. ``country``: ISO 3166-1 alpha-2, and "" for a sea
    or a part of the world. ``kind``: city, admin1 (a first-order division: a state), admin2 (a county), site (an
    airport, a station, an island) or region. ``latitude``, ``longitude``: degrees north and east. ``population``: 0
    where none.
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


@lru_cache(_KEPT)
def places_named(form: str) -> tuple[Place, ...]:
    """All towns, divisions and sites that go by a folded name."""
    return tuple(map(_place, lines_of("places.tsv", form)))


def region_named(form: str) -> Place | None:
    """The sea, continent or part of one that goes by a folded name."""
    return _regions().get(form)


def _place(line: str) -> Place:
    name, number, is_own, country, admin1, kind, latitude, longitude, population = line.split("\t")
    where = float(latitude), float(longitude)
    return Place(int(number), None, name, is_own == "1", country, admin1, kind, *where, int(population))


@cache
def _regions() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for row in table("regions.tsv"):
        forms = [place_core(name) for name in (row["name"], *row["names"].split(";")) if name]
        number = int(row["geonames_id"]) if row["geonames_id"] else None
        where = float(row["latitude"]), float(row["longitude"])
        for form in forms:
            found[form] = Place(number, row["wikidata_id"], form, form == forms[0], "", "", "region", *where, 0)
    return found
