"""Live blogs: a time of day opens an entry ("14:32 - Power firm says ..."), and speakers stay in their entry."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.ingest.quotes.sources import without
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.ingest.language.reading import Content

LEAST_ENTRIES = 2  # one paragraph that opens with a time is a story that begins with one
# 14:32, 9.05am, 9am, 14.32 BST; then a dash, a colon, a bar, or the end of the line.
_ZONE = r"(?:\s*(?:GMT|BST|UTC|CES?T|[ECMP][SD]?T))?"
_TIME = re.compile(
    rf"[\[(]?(?:\d{{1,2}}[:.][0-5]\d(?:\s*[ap]\.?m\b\.?)?|\d{{1,2}}\s*[ap]\.?m\b\.?){_ZONE}[\])]?(?:\s*[-–—:|]\s*|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)


def in_entries(text: str, read: Sequence[Span], contents: Iterable[Content]) -> tuple[Content, ...]:
    """Contents whose sources stand in the same entry, without the time that opens it.

    In: the settled text, the paragraphs read, and the contents.
    Out: the contents in order. A source that begins with the time of day that opens its paragraph begins behind it.
    Where LEAST_ENTRIES paragraphs open with one, cues of another entry are left out, and what its sources weighed goes
    to nobody.
    Unsure: paragraphs before the first time are an entry too. A time that goes on as a sentence ("9.05 million people",
    "10am is late") opens nothing.
    """
    opening = {paragraph.start: match.end() for paragraph, match in _times(text, read)}
    starts = sorted(opening) if len(opening) >= LEAST_ENTRIES else []
    return tuple(_in_entry(starts, opening, content) for content in contents)


def _times(text: str, read: Sequence[Span]) -> Iterator[tuple[Span, re.Match[str]]]:
    for paragraph in read:
        if match := _TIME.match(text, paragraph.start, paragraph.end):
            yield paragraph, match


def _in_entry(starts: Sequence[int], opening: dict[int, int], content: Content) -> Content:
    entry = bisect_right(starts, content.span.start)
    timed = tuple(
        replace(one, span=Span(opening[one.span.start], one.span.end))
        if opening.get(one.span.start, one.span.end) < one.span.end
        else one
        for one in content.sources
    )
    cues = tuple(cue for cue in content.cues if bisect_right(starts, cue.span.start) == entry)
    return without(
        replace(content, sources=timed, cues=cues),
        lambda span: bisect_right(starts, span.start) != entry or span.start in opening,
    )
