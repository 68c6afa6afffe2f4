"""Whom a pronoun beside a quote is taken for, where sources nobody names stand around."""

from __future__ import annotations

import pytest
from marked_speakers import speakers_of

CASES: dict[str, tuple[str, list[tuple[str | None, str]]]] = {
    "he after an unnamed source is that source": (
        '[P Tim Doe] left. {a port official} said "A." {He} said "B."',
        [("a port official", "description"), ("a port official", "pronoun")],
    ),
    "who takes up the name before it": (
        '[P Jane Roe], {who} said "A."',
        [("Jane Roe", "pronoun")],
    ),
    "he after many is not they": (
        'Mr. [P Tim Doe] spoke. {Journalists} asked "A?" {He} said "B."',
        [("Journalists", "description"), ("Tim Doe", "pronoun")],
    ),
    "she after her son is not he": (
        'Ms. [P Jane Roe] works there. {Her son} said "A." {She} said "B."',
        [("Her son", "description"), ("Jane Roe", "pronoun")],
    ),
    "she after her sister may be the sister": (
        'Ms. [P Jane Roe] works there. {Her sister} said "A." {She} said "B."',
        [("Her sister", "description"), ("Her sister", "pronoun")],
    ),
    "he after an unnamed source with an occupation is that source": (
        '[P Tim Doe] came. {The retired surgeon} said "A." {He} said "B."',
        [("The retired surgeon", "description"), ("The retired surgeon", "pronoun")],
    ),
    "he after a report is whom it tells of": (
        '[P Tim Doe] came. {A report} said "A." {He} said "B."',
        [("A report", "description"), ("Tim Doe", "pronoun")],
    ),
    "she after a newspaper is whom it tells of": (
        '[P Jane Roe] came. {The newspaper} said "A." {She} said "B."',
        [("The newspaper", "description"), ("Jane Roe", "pronoun")],
    ),
    "he after a report is nobody where two are as likely": (
        'It was written on the old grey roof of [P Tim Doe] and [P Al Poe]. {A report} said "A." {He} said "B."',
        [("A report", "description"), (None, "pronoun")],
    ),
    "he after what may be a name is nobody without a clear lead": (
        '[P Tim Doe] met a man called [P Al Poe] and [P Tim Doe] ate. {The Lark} said "A." {He} said "B."',
        [("The Lark", "description"), (None, "pronoun")],
    ),
    "he after a report is who leads, if by less": (
        '[P Tim Doe] met a man called [P Al Poe] and [P Tim Doe] ate. {The report} said "A." {He} said "B."',
        [("The report", "description"), ("Tim Doe", "pronoun")],
    ),
    "he after a name that was not read as one is that source": (
        '[P Tim Doe] came. {Ludo Lark, a surveyor,} said "A." {He} said "B."',
        [("Ludo Lark", "description"), ("Ludo Lark", "pronoun")],
    ),
    "it after an official is not the official": (
        '[O The Map Bureau] closed. {An official} said "A." {It} said "B."',
        [("An official", "description"), (None, "pronoun")],
    ),
    "it after a firm described by what it does is that firm": (
        '[O The Map Bureau] closed. {The insurance broker} said "A." {It} said "B."',
        [("The insurance broker", "description"), ("The insurance broker", "pronoun")],
    ),
    "they after officials are these": (
        '[O The Map Bureau] closed. {Officials} said "A." {They} said "B."',
        [("Officials", "description"), ("Officials", "pronoun")],
    ),
    "which takes up the name before it, not the last speaker": (
        '{US officials} met "A." They met [L Ruritania], {which} said "B."',
        [("US officials", "description"), ("Ruritania", "pronoun")],
    ),
    "which takes up the group, not its place": (
        'They met the [O Map Bureau] in [L Leeds], {which} said "A."',
        [("Map Bureau", "pronoun")],
    ),
    "which takes up the place where nothing is in it": (
        'They met the [O Map Bureau] and then [L Leeds], {which} said "A."',
        [("Leeds", "pronoun")],
    ),
    "which takes up the group of a person": (
        'They met [P Jane Roe] of the [O Map Bureau], {which} said "A."',
        [("Map Bureau", "pronoun")],
    ),
    "who takes up the person of a group": (
        'They met [P Jane Roe] of the [O Map Bureau], {who} said "A."',
        [("Jane Roe", "pronoun")],
    ),
    "that may be a people": (
        '[P Jane Roe] met the [G Ruritanians] {that} said "A."',
        [("Ruritanians", "pronoun")],
    ),
    "which is nobody where a person stands before it": (
        'The [O Map Bureau] closed. It sent a letter to [P Jane Roe], {which} said "A."',
        [(None, "pronoun")],
    ),
    "who is nobody where a place stands before it": (
        '[P Jane Roe] moved to [L Leeds], {who} said "A."',
        [(None, "pronoun")],
    ),
    "who is not somebody named earlier, where others stand before it": (
        '[P Jane Roe] came. It pleased critics {who} said "A."',
        [(None, "pronoun")],
    ),
    "that is not somebody named earlier": (
        '[O The Map Bureau] came after a quarrel {that} said "A."',
        [(None, "pronoun")],
    ),
    "who comes behind a party and its place": (
        '[P Tim Doe] met Sen. [P Jane Roe] (R-[L Maine]), {who} said "A."',
        [("Jane Roe", "pronoun")],
    ),
    "who comes behind a party between commas": (
        '[P Tim Doe] met Sen. [P Jane Roe], R-[L Maine], {who} said "A."',
        [("Jane Roe", "pronoun")],
    ),
    "who comes behind a dash": (
        '[P Tim Doe] met [P Jane Roe] of [L Leeds] — {who} said "A."',
        [("Jane Roe", "pronoun")],
    ),
    "who comes behind a bracket": (
        '[P Tim Doe] met [P Jane Roe] ({who} said "A.")',
        [("Jane Roe", "pronoun")],
    ),
    "who is not whom the last name belongs to": (
        '[P Tim Doe] met [P Jane Roe]\'s lawyer, {who} said "A."',
        [(None, "pronoun")],
    ),
    "who comes behind an age": (
        'Mr. [P Tim Doe], Mr. [P Al Poe] and [P Jane Roe], 44, {who} said "A."',
        [("Jane Roe", "pronoun")],
    ),
    "I outside the marks is nobody's but the writer's": (
        '{[P Jane Roe]} said "A." {I} think "B."',
        [("Jane Roe", "named"), (None, "pronoun")],
    ),
    "I in a turn of a transcript is who the label names": (
        'It rained.\n{[P JANE ROE]}: "A." And {I} said "B."',
        [("JANE ROE", "named"), ("JANE ROE", "pronoun")],
    ),
    "I behind a turn is not whom the label names": (
        '{[P JANE ROE]}: "A."\nAnd {I} said "B."',
        [("JANE ROE", "named"), (None, "pronoun")],
    ),
    "she is whom her paragraph is about, not who spoke before": (
        '{[P Louise Penn]} said "A."\nThe victim, [P Annette Poe], wept. In it {she} said "B."',
        [("Louise Penn", "named"), ("Annette Poe", "pronoun")],
    ),
    "she is a daughter whom the paragraph introduces": (
        '{[P Ann Vale]} said "A." [P Ann Vale] slept. She ate.\nHer daughter, [P Rose Poe], wept. {She} said "B."',
        [("Ann Vale", "named"), ("Rose Poe", "pronoun")],
    ),
    "a daughter of whom only a clause tells leaves it open": (
        '{[P Ann Vale]} said "A." [P Ann Vale] slept. She ate.\nIt came after [P Rose Poe] wept. {She} said "B."',
        [("Ann Vale", "named"), (None, "pronoun")],
    ),
    "she is no daughter beside another woman": (
        (
            '{[P Ann Vale]} said "A." [P Ann Vale] slept. She ate. She woke. She sang.\n'
            'Her daughter, [P Rose Poe], wept on and on and on over [P Jane Roe]. {She} said "B."'
        ),
        [("Ann Vale", "named"), ("Ann Vale", "pronoun")],
    ),
    "she is who spoke before, if the paragraph names her too": (
        '{[P Louise Penn]} said "A."\n[P Annette Poe] wept. [P Louise Penn] slept. In it {she} said "B."',
        [("Louise Penn", "named"), ("Louise Penn", "pronoun")],
    ),
    "she is who spoke before where a man opens the paragraph": (
        '{[P Louise Penn]} said "A."\nMr. [P Tim Doe] wept. In it {she} said "B."',
        [("Louise Penn", "named"), ("Louise Penn", "pronoun")],
    ),
    "she is who spoke before where another is named in passing": (
        '{[P Louise Penn]} said "A."\nIt rained on all of the house of [P Annette Poe]. {She} said "B."',
        [("Louise Penn", "named"), ("Louise Penn", "pronoun")],
    ),
    "she is whom her paragraph is about, not an unnamed source before": (
        '{A neighbour} said "A."\n[P Karen Poe], of [L Leeds], wept. {She} said "B."',
        [("A neighbour", "description"), ("Karen Poe", "pronoun")],
    ),
    "she is an unnamed source sooner than a man": (
        '{A neighbour} said "A."\nMr. [P Tim Doe] wept. {She} said "B."',
        [("A neighbour", "description"), ("A neighbour", "pronoun")],
    ),
    "whose house it is is not what the paragraph is about": (
        '{A neighbour} said "A."\n[P Karen Poe]\'s house burned. {She} said "B."',
        [("A neighbour", "description"), ("A neighbour", "pronoun")],
    ),
    "she is the unnamed source of her own paragraph": (
        '[P Karen Poe] wept. {A neighbour} said "A." {She} said "B."',
        [("A neighbour", "description"), ("A neighbour", "pronoun")],
    ),
    "a line that breaks within a sentence begins no paragraph": (
        '{A spokesman} said that it was held and\n[P Tim Doe] would come, "A." {He} said "B."',
        [("A spokesman", "description"), ("A spokesman", "pronoun")],
    ),
    "he is whom a description of the sentence before names at its end": (
        '{A neighbour} said "A."\n\nA spokesman for the harbour board, [P Tim Doe], denied this. {He} said "B."',
        [("A neighbour", "description"), ("Tim Doe", "pronoun")],
    ),
    "he is not whom a verb parts from the opening": (
        '{A neighbour} said "A."\n\nA letter to the board that was [P Tim Doe]\'s came late. {He} said "B."',
        [("A neighbour", "description"), ("A neighbour", "pronoun")],
    ),
    "he with nobody named is open": ('{He} said "A."', [(None, "pronoun")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_pronoun_is_who_a_reader_would_take(text: str, expected: list[tuple[str | None, str]]) -> None:
    """Each quote gets the speaker a careful reader would name, or none."""
    assert speakers_of(text) == expected
