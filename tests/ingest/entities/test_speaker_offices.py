"""Whom a description by an office is taken for."""

from __future__ import annotations

import pytest
from marked_speakers import speakers_of

TWO_PRESIDENTS = "President [P Jane Roe] and President [P Tim Doe] met."
CASES: dict[str, tuple[str, list[tuple[str | None, str]]]] = {
    "the minister is who was called minister": (
        '{Minister [P Jane Roe]} said "A." {The minister} said "B."',
        [("Jane Roe", "named"), ("Jane Roe", "description")],
    ),
    "the minister of two ministers is left open": (
        'Minister [P Tim Doe] slept. {Minister [P Jane Roe]} said "A." {The minister} said "B."',
        [("Jane Roe", "named"), ("The minister", "description")],
    ),
    "the defence minister is no foreign minister": (
        'Foreign Minister [P Jane Roe] slept. {The defence minister} said "A."',
        [("The defence minister", "description")],
    ),
    "the foreign minister is the foreign minister": (
        'Foreign Minister [P Jane Roe] met Defence Minister [P Tim Doe]. {The foreign minister} said "A."',
        [("Jane Roe", "description")],
    ),
    "the minister behind the defence minister is that minister": (
        'Foreign Minister [P Jane Roe] slept.\n{The defence minister} said "A." {The minister} said "B."',
        [("The defence minister", "description")] * 2,
    ),
    "the minister of another paragraph is who was called minister": (
        'Foreign Minister [P Jane Roe] slept.\n{The defence minister} said "A."\n{The minister} said "B."',
        [("The defence minister", "description"), ("Jane Roe", "description")],
    ),
    "the minister is the one named since, where it said no more before": (
        '{The minister} said "A." Minister [P Jane Roe] slept. {The minister} said "B."',
        [("The minister", "description"), ("Jane Roe", "description")],
    ),
    "of two presidents the one whom the article is about": (
        f'{TWO_PRESIDENTS} [P Roe] came, [P Roe] saw, [P Roe] left, [P Roe] slept. {{The president}} said "A."',
        [("Jane Roe", "description")],
    ),
    "of two presidents neither who is named a little more often": (
        f'{TWO_PRESIDENTS} [P Roe] came, [P Roe] left. {{The president}} said "A."',
        [("The president", "description")],
    ),
    "an office in front, between commas": (
        'Finance Minister [P Jane Roe] slept. The prime minister, [P Tim Doe], woke. {The prime minister} said "A."',
        [("Tim Doe", "description")],
    ),
    "an office behind the name, with what it is of": (
        '[P Jane Roe], governor of [L Ouro], slept. {The governor of [L Ouro]} said "A."',
        [("Jane Roe", "description")],
    ),
    "an office of something else": (
        'Governor [P Jane Roe] slept. {The governor of the next state} said "A."',
        [("The governor of the next state", "description")],
    ),
    "a governor by what she is of alone": (
        '[P Jane Roe], governor of [L Ouro], slept. {The governor} said "A."',
        [("Jane Roe", "description")],
    ),
    "a secretary of state": (
        'Secretary of State [P Jane Roe] slept. {The secretary of state} said "A."',
        [("Jane Roe", "description")],
    ),
    "the president is no vice president": (
        'Vice President [P Jane Roe] slept. {The president} said "A."',
        [("The president", "description")],
    ),
    "the president beside a vice president": (
        'President [P Tim Doe] met Vice President [P Jane Roe]. {The president} said "A."',
        [("Tim Doe", "description")],
    ),
    "the judge is no former judge": (
        '[P Jane Roe], a former judge, slept. {The judge} said "A."',
        [("The judge", "description")],
    ),
    "whom somebody met is not what they are": (
        'The president met [P Jane Roe], who rebuked the president. {The president} said "A."',
        [("The president", "description")],
    ),
    "an office without the first part of the name": (
        'He met President Jane [P Roe]. {The president} said "A."',
        [("Roe", "description")],
    ),
    "a short form in front": (
        'Sen. [P Jane Roe] slept. {The senator} said "A."',
        [("Jane Roe", "description")],
    ),
    "two senators, one in short, are left open": (
        'Sen. [P Jane Roe] met Senator [P Tim Doe]. {The senator} said "A."',
        [("The senator", "description")],
    ),
    "a preposition before the office is no part of it": (
        'They voted for President [P Roe]. {The president} said "A."',
        [("Roe", "description")],
    ),
    "he after an office is its holder": (
        f'Ambassador [P Tim Doe] woke. {"It rained. " * 7}{{The ambassador}} said "A." {{He}} said "B."',
        [("Tim Doe", "description"), ("Tim Doe", "pronoun")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_description_is_whom_the_office_tells(text: str, expected: list[tuple[str | None, str]]) -> None:
    """A description by an office is its one holder, and nobody where that is not sure."""
    assert speakers_of(text) == expected
