"""Names repaired by what is known of the document: cut to the name itself, one type a name, repeats tagged.

The encoder sees one window at a time and sometimes calls the same name a place here and a person there, or misses it
once in five times. Within one article a name nearly always means the same, so the likeliest type by vote holds for all.
Source: "one sense per discourse", Gale, Church and Yarowsky (1992).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.ingest.language.name_edges import mended, trimmed, whole
from onrecord.ingest.language.reading import Name, NameType
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# In the order of the encoder's name head.
TYPES: tuple[NameType, ...] = ("person", "organisation", "place", "facility", "event", "work", "group")

SURE = 0.6  # a name seen with less is not looked for elsewhere
SHORTEST = 3  # characters of a name looked for elsewhere, unless they are all capitals
LEAST = 0.2  # what is less sure is a guess
LEAST_IN_SMALL = 0.9  # the same for a name without a capital

_FACILITY = re.compile(
    r"\b(?:air\s?base|air force base|airport|airfield|naval base|army base|barracks|stadium|arena|bridge|cathedral|"
    r"hospital|prison|jail|museum|theat(?:re|er)|embassy|hotel)\b(?:\s+\d+)?$|^(?:air\s?base|camp|fort)\s+[A-Z0-9]",
    re.IGNORECASE,
)


# Voltara, a startup based in Leeds: what the article itself says a name is.
_HOUSES = (
    "startup start-up company firm bank lender insurer retailer supermarket maker manufacturer carmaker drugmaker "
    "chipmaker airline operator broadcaster publisher newspaper magazine website charity non-profit nonprofit "
    "think-tank foundation association federation college institute agency watchdog regulator consultancy brokerage "
    "supplier subsidiary conglomerate cooperative brewery"
).split()
_IS_A_HOUSE = re.compile(
    rf",\s(?:an?|the)\s(?:[\w’'&-]+\s){{0,5}}?(?:{'|'.join(_HOUSES)}|think tank|advocacy group|research group)"
    r"(?=[,.;)]|\s(?:based|headquartered|in|of|that|which|for|from|with)\b)"
)
SAID = 3.0  # how much that counts: as much as so many sure namings

_MEMBERS = re.compile(r"(?:Democrat|Republican|Dem|Libertarian|Communist|Socialist)s?|Democratic|Tor(?:y|ies)")


def repair(text: str, read: Sequence[Span], names: Iterable[Name]) -> tuple[Name, ...]:
    """Names with the same bounds and types all over an article.

    In: the settled text, the paragraphs that are read, and the names the encoder saw, in text order.
    Out: names in text order, none overlapping another.
    Unsure: a name of two types in one article gets the one with more probability behind it everywhere.
    """
    cut = (trimmed(text, name) for name in _behind_places(text, whole(text, list(names))))
    likely = [name for name in cut if name is not None and _is_likely(text, name)]
    voted = _voted(text, mended(text, likely))
    return tuple(sorted([*voted, *_repeats(text, read, voted)], key=lambda name: name.span))


def _behind_places(text: str, names: list[Name]) -> Iterator[Name]:
    """The names, those of people without a place in front: "governor of South Carolina Jane Roe", where a caption ends.

    Only places of two words and more that the article names elsewhere: there are people called Paris or Jordan.
    """
    places = sorted({name.span.of(text) for name in names if name.type == "place" and " " in name.span.of(text)})
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, places)) or '(?!)'})\s+(?=\S)")
    for name in names:
        in_front = pattern.match(text, name.span.start, name.span.end) if name.type == "person" else None
        yield replace(name, span=Span(in_front.end(), name.span.end)) if in_front else name


def _is_likely(text: str, name: Name) -> bool:
    """True for a name that is more than a guess."""
    has_capital = any(character.isupper() for character in name.span.of(text))
    return name.score >= (LEAST if has_capital else LEAST_IN_SMALL)


def _voted(text: str, names: list[Name]) -> list[Name]:
    """Every name with the type that most probability speaks for, over all its namings."""
    votes: dict[str, dict[NameType, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        votes[_key(text, name)][name.type] += name.score
        if name.type in {"person", "place"} and _IS_A_HOUSE.match(text, name.span.end):
            votes[_key(text, name)]["organisation"] += SAID
    types = {key: _type(key, cast) for key, cast in votes.items()}
    return [Name(name.span, types[_key(text, name)], name.score) for name in names]


def _type(key: str, cast: Mapping[NameType, float]) -> NameType:
    """The type by vote, but members of a party are a group, and what is called an airport is one."""
    likeliest = max(cast, key=lambda kind: (cast[kind], kind))
    if _MEMBERS.fullmatch(key):
        return "group"
    # Unless it is an event, a work or a person.
    is_facility = likeliest in {"place", "organisation", "facility"} and _FACILITY.search(key)
    return "facility" if is_facility else likeliest


def _key(text: str, name: Name) -> str:
    return " ".join(name.span.of(text).split())


def _repeats(text: str, read: Sequence[Span], names: list[Name]) -> list[Name]:
    """The places where a known name stands again and was not seen."""
    known: dict[str, Name] = {}
    for name in names:
        written = name.span.of(text)
        is_long = len(written) >= SHORTEST or (len(written) > 1 and written.isupper())
        if name.score >= SURE and is_long and written[0].isupper():
            known.setdefault(written, name)
    if not known:
        return []
    taken = bytearray(len(text))
    for name in names:
        taken[name.span.start : name.span.end] = b"\x01" * len(name.span)
    longest_first = sorted(known, key=lambda written: (-len(written), written))
    # What stands before is looked at afterwards: so the search jumps from one possible first letter to the next.
    pattern = re.compile("(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    return [
        Name(Span(*match.span()), known[match.group()].type, SURE)
        for paragraph in read
        for match in pattern.finditer(text, paragraph.start, paragraph.end)
        if not any(taken[match.start() : match.end()]) and _begins_word(text, match.start())
    ]


def _begins_word(text: str, at: int) -> bool:
    """True where neither a letter, a digit nor a hyphen stands right before."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "_-")
