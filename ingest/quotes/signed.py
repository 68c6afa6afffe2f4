"""A quotation with its speaker signed behind a dash: "We need more trees." - Ada Roe, councillor."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.ingest.quotes.sources import said_by, without
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.language.reading import Name
    from onrecord.ingest.quotes.pieces import Piece

SPEAKING = frozenset({"person", "organisation", "group"})  # types of names that sign
LONGEST = 12  # words of a signature: a name and what the person is
LONGEST_LINE = 300  # characters behind the quotation: more is no signature
# A dash, blanks, and the signature up to the end of the paragraph.
_SIGNATURE = re.compile(r"\s*(?:[–—―]|--?)\s*(?P<signed>[^\W\d_].*?)[\s.]*", re.DOTALL)
_TELLS = re.compile(r"[\"“”‘!?:;]|[a-z]{3}\. |[–—-]$")  # marks, more than one sentence, dashes on both sides
# Behind the name: nothing, a description behind a comma, a bracket, or a place.
_GOES_ON = re.compile(r"\s*(?:$|,\s|\(|(?:of|from|in|at)\s)")


def with_signatures(text: str, read: Sequence[Span], names: Sequence[Name], pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that somebody signed are by whoever signed them.

    In: the settled text, the paragraphs read, the names in them, and the pieces in text order.
    Out: the same pieces. One in marks that opens its paragraph and is followed by nothing but a dash and a mention or a
    name (", councillor" may follow) has that for its likeliest source, and so has one that fills its paragraph where
    the next is such a dash and name.
    Unsure: where the words behind the dash begin with no mention or name, nobody outside the paragraph is the source.
    The piece stays as it was where they are more than LONGEST, have marks of their own or hold the cue of the quote
    ("- Roe told reporters").
    """
    return [_signed(text, read, names, piece) for piece in pieces]


def _signed(text: str, read: Sequence[Span], names: Sequence[Name], piece: Piece) -> Piece:
    signature = signature_of(text, read, piece)
    if signature is None or any(signature.covers(cue.span) and _is_word(text, cue.span) for cue in piece.cues[:1]):
        return piece
    silent = {name.span for name in names if name.type not in SPEAKING}
    spans = (*(one.span for one in piece.sources), *(name.span for name in names))
    signed = next((span for span in spans if span not in silent and _signs(text, span, signature)), None)
    piece = replace(piece, cues=tuple(cue for cue in piece.cues if piece.paragraph.covers(cue.span)))
    if signed is None:
        return without(piece, lambda span: not piece.paragraph.covers(span))
    return said_by(piece, signed)


def signature_of(text: str, read: Sequence[Span], piece: Piece) -> Span | None:
    """What stands behind the dash that follows a piece, to the end of the paragraph or of the next; None without."""
    if piece.marked is None or text[piece.paragraph.start : piece.span.start].strip():
        return None
    start, end = piece.span.end, piece.paragraph.end
    if not text[start:end].strip():
        after = bisect_left(read, piece.paragraph) + 1
        if after == len(read):
            return None
        start, end = read[after].start, read[after].end
    if end - start > LONGEST_LINE:
        return None
    match = _SIGNATURE.fullmatch(text, start, end)
    if match is None or len(match["signed"].split()) > LONGEST or _TELLS.search(match["signed"]):
        return None
    return Span(*match.span("signed"))


def _signs(text: str, span: Span, signature: Span) -> bool:
    return (
        span.start == signature.start
        and span.end <= signature.end
        and _GOES_ON.match(text[span.end : signature.end]) is not None
    )


def _is_word(text: str, span: Span) -> bool:
    return any(letter.isalpha() for letter in span.of(text))
