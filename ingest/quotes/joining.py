"""Pieces that are one quote: split by "she said" or by their cue, or running over paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.quotes.marks import Marked
    from onrecord.ingest.quotes.pieces import Piece

_SENTENCE_ENDS = re.compile(r"[.!?](?=[\s\"”’']|$)")
LONGEST_GAP = 160  # characters between two pieces of one sentence
SURE_CUE = 0.5  # probability of a cue that two pieces share


def joined(text: str, marked: Sequence[Marked], pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """Pieces that belong together, in text order.

    In: the settled text, its quotation marks, and pieces in text order.
    Out: groups of one piece or more. Two pieces are one quote where the second goes on with the first's sentence
    behind "she said", where both lean on the same cue ("The troops are reported to have left"), and where the marks
    say that a quotation was not closed at the end of its paragraph.
    Unsure: two quotes. A second speaker named between the pieces ('"A," she said, and he added: "B"') makes two.
    Source: AP Stylebook, "quotation marks": running quotations, interrupted quotations.
    """
    groups: list[list[Piece]] = []
    for piece in pieces:
        last = groups[-1][-1] if groups else None
        if last and (_goes_on(text, last, piece) or _shares_cue(text, last, piece) or _runs_on(marked, last, piece)):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [tuple(group) for group in groups]


def _goes_on(text: str, before: Piece, piece: Piece) -> bool:
    """True for '"A," she said, "B"': both in marks of their own, one sentence, and no other speaker for the second."""
    if before.marked is None or piece.marked is None or before.marked == piece.marked:
        return False
    if before.paragraph != piece.paragraph or piece.span.start - before.span.end > LONGEST_GAP:
        return False
    between = text[before.span.end : piece.span.start]
    said = text[before.span.start : before.span.end].rstrip("\"”’' \u00a0")
    if said.endswith((".", "!", "?")) or _SENTENCE_ENDS.search(between):
        return False
    if _has_own_speaker(text, before, piece) or _has_own_cue(before, piece):
        return False
    return any(
        source.span.start >= before.span.end and source.span.end <= piece.span.start
        for source in (*before.sources[:1], *piece.sources[:1])
    )


def _has_own_speaker(text: str, before: Piece, piece: Piece) -> bool:
    """True where another than the first speaker is likeliest for the second piece, and likelier than nobody.

    Only a mention between the pieces or directly behind the second counts, with its cue or without.
    """
    first, own = before.sources[:1], piece.sources[:1]
    if not first or not own or first[0].span == own[0].span or own[0].score <= piece.no_source:
        return False
    at = own[0].span
    if at.start < piece.span.start:
        return before.span.end <= at.start
    behind = [one.span.start for one in (*own, *piece.cues[:1]) if one.span.start >= piece.span.end]
    return at.start >= piece.span.end and not text[piece.span.end : min(behind)].strip()


def _has_own_cue(before: Piece, piece: Piece) -> bool:
    """True where nobody is likelier for the second piece than anybody, and another cue between them introduces it."""
    if not before.cues or not piece.cues or any(one.score > piece.no_source for one in piece.sources[:1]):
        return False
    cues = before.cues[0].span, piece.cues[0].span
    return cues[0] != cues[1] and before.span.end <= cues[1].start < piece.span.start


def _shares_cue(text: str, before: Piece, piece: Piece) -> bool:
    """True where the same cue introduces both, in one sentence: its subject before, the rest behind."""
    if not before.cues or not piece.cues or before.paragraph != piece.paragraph:
        return False
    cues = before.cues[0], piece.cues[0]
    return (
        cues[0].span == cues[1].span
        and min(cue.score for cue in cues) >= SURE_CUE
        and before.span.end <= cues[0].span.start < piece.span.start
        and _SENTENCE_ENDS.search(text[before.span.end : piece.span.start]) is None
        and before.marked is None
        and piece.marked is None
    )


def _runs_on(marked: Sequence[Marked], before: Piece, piece: Piece) -> bool:
    """True where the second piece's marks carry on those of the first."""
    return (
        piece.marked is not None
        and before.marked is not None
        and before.marked != piece.marked
        and not piece.is_turn
        and marked[piece.marked].continues == before.marked
    )
