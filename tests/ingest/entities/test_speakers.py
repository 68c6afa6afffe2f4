"""From the mention beside a quote to the person."""

from __future__ import annotations

import pytest
from marked_speakers import speakers_of

from onrecord.ingest.entities import name_speakers
from onrecord.ingest.records import Quote
from onrecord.ingest.spans import Span

CASES = {
    "a name": ('{[P Jane Roe]} said "Yes."', [("Jane Roe", "named")]),
    "a title before a name": ('{Finance Minister [P Jane Roe]} said "Yes."', [("Jane Roe", "named")]),
    "a country in front of a name": ('{[L US] envoy [P Jane Roe]} said "Yes."', [("Jane Roe", "named")]),
    "a name, then where she works": ('{[P Jane Roe] of the [O Map Bureau]} said "Yes."', [("Jane Roe", "named")]),
    "an apposition": ('{a spokeswoman, [P Jane Roe],} said "Yes."', [("Jane Roe", "named")]),
    "somebody's spokesman is not that somebody": (
        '{a spokesman for [P Jane Roe]} said "Yes."',
        [("a spokesman for Jane Roe", "description")],
    ),
    "an apposition behind where the post is": (
        '{the delegate of [O the Map Bureau] in [L Leeds], [P Jane Roe],} said "Yes."',
        [("Jane Roe", "named")],
    ),
    "an apposition with a title": (
        '{the navy\'s spokesman, Rear Admiral [P Tim Doe],} said "Yes."',
        [("Tim Doe", "named")],
    ),
    "one of many, then the name": (
        '{one of [P Al Poe]\'s neighbours, [P Jane Roe],} said "Yes."',
        [("Jane Roe", "named")],
    ),
    "many, then a name": (
        '{two neighbours, [P Jane Roe] and [P Tim Doe],} said "Yes."',
        [("two neighbours", "description")],
    ),
    "an owner is not who speaks": (
        '{[O Surveyors of Canada]\'s economist, [P Jane Roe],} said "Yes."',
        [("Jane Roe", "named")],
    ),
    "an owner without a name behind": (
        '{[O Surveyors of Canada]’s economist} said "Yes."',
        [("Surveyors of Canada’s economist", "description")],
    ),
    "an owner named with the mark": (
        '{[O Surveyors of Canada\'s] economist} said "Yes."',
        [("Surveyors of Canada's economist", "description")],
    ),
    "a name, then another": (
        '{[P Jane Roe], [P Tim Doe] and others} said "Yes."',
        [("Jane Roe", "named")],
    ),
    "a name, then whose mother she is": (
        '{[P Jane Roe], [P Tim Doe]\'s mother,} said "Yes."',
        [("Jane Roe", "named")],
    ),
    "a description, then whose son he is": (
        '{a surveyor, [P Tim Doe]\'s son,} said "Yes."',
        [("a surveyor", "description")],
    ),
    "a description, then more about it": (
        '{a surveyor, who met [P Tim Doe],} said "Yes."',
        [("a surveyor", "description")],
    ),
    "a government by its country": ('{[L Russia]} called it "nonsense."', [("Russia", "named")]),
    "officials are not their country": (
        '{[G Russian] officials} called it "nonsense."',
        [("Russian officials", "description")],
    ),
    "the official takes up the one official": (
        'He, {a senior port official}, said "Yes." {The official} said "No."',
        [("a senior port official", "description")] * 2,
    ),
    "the person takes up the one unnamed source": (
        '{a port official} said "Yes." {The person} said "No."',
        [("a port official", "description")] * 2,
    ),
    "a source called by what is known of it": (
        '{a senior port official} said "Yes." {the port source} said "No." {The person} said "Maybe."',
        [("a senior port official", "description")] * 3,
    ),
    "a source of another kind is another": (
        '{a senior port official} said "Yes." {the rail source} said "No."',
        [("a senior port official", "description"), ("the rail source", "description")],
    ),
    "the person is no junta": (
        '{the junta} said "Yes." {The person} said "No."',
        [("the junta", "description"), ("The person", "description")],
    ),
    "the official of two officials is left open": (
        '{a port official} said "A." {a rail official} said "B." {The official} said "C."',
        [("a port official", "description"), ("a rail official", "description"), ("The official", "description")],
    ),
    "another official is another": (
        '{an official} said "A." {another official} said "B." {the other official} said "C."',
        [("an official", "description"), ("another official", "description"), ("the other official", "description")],
    ),
    "many are not one": (
        '{US officials} said "A." {The official} said "B."',
        [("US officials", "description"), ("The official", "description")],
    ),
    "the same description is the same source": (
        '{a port official} said "A." {a port official} said "B."',
        [("a port official", "description")] * 2,
    ),
    "she is the woman who spoke last": (
        '{Ms. [P Jane Roe]} said "A." {She} said "B."',
        [("Jane Roe", "named"), ("Jane Roe", "pronoun")],
    ),
    "she is not Mr.": (
        'Ms. [P Jane Roe] left. Mr. [P Tim Doe] slept. {She} said "A."',
        [("Jane Roe", "pronoun")],
    ),
    "a quote that goes on": (
        '{[P Jane Roe]} said "A."\n"B."',
        [("Jane Roe", "named"), ("Jane Roe", "continued")],
    ),
    "nobody": ('"A."', [(None, "none")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_speaker_is_who_a_reader_would_take(text: str, expected: list[tuple[str | None, str]]) -> None:
    """Each quote gets the speaker a careful reader would name, or none."""
    assert speakers_of(text) == expected


def test_every_speaker_comes_with_a_reason() -> None:
    """A page can always say why."""
    plain = 'A port official said "Yes."'
    quote = Quote("direct", (Span(21, 27),), Span(0, 15), None, None, 1.0)
    _, (speaker,) = name_speakers(plain, [quote], (), ())
    assert speaker.reason == "Described as “A port official”; the article does not say who this is."
