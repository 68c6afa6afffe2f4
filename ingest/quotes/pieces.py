"""Pieces of quotes: the contents the reader sees, their edges brought to the quotation marks beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.ingest.quotes.emphasis import without_loose
from onrecord.ingest.spans import Span, hull

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.ingest.language.reading import Candidate, Content
    from onrecord.ingest.quotes.marks import Marked
    from onrecord.ingest.quotes.transcripts import Turn

# A content that holds this share of the words between two marks is what stands between them.
ENOUGH_OF_MARKED = 0.5
_EDGES = " \t\r\n\u00a0,;:–—"
_WORD = re.compile(r"\w+(?:['’.&-]\w+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """One contiguous piece of what is said, inside one paragraph.

    ``score``: probability that it is said at all. ``sources``, ``no_source``: who may have said it, adding up to 1.
    ``marked``: index of the outermost quotation marks that hold all of it, or None. ``is_turn``: a label before it says
    who speaks.
    """

    span: Span
    paragraph: Span
    score: float
    sources: tuple[Candidate, ...]
    no_source: float
    cues: tuple[Candidate, ...]
    marked: int | None
    is_turn: bool = False


def pieces_of(
    text: str,
    read: Sequence[Span],
    marked: Sequence[Marked],
    contents: Iterable[Content],
    turns: Sequence[Turn],
) -> list[Piece]:
    """Contents as pieces, none overlapping another, in text order.

    In: the settled text, the spans of the paragraphs read, their quotation marks, the reader's contents, and the turns
    of a transcript, which come before what the reader sees in the same place.
    """
    outer = [(place, mark) for place, mark in enumerate(marked) if mark.depth == 0]
    found = [_turn_piece(turn, outer) for turn in turns]
    for content in contents:
        paragraph = _paragraph(read, content.span)
        span, holder = _to_marks(text, outer, _trimmed(text, _to_bracket(text, paragraph, content.span)))
        piece = Piece(span, paragraph, content.score, content.sources, content.no_source, content.cues, holder)
        if not any(turn.said.meets(span) for turn in turns):
            found.append(piece)
    return _apart(sorted(found, key=lambda piece: (piece.span, -piece.score)))


def _turn_piece(turn: Turn, outer: Sequence[tuple[int, Marked]]) -> Piece:
    """A turn of a transcript: its label is the speaker, whatever else is named in it."""
    holder = next((place for place, mark in outer if mark.span.covers(turn.said)), None)
    return Piece(
        turn.said, turn.paragraph, turn.score, (turn.speaker,), 1 - turn.speaker.score, (), holder, is_turn=True
    )


def _to_marks(text: str, outer: Sequence[tuple[int, Marked]], span: Span) -> tuple[Span, int | None]:
    """The span with its edges at the marks where it nearly reaches them, and the marks that hold all of it."""
    for place, mark in outer:
        if not mark.span.meets(span):
            continue
        inside = (
            Span(max(span.start, mark.inner.start), min(span.end, mark.inner.end)) if mark.inner.meets(span) else None
        )
        if inside is None:
            continue
        share = _words(text, inside) / max(1, _words(text, mark.inner))
        if mark.span.covers(span):
            whole = share >= ENOUGH_OF_MARKED or _is_last_of(text, mark, span)
            return (mark.span if whole else span), place
        if share >= ENOUGH_OF_MARKED:
            span = hull((span, mark.span))
    return span, None


def _is_last_of(text: str, mark: Marked, span: Span) -> bool:
    """True for the last sentences of several between two marks: whoever said these said those before them."""
    return span.end >= mark.inner.end - 1 and text[mark.inner.start : span.start].rstrip().endswith((".", "!", "?"))


def _apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that do not overlap: those with the same bounds become one, of others the surer stays."""
    kept: list[Piece] = []
    for piece in pieces:
        if not kept or not kept[-1].span.meets(piece.span):
            kept.append(piece)
        elif kept[-1].span == piece.span:
            kept[-1] = replace(kept[-1], score=max(kept[-1].score, piece.score))
        elif piece.score > kept[-1].score:
            kept[-1] = piece
    return kept


def _to_bracket(text: str, paragraph: Span, span: Span) -> Span:
    """Up to a closing bracket whose opening one stands before the span: what is said inside brackets ends there."""
    if text.rfind("(", paragraph.start, span.start) <= text.rfind(")", paragraph.start, span.start):
        return span
    inside = int(text[span.start] == "(")
    for at in range(span.start + 1, span.end):
        inside += (text[at] == "(") - (text[at] == ")")
        if inside < 0:
            return Span(span.start, at)
    return span


def _trimmed(text: str, span: Span) -> Span:
    """Without blanks, commas, dashes and loose asterisks at the edges."""
    span = without_loose(text, span)
    start, end = span.start, span.end
    while end - start > 1 and text[start] in _EDGES:
        start += 1
    while end - start > 1 and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def _paragraph(read: Sequence[Span], span: Span) -> Span:
    return read[bisect_right([paragraph.start for paragraph in read], span.start) - 1]


def _words(text: str, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))
