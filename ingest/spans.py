"""Spans: pairs of offsets into an article's settled text, and the few questions asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of text, ordered by start, then end.

    Offsets: Unicode code points into the settled text, ``0 <= start < end``.
    Errors: ValueError for an empty or backward stretch, which no rule may produce.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """True where ``other`` lies wholly inside this span (equal spans cover each other)."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """True where the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of ``spans`` (at least one is needed)."""
    together = tuple(spans)
    return Span(min(s.start for s in together), max(s.end for s in together))
