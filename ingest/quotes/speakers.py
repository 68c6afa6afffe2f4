"""Who said a quote: the mention its pieces point to together, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.quotes.pieces import Piece
    from onrecord.ingest.spans import Span


@dataclass(frozen=True, slots=True)
class Decided:
    """A quote with its speaker decided. ``source``: None where nobody is likelier than any mention.

    ``probability``: that it is said, and by this speaker.
    """

    pieces: tuple[Piece, ...]
    source: Span | None
    cue: Span | None
    probability: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """The pieces' spans."""
        return tuple(piece.span for piece in self.pieces)

    @property
    def is_turn(self) -> bool:
        """True for what is said in a transcript: word for word, with marks or without."""
        return self.pieces[0].is_turn

    @property
    def own_source(self) -> Span | None:
        """The source, if it stands in a paragraph of the quote."""
        inside = self.source is not None and any(piece.paragraph.covers(self.source) for piece in self.pieces)
        return self.source if inside else None


def decided(group: Sequence[Piece]) -> Decided:
    """Decide who said the pieces of one quote: the mention with most probability over all that point at anybody."""
    likely: dict[Span | None, float] = {}
    # A paragraph of a long quotation has nobody beside it; that says nothing about who speaks.
    voters = [piece for piece in group if piece.sources and piece.sources[0].score > piece.no_source] or group
    for piece in voters:
        for candidate in piece.sources:
            likely[candidate.span] = likely.get(candidate.span, 0.0) + candidate.score / len(voters)
        likely[None] = likely.get(None, 0.0) + piece.no_source / len(voters)
    source, probability = max(likely.items(), key=lambda item: (item[1], item[0] is not None))
    score = sum(piece.score for piece in group) / len(group)
    return Decided(tuple(group), source, _cue(group), score * min(1.0, probability))


def _cue(group: Sequence[Piece]) -> Span | None:
    """The words that introduce the quote, by what its pieces point at."""
    cues = [cue for piece in group for cue in piece.cues]
    return max(cues, key=lambda cue: cue.score).span if cues else None
