"""Direct, mixed or indirect: decided by counting the words inside and outside quotation marks.

Source: the terms of Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News" (LREC 2018).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.ingest.quotes.marks import Marked
    from onrecord.ingest.records import QuoteKind
    from onrecord.ingest.spans import Span

# Letters and digits, joined by apostrophes, hyphens, full stops and ampersands: don't, U.S, AT&T, 3.5, twenty-one.
_WORD = re.compile(r"\w+(?:['’.&-]\w+)*")


def kind_of(text: str, spans: Iterable[Span], marked: Sequence[Marked]) -> QuoteKind:
    """Say how much of a quote stands between quotation marks: all its words, some, or none.

    In: the settled text, the quote's pieces, and ``quotation_marks`` of the same text, in its order.
    Out: direct = every word inside, indirect = none, mixed = some.
    Offsets: a word counts by its first character, so marks and punctuation at the edges make no difference.
    Unsure: pieces without a word are indirect.
    """
    outer = [mark.span for mark in marked if mark.depth == 0]
    starts = [span.start for span in outer]
    inside = outside = 0
    for span in spans:
        for word in _WORD.finditer(text, span.start, span.end):
            before = bisect_right(starts, word.start()) - 1
            if before >= 0 and word.start() < outer[before].end:
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
