"""A country or state that the reader took for somebody is a place; who is called like one stays a person."""

from __future__ import annotations

import pytest
from marked_names import marked

from onrecord.ingest.entities import find_entities
from onrecord.ingest.language.reading import NameType


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
