"""From the mention beside a quote to the person."""

from __future__ import annotations

import re

import pytest

from onrecord.ingest.entities import find_entities, name_speakers
from onrecord.ingest.language.reading import Name, NameType
from onrecord.ingest.records import Quote
from onrecord.ingest.spans import Span

KINDS: dict[str, NameType] = {"P": "person", "O": "organisation", "L": "place", "G": "group"}


def speakers_of(text: str) -> list[tuple[str | None, str]]:
    """Speaker and attribution of every quote of a case.

    The notation: [P Jane Roe] is a name, {the source} the mention beside a quote, "..." the quote itself; a quote with
    no source since the last one goes on from the quote before.
    """
    plain, names, sources, contents = "", [], [], []
    for part in re.split(r'(\[[POLG] [^\]]+\]|[{}]|"[^"]+")', text):
        if re.match(r"\[[POLG] ", part):
            names.append(Name(Span(len(plain), len(plain) + len(part) - 4), KINDS[part[1]], 1.0))
            plain += part[3:-1]
        elif part == "{":
            sources.append([len(plain)])
        elif part == "}":
            sources[-1].append(len(plain))
        else:
            if part.startswith('"'):
                contents.append(Span(len(plain), len(plain) + len(part)))
            plain += part
    quotes: list[Quote] = []
    unused = [Span(*source) for source in sources]
    for number, content in enumerate(contents):
        source = unused.pop(0) if unused and _nearer(unused[0], content, contents) else None
        continues = number - 1 if source is None and number else None
        quotes.append(Quote("direct", (content,), source, None, continues, 1.0))
    named, mentions = find_entities(plain, names)
    entities, speakers = name_speakers(plain, quotes, named, mentions)
    return [(None if s.entity is None else entities[s.entity].name, s.attribution) for s in speakers]


def _nearer(source: Span, content: Span, contents: list[Span]) -> bool:
    """True where the source stands before the quote that follows the content."""
    later = [other for other in contents if other.start > content.start]
    return source.start < content.start or not later or source.end < later[0].start


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
    "the minister is who was called minister": (
        '{Minister [P Jane Roe]} said "A." {The minister} said "B."',
        [("Jane Roe", "named"), ("Jane Roe", "description")],
    ),
    "the minister of two ministers is left open": (
        'Minister [P Tim Doe] slept. {Minister [P Jane Roe]} said "A." {The minister} said "B."',
        [("Jane Roe", "named"), ("The minister", "description")],
    ),
    "she is the woman who spoke last": (
        '{Ms. [P Jane Roe]} said "A." {She} said "B."',
        [("Jane Roe", "named"), ("Jane Roe", "pronoun")],
    ),
    "she is not Mr.": (
        'Ms. [P Jane Roe] left. Mr. [P Tim Doe] slept. {She} said "A."',
        [("Jane Roe", "pronoun")],
    ),
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
    "he with nobody named is open": ('{He} said "A."', [(None, "pronoun")]),
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
