"""Names of places get their number and coordinates in GeoNames, or nothing."""

from __future__ import annotations

import pytest

from onrecord.ingest.forms import place_core
from onrecord.ingest.reference import lines
from onrecord.ingest.resolve.places import place_named

LINKED = {
    "a city of the country named": ("Sheffield", {"GB"}, (), "GB", 2638077),
    "a city far larger than its namesakes": ("Paris", set(), (), "FR", 2988507),
    "a namesake whose state is named": ("Paris", {"US"}, ("texas",), "US", 4717560),
    "a state": ("Florida", {"US"}, (), "US", 4155751),
    "an abbreviation": ("L.A.", {"US"}, (), "US", 5368361),
    "the capital, not the state": ("Washington", {"US"}, (), "US", 4140963),
    "the state, when it is called so": ("Washington State", {"US"}, (), "US", 5815135),
    "the province before a small town abroad": ("Ontario", {"CA", "US"}, (), "CA", 6093943),
    "a state abroad": ("Lombardy", set(), (), "IT", 3174618),
    "a state called by its kind": ("Aceh Province", {"ID"}, (), "ID", 1215638),
    "the city before the state called after it": ("Moscow", {"RU"}, (), "RU", 524901),
    "the large city elsewhere before the state called after it": ("Buenos Aires", set(), (), "AR", 3435910),
    "its own name is no state": ("San Jose", set(), ("san jose",), "US", 5392171),
    "a preposition in a headline": ("In Sheffield", {"GB"}, (), "GB", 2638077),
    "another language's name in its country": ("Genova", {"IT"}, (), "IT", 3176219),
}


@pytest.mark.parametrize("case", LINKED)
def test_a_place_that_leads_clearly_is_linked(case: str) -> None:
    """Population, the article's countries and its states say which place is meant."""
    name, countries, names, country, number = LINKED[case]
    place = place_named(name, frozenset(countries), frozenset(names))
    assert place is not None
    assert (place.country, place.geonames_id) == (country, number)
    assert -90 <= place.latitude <= 90
    assert -180 <= place.longitude <= 180


@pytest.mark.parametrize(
    ("name", "item"),
    [("English Channel", "Q34640"), ("the Channel", "Q34640"), ("South East Asia", "Q11708"), ("Europe", "Q46")],
)
def test_seas_and_parts_of_the_world_are_linked_to_wikidata(name: str, item: str) -> None:
    """What lies in no country has its Wikidata item, whatever countries the article names."""
    place = place_named(name, frozenset({"US"}))
    assert place is not None
    assert (place.wikidata_id, place.country) == (item, "")


def test_the_names_of_the_list_are_folded_as_names_of_articles_are() -> None:
    """The list stores folded names; where folding changes, the list has to be made anew."""
    rows = [line.split("\t") for line in lines("places.tsv")[::97]]
    assert [row[1] for row in rows if place_core(row[1]) != row[-1].split(";")[0]] == []


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Springfield", {"US"}),
        ("Nowhere at All", {"US"}),
        ("Clearwater Bridge", {"US"}),
        ("Bogart", set()),
        ("Punjab", set()),
    ],
)
def test_a_place_that_cannot_be_told_is_not(name: str, countries: set[str]) -> None:
    """Several as likely, or none: no link."""
    assert place_named(name, frozenset(countries)) is None
