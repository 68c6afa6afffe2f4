"""Names of places get their number and coordinates in GeoNames, or nothing."""

from __future__ import annotations

import pytest

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
    ("name", "countries"),
    [("Springfield", {"US"}), ("Nowhere at All", {"US"}), ("Clearwater Bridge", {"US"}), ("Bogart", set())],
)
def test_a_place_that_cannot_be_told_is_not(name: str, countries: set[str]) -> None:
    """Several as likely, or none: no link."""
    assert place_named(name, frozenset(countries)) is None
