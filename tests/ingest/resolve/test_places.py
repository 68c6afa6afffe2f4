"""Names of places get their number and coordinates in GeoNames, or nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.ingest.forms import place_core
from onrecord.ingest.reference import lines_of, table
from onrecord.ingest.resolve.places import countries_of, place_named

REFERENCE = Path(__file__).parents[3] / "data" / "reference"

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
    "a village of the country named": ("Bourton on the Water", {"GB"}, (), "GB", 2655087),
    "a county": ("Wiltshire", {"GB"}, (), "GB", 2633868),
    "a county of many, where its state is named": ("Orange County", {"US"}, ("new york",), "US", 5129915),
    "a far larger city before a village in a state that is named": ("Leeds", {"GB", "US"}, ("maine",), "GB", 2644688),
    "the borough, not the city of which it is one": ("Manhattan", {"US"}, (), "US", 5125771),
    "an airport, short": ("Heathrow Airport", {"GB"}, (), "GB", 2647216),
    "an airport of no country that is named": ("Suvarnabhumi Airport", set(), (), "TH", 6301137),
    "an island": ("Socotra", {"YE"}, (), "YE", 70302),
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


LANDMARKS = {
    "a name that nobody shares, whatever is named": ("Eiffel Tower", {"US"}, (), "Q243", "FR"),
    "with its article": ("the Taj Mahal", set(), (), "Q9141", "IN"),
    "another name": ("Great Mosque of Mecca", set(), (), "Q428858", "SA"),
    "a river of several countries": ("River Danube", {"US"}, (), "Q1653", ""),
    "a shared name beside its town": ("Grand Mosque", {"SA"}, ("mecca",), "Q428858", "SA"),
    "the same name beside another town": ("Grand Mosque", {"AE"}, ("abu dhabi",), "Q695604", "AE"),
    "a shared name beside its region": ("Colorado River", {"US"}, ("arizona",), "Q1265", ""),
    "a shared name where its country is enough": ("Lake Geneva", {"CH"}, (), "Q6403", ""),
    "before a village of its own name": ("Grand Canyon", {"US"}, ("arizona",), "Q118841", "US"),
    "before a far town, beside its own": ("Thames", {"GB", "NZ"}, ("london",), "Q19686", "GB"),
}


@pytest.mark.parametrize("case", LANDMARKS)
def test_a_landmark_is_linked_to_wikidata(case: str) -> None:
    """By a name of its own always; by one that others share beside its town, region or country."""
    name, countries, names, item, country = LANDMARKS[case]
    place = place_named(name, frozenset(countries), frozenset(names))
    assert place is not None
    assert (place.wikidata_id, place.country, place.kind) == (item, country, "landmark")


@pytest.mark.parametrize(
    ("name", "countries", "names"),
    [
        ("Grand Mosque", {"SA"}, ()),  # its country is not enough
        ("Grand Mosque", set(), ("lahore",)),
        ("Grand Mosque", {"SA", "AE"}, ("mecca", "abu dhabi")),  # two may be meant
        ("Central Park", set(), ("grand rapids",)),
        ("Colorado River", {"US"}, ("texas",)),  # Texas has one of its own
        ("Red Square", {"US"}, ()),
        ("Capitol", {"US"}, ("washington",)),
    ],
)
def test_a_name_that_others_share_is_no_landmark_by_itself(
    name: str, countries: set[str], names: tuple[str, ...]
) -> None:
    """Where neither its town nor its region is named, nor a country that is enough, or where two fit: no link."""
    place = place_named(name, frozenset(countries), frozenset(names))
    assert place is None or place.kind != "landmark"


@pytest.mark.parametrize(
    ("name", "countries", "number"), [("Lake Geneva", {"US"}, 5259169), ("Thames", {"NZ"}, 2208333)]
)
def test_a_town_keeps_a_name_that_a_landmark_elsewhere_has_too(name: str, countries: set[str], number: int) -> None:
    """The landmark's country is not named, the town's is."""
    place = place_named(name, frozenset(countries))
    assert place is not None
    assert place.geonames_id == number


def test_a_landmark_tells_the_country_of_the_others() -> None:
    """An article about the Taj Mahal and a small town means the one in India."""
    assert countries_of(frozenset({"taj mahal"}), frozenset()) == {"IN"}
    assert countries_of(frozenset({"danube"}), frozenset()) == frozenset()


def test_regions_and_landmarks_are_written_as_their_columns_say() -> None:
    """Every item once, sorted; known countries; no name of two owners but shared ones; `near` only for shared names."""
    regions, landmarks = table("regions.tsv"), table("landmarks.tsv")
    items = [row["wikidata_id"] for row in (*regions, *landmarks)]
    assert len(items) == len(set(items))
    codes = {row["iso"] for row in table("countries.tsv")}
    owned = [place_core(name) for row in regions for name in (row["name"], *row["names"].split(";")) if name]
    for row in landmarks:
        assert re.fullmatch(r"Q[1-9]\d*", row["wikidata_id"])
        assert set(row["countries"].split(";")) <= codes, row["name"]
        assert abs(float(row["latitude"])) <= 90
        assert abs(float(row["longitude"])) <= 180
        shared = {place_core(name) for name in row["shared_names"].split(";") if name}
        owned += {place_core(name) for name in (row["name"], *row["names"].split(";")) if name} - shared
        assert shared or not row["near"], row["name"]
    assert len(owned) == len(set(owned))
    for rows in (regions, landmarks):
        assert [row["name"] for row in rows] == sorted(row["name"] for row in rows)


def test_the_names_of_the_list_are_folded_as_names_of_articles_are() -> None:
    """The list stores folded names; where folding changes, the list has to be made anew."""
    for name in ("L'Aquila", "Ho Chi Minh City", "Aix-en-Provence", "São Paulo", "St. John's"):
        found = [line.split("\t")[0] for line in lines_of("places.tsv", place_core(name))]
        assert set(found) == {place_core(name)}


def test_a_name_is_found_at_both_ends_of_the_list() -> None:
    """The list is halved until a name is found; the first and the last are found like any other."""
    names = [line.partition("\t")[0] for line in (REFERENCE / "places.tsv").read_text("utf-8").splitlines()[1:]]
    assert names == sorted(names, key=lambda name: f"{name}\t".encode())
    for name in (names[0], names[len(names) // 2], names[-1]):
        assert len(list(lines_of("places.tsv", name))) == names.count(name)
    assert list(lines_of("places.tsv", "")) == []
    assert list(lines_of("places.tsv", "\U0010ffff")) == []


def test_a_place_that_is_clear_tells_the_country_of_the_others() -> None:
    """An article that names Chicago and a small town means the one in America."""
    names = frozenset({"chicago", "naperville"})
    assert place_named("Cicero", frozenset(), names) is None
    assert countries_of(names, frozenset()) == {"US"}
    place = place_named("Cicero", countries_of(names, frozenset()), names)
    assert place is not None
    assert place.geonames_id == 4888015


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
