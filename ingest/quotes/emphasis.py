"""Asterisks and underscores of Markdown at the edges of what is said."""

from __future__ import annotations

import re

from onrecord.ingest.spans import Span

_RUN = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")


def without_loose(text: str, span: Span) -> Span:
    """The span without a run of asterisks or underscores at its edge whose partner stands outside.

    In: the settled text and a span of it. Out: the span, shorter where an odd number of runs stands in it and one of
    them at its end, or else at its start.
    Unsure: runs inside, and pairs, stay; so does a span of nothing else.
    """
    runs = [match.span() for match in _RUN.finditer(text, span.start, span.end)]
    if len(runs) % 2 == 0:
        return span
    (first_start, first_end), (last_start, last_end) = runs[0], runs[-1]
    if last_end == span.end and last_start > span.start:
        return Span(span.start, last_start)
    if first_start == span.start and first_end < span.end:
        return Span(first_end, span.end)
    return span
