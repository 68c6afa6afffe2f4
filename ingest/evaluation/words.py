"""The words of a text, which is what segments are made of.

A word is letters and digits, joined by apostrophes, hyphens, full stops and ampersands. Quotation marks, punctuation
and white space never count, so that it makes no difference whether a span takes them in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from onrecord.ingest.evaluation.marked import marked
from onrecord.ingest.records import QuoteKind
from onrecord.ingest.spans import Span

WORD = re.compile(r"\w+(?:['’.&-]\w+)*")


class Words:
    """The words of one text, numbered from 0, and which of them stand between quotation marks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = tuple(Span(*match.span()) for match in WORD.finditer(text))
        self._starts = [span.start for span in self.spans]
        self._marked = frozenset(
            number
            for stretch in marked(text)
            for number in range(bisect_left(self._starts, stretch.start), bisect_left(self._starts, stretch.end))
        )

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words of which at least half lies in one of the spans."""
        return frozenset(number for span in spans for number in self._inside(span))

    def _inside(self, span: Span) -> Iterable[int]:
        first = max(0, bisect_left(self._starts, span.start) - 1)
        for number in range(first, bisect_left(self._starts, span.end)):
            word = self.spans[number]
            if 2 * (min(word.end, span.end) - max(word.start, span.start)) >= len(word):
                yield number

    def kind(self, numbers: frozenset[int]) -> QuoteKind:
        """Say how many of some words stand between quotation marks: direct = all, indirect = none, mixed = some."""
        inside = len(numbers & self._marked)
        if not inside:
            return "indirect"
        return "direct" if inside == len(numbers) else "mixed"
