"""A quote with nobody beside it: the paragraph before announces it, or it goes on from an earlier quote."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.ingest.quotes.signed import signature_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.quotes.speakers import Decided
    from onrecord.ingest.spans import Span


def announced(text: str, read: Sequence[Span], quote: Decided) -> Decided:
    """The quote with the source and the cue that announce it ("The club said in a statement:"), where they do.

    In: the settled text, the paragraphs read in order, and a quote.
    Out: where it has no source, stands in quotation marks that fill its first paragraph, and the paragraph before ends
    with a colon, the likeliest source and cue that the reader sees in that paragraph; else the quote as it was.
    Unsure: a paragraph in which the reader sees no source or no cue announces nothing.
    Source: PolNeAR (Newell, Margolin and Ruths, LREC 2018), whose annotators take the source there.
    """
    first = quote.pieces[0]
    place = bisect_left(read, first.paragraph)
    fills = first.marked is not None and first.span.of(text) == first.paragraph.of(text).strip()
    if quote.source is not None or not fills or place == 0:
        return quote
    before = read[place - 1]
    if not before.of(text).rstrip().endswith(":"):
        return quote
    source = next((one.span for one in first.sources if before.covers(one.span)), None)
    cue = next((one.span for one in first.cues if before.covers(one.span)), None)
    return replace(quote, source=source, cue=cue) if source and cue else quote


def continued(text: str, read: Sequence[Span], quotes: Sequence[Decided]) -> list[int | None]:
    """For every quote the index of the one it goes on from, or None.

    In: the settled text, the paragraphs read, and the quotes in text order.
    Out: a quote goes on from the one before where its paragraph names no source, it stands wholly in quotation marks
    and opens its paragraph (or follows the earlier quote in it), and the earlier one, wholly in marks too, closes the
    paragraph before and has a source, or goes on itself. If the reader points at somebody farther off, that must be
    whom the earlier quote is by. What somebody signed behind a dash goes on from nothing.
    Unsure: None, which leaves the quote without a speaker: a wrong name does more harm than none.
    Source: AP Stylebook, "quotation marks": a speaker is not named again in the next paragraph of the same speech.
    """
    order = {paragraph.start: place for place, paragraph in enumerate(read)}
    found: list[int | None] = []
    for place, quote in enumerate(quotes):
        earlier = place - 1
        goes_on = (
            place > 0
            and quote.own_source is None
            and _in_marks(quote)
            and _in_marks(quotes[earlier])
            and (quotes[earlier].source is not None or found[earlier] is not None)
            and quote.source in {None, quotes[earlier].source}
            and signature_of(text, read, quote.pieces[-1]) is None
            and not _has_own_cue(quotes[earlier], quote)
            and _follows(text, order, quotes[earlier], quote)
        )
        found.append(earlier if goes_on else None)
    return found


def _has_own_cue(earlier: Decided, quote: Decided) -> bool:
    """True where other words than those of the earlier quote introduce this one, in its paragraph, with no speaker."""
    first = quote.pieces[0]
    between = quote.cue is not None and first.paragraph.start <= quote.cue.start < first.span.start
    return between and quote.cue != earlier.cue


def _in_marks(quote: Decided) -> bool:
    return all(piece.marked is not None for piece in quote.pieces)


def _follows(text: str, order: dict[int, int], earlier: Decided, quote: Decided) -> bool:
    """True where nothing is told between the two but who said the first."""
    last, first = earlier.pieces[-1], quote.pieces[0]
    if last.paragraph == first.paragraph:
        between = text[last.span.end : first.span.start]
        return not between.strip() or (earlier.source is not None and _names_speaker(text, earlier, first.span.start))
    if order[first.paragraph.start] != order[last.paragraph.start] + 1:
        return False
    opens = not text[first.paragraph.start : first.span.start].strip()
    closes = not text[last.span.end : last.paragraph.end].strip() or (
        earlier.source is not None and _names_speaker(text, earlier, last.paragraph.end)
    )
    return opens and closes


def _names_speaker(text: str, earlier: Decided, end: int) -> bool:
    """True where the rest up to ``end`` is one short sentence that names the earlier quote's source."""
    start = earlier.pieces[-1].span.end
    rest = text[start:end].strip().rstrip(".")
    inside = earlier.source is not None and start <= earlier.source.start and earlier.source.end <= end
    return inside and len(rest.split()) <= 25 and not any(mark in rest for mark in ".!?")
