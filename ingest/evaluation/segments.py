"""Segments: the contiguous pieces, each inside one paragraph, that labels and findings are compared by.

'"X," she said, "Y"' is two segments, and so is a quotation over two paragraphs, whether it is reported as one quote or
as two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.ingest.evaluation.words import WORD, Words
from onrecord.ingest.records import QuoteKind
from onrecord.ingest.spans import Span

_LINE = re.compile(r"[^\r\n]+")
_DIVIDES = re.compile(rf"[\r\n]|{WORD.pattern}")


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of what is said. ``words``: their numbers; ``source`` and ``cue``: empty where there is none."""

    words: frozenset[int]
    kind: QuoteKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]


def segments_of(
    words: Words, content: Sequence[Span], source: tuple[Span, ...], cue: tuple[Span, ...]
) -> list[Segment]:
    """The segments of one quote.

    In: the words of the text, and the quote's pieces, source and cue. Out: in text order; the pieces are cut at line
    ends, joined where no word stands between, and left out where they hold none.
    """
    lines = [
        Span(match.start(), match.end())
        for span in sorted(content)
        for match in _LINE.finditer(words.text, span.start, span.end)
    ]
    joined: list[Span] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and (line.start <= last.end or not _DIVIDES.search(words.text[last.end : line.start])):
            joined[-1] = Span(last.start, max(last.end, line.end))
        else:
            joined.append(line)
    numbers = (words.of([span]) for span in joined)
    return [Segment(inside, words.kind(inside), source, cue) for inside in numbers if inside]


def judged(words: Words, found: Iterable[Segment], discard: Sequence[Span]) -> list[Segment]:
    """The found segments that count: none twice with one speaker, none with most of its words in ``discard``."""
    unjudged = words.of(discard)
    once: dict[tuple[frozenset[int], tuple[Span, ...]], Segment] = {}
    for segment in found:
        once.setdefault((segment.words, segment.source), segment)
    return [segment for segment in once.values() if 2 * len(segment.words & unjudged) <= len(segment.words)]
