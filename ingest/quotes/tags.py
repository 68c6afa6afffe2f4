"""A second speaker behind the second quotation of a sentence ('"A," said Roe; "B," said Doe')."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.ingest.quotes.sources import said_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.language.reading import Candidate
    from onrecord.ingest.quotes.pieces import Piece

_SENTENCE_ENDS = re.compile(r"[.!?](?=[\s\"”’']|$)")


def with_tags(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces whose speaker is taken already get the one who stands directly behind them.

    In: the settled text and the pieces in text order.
    Out: the same pieces. In one sentence of two quotations, where the speaker of the first stands between them and is
    taken for the speaker of the second too, while a mention and a cue that the reader knows follow directly on the
    second ("said Doe", "Doe said"), that mention becomes its likeliest source.
    Unsure: the piece stays as it was: with words between, or with a mention or a cue alone.
    """
    found = list(pieces[:1])
    for before, piece in pairwise(pieces):
        tag = _tag(text, piece) if _is_taken(text, before, piece) else None
        found.append(piece if tag is None else _by(piece, *tag))
    return found


def _is_taken(text: str, before: Piece, piece: Piece) -> bool:
    """True where the second piece's speaker stands between the two and is the first's."""
    if before.marked is None or piece.marked is None or before.marked == piece.marked:
        return False
    first, second = before.sources[:1], piece.sources[:1]
    return (
        bool(first and second)
        and first[0].span == second[0].span
        and before.span.end <= first[0].span.start < piece.span.start
        and _SENTENCE_ENDS.search(text, before.span.end, piece.span.start) is None
    )


def _tag(text: str, piece: Piece) -> tuple[Candidate, Candidate] | None:
    """The mention and the cue directly behind a piece, in either order."""
    for source in piece.sources:
        for cue in piece.cues:
            first, last = sorted((source.span, cue.span))
            if first.start >= piece.span.end and not (
                text[piece.span.end : first.start].strip() or text[first.end : last.start].strip()
            ):
                return source, cue
    return None


def _by(piece: Piece, source: Candidate, cue: Candidate) -> Piece:
    cues = (cue, *(one for one in piece.cues if one.span != cue.span))
    return said_by(replace(piece, cues=cues), source.span)
