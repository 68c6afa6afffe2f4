"""Names repaired by what is known of the document: cut to the name itself, one type a name, repeats tagged.

The encoder sees one window at a time and sometimes calls the same name a place here and a person there, or misses it
once in five times. Within one article a name nearly always means the same, so the likeliest type by vote holds for all.
Source: "one sense per discourse", Gale, Church and Yarowsky (1992).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.ingest.language.reading import Name, NameType
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# In the order of the encoder's name head.
TYPES: tuple[NameType, ...] = ("person", "organisation", "place", "facility", "event", "work", "group")

SURE = 0.6  # a name seen with less is not looked for elsewhere
SHORTEST = 3  # characters of a name looked for elsewhere

_TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady president vice-president premier chancellor prime minister secretary senator "
    "sen representative rep congressman congresswoman governor gov mayor judge justice general gen colonel col major "
    "maj lieutenant lt captain capt sergeant sgt admiral adm commander cmdr professor prof king queen prince princess "
    "pope archbishop bishop cardinal father rev reverend imam sheikh ayatollah rabbi chairman chairwoman director "
    "ambassador attorney sheriff detective officer coach brigadier marshal spokesman spokeswoman spokesperson".split()
)
_LEADING = re.compile(r"(?:the|an?)\s+")  # "The Hague" has its article written large, and keeps it
_POSSESSIVE = re.compile(r"['’]s?$|(?<=s)['’]$")
_EDGES = ' \t\r\n\u00a0.,;:!?()[]{}"“”‘«»`–—-'
_FACILITY = re.compile(
    r"\b(?:air\s?base|air force base|airport|airfield|naval base|army base|barracks|stadium|arena|bridge|cathedral|"
    r"hospital|prison|jail|museum|theat(?:re|er)|embassy|hotel)\b(?:\s+\d+)?$|^(?:air\s?base|camp|fort)\s+[A-Z0-9]",
    re.IGNORECASE,
)


def repair(text: str, read: Sequence[Span], names: Iterable[Name]) -> tuple[Name, ...]:
    """Names with the same bounds and types all over an article.

    In: the settled text, the paragraphs that are read, and the names the encoder saw, in text order.
    Out: names in text order, none overlapping another.
    Unsure: a name of two types in one article gets the one with more probability behind it everywhere.
    """
    trimmed = [name for name in (_trimmed(text, name) for name in names) if name is not None]
    voted = _voted(text, trimmed)
    return tuple(sorted([*voted, *_repeats(text, read, voted)], key=lambda name: name.span))


def _trimmed(text: str, name: Name) -> Name | None:
    """The name without article, title, possessive and marks at its edges; None where nothing is left."""
    start, end = name.span.start, name.span.end
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES and not _is_initial_stop(text, start, end):
            end -= 1
        if possessive := _POSSESSIVE.search(text[start:end]):
            end = start + possessive.start()
        if leading := _LEADING.match(text, start, end):
            start = leading.end()
        if name.type == "person":
            word, _, rest = text[start:end].partition(" ")
            if rest and word.rstrip(".").casefold() in _TITLES:
                start += len(word)
        if (start, end) == before:
            break
    return Name(Span(start, end), name.type, name.score) if start < end else None


def _is_initial_stop(text: str, start: int, end: int) -> bool:
    """True for the full stop of "U.S." and "J. Jr." at the end of a name."""
    if text[end - 1] != ".":
        return False
    last = text[start:end].rsplit(maxsplit=1)[-1]
    return last.count(".") > 1 or last in {"Jr.", "Sr.", "Inc.", "Corp.", "Co.", "Ltd.", "Bros.", "St."}


def _voted(text: str, names: list[Name]) -> list[Name]:
    """Every name with the type that most probability speaks for, over all its namings."""
    votes: dict[str, dict[NameType, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        votes[_key(text, name)][name.type] += name.score
    types = {
        key: "facility" if _is_facility(key, cast) else max(cast, key=lambda kind: (cast[kind], kind))
        for key, cast in votes.items()
    }
    return [Name(name.span, types[_key(text, name)], name.score) for name in names]


def _is_facility(key: str, cast: dict[NameType, float]) -> bool:
    """What is called an airport is one, unless it is an event, a work or a person."""
    likeliest = max(cast, key=lambda kind: (cast[kind], kind))
    return likeliest in {"place", "organisation", "facility"} and _FACILITY.search(key) is not None


def _key(text: str, name: Name) -> str:
    return " ".join(name.span.of(text).split())


def _repeats(text: str, read: Sequence[Span], names: list[Name]) -> list[Name]:
    """The places where a known name stands again and was not seen."""
    known: dict[str, Name] = {}
    for name in names:
        written = name.span.of(text)
        if name.score >= SURE and len(written) >= SHORTEST and written[0].isupper():
            known.setdefault(written, name)
    if not known:
        return []
    taken = bytearray(len(text))
    for name in names:
        taken[name.span.start : name.span.end] = b"\x01" * len(name.span)
    longest_first = sorted(known, key=lambda written: (-len(written), written))
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    return [
        Name(Span(*match.span()), known[match.group()].type, SURE)
        for paragraph in read
        for match in pattern.finditer(text, paragraph.start, paragraph.end)
        if not any(taken[match.start() : match.end()])
    ]
