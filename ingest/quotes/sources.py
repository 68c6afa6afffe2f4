"""Who may have said something, told anew by a rule: shares of probability that still add up to 1."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from onrecord.ingest.language.reading import Candidate, Content
from onrecord.ingest.quotes.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.ingest.spans import Span

Said = TypeVar("Said", Content, Piece)

SURE = 0.9  # what a rule gives the source that it names; the reader may be surer


def said_by(said: Said, source: Span) -> Said:
    """What is said, with ``source`` likeliest: at least as likely as SURE, the others in proportion."""
    before = next((one.score for one in said.sources if one.span == source), 0.0)
    score = max(SURE, before)
    left = (1 - score) / (1 - before) if before < 1 else 0.0
    others: tuple[Candidate, ...] = tuple(
        replace(one, score=one.score * left) for one in said.sources if one.span != source
    )
    return replace(said, sources=(Candidate(source, score), *others), no_source=said.no_source * left)


def without(said: Said, is_none: Callable[[Span], bool]) -> Said:
    """What is said, without the sources of which that is true; nobody gets what they weighed."""
    kept = tuple(one for one in said.sources if not is_none(one.span))
    lost = sum(one.score for one in said.sources) - sum(one.score for one in kept)
    return replace(said, sources=kept, no_source=min(1.0, said.no_source + max(0.0, lost)))
