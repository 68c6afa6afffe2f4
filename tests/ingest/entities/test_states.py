"""A country or state that the reader took for somebody is a place; who is called like one stays a person."""

from __future__ import annotations

from importlib.resources import files

import pytest
from marked_names import marked

from onrecord.ingest.entities import find_entities
from onrecord.ingest.language.reading import NameType
from onrecord.ingest.reference import table

FOUR = {"US", "CA", "AU", "GB"}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("[P South Carolina] Sen. [P Jane Roe] spoke.", ["place", "person"]),
        ("[P Jane Roe] of [P Texas] spoke.", ["person", "place"]),
        ("[O Ohio] Republican [P Jane Roe] spoke.", ["place", "person"]),
        ("[P Georgia] Rep. [P Jane Roe] spoke.", ["place", "person"]),
        ("[P Virginia] Democrats spoke.", ["place"]),
        ("[P Georgia] smiled.", ["person"]),
        ("[P Kathy Ireland] is here. [P Ireland] smiled.", ["person", "person"]),
        ("[P Denzel Washington] is here. [P Washington] smiled.", ["person", "person"]),
        ("[O Florida] beat [O Ohio].", ["organisation", "organisation"]),
        ("[O Texas] governors met.", ["organisation"]),
        ("Captain [P America] flew.", ["person"]),
        ("[P Roe] spoke.", ["person"]),
    ],
)
def test_a_state_in_front_of_an_office_is_a_place_and_a_namesake_is_not(text: str, types: list[NameType]) -> None:
    """Types by case: places for states and countries, what the reader saw for their namesakes and teams."""
    plain, names = marked(text)
    assert [mention.type for mention in find_entities(plain, names)[1]] == types


def test_the_short_list_is_what_the_long_one_has() -> None:
    """states.tsv holds the first-order divisions of four countries as places.tsv has them, under their own names."""
    long = (files("onrecord.data") / "reference" / "places.tsv").read_text(encoding="utf-8").splitlines()[1:]
    divisions = [row.split("\t")[:6] for row in long if "\tadmin1\t" in row]
    of_four = {
        (name, country, number) for name, number, own, country, *_ in divisions if own == "1" and country in FOUR
    }
    assert {(row["name"], row["country"], row["geonames_id"]) for row in table("states.tsv")} == of_four
