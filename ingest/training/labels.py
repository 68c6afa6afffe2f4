"""From labelled spans to what the network is to say about every word."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.ingest.language.windows import chunks_of
from onrecord.ingest.spans import Span
from onrecord.ingest.training.conventions import NAME_TYPES, NO_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.language.windows import Chunk
    from onrecord.ingest.language.wordpieces import WordPieces
    from onrecord.ingest.training.articles import Labelled
    from onrecord.ingest.training.conventions import Convention

IGNORED = -100
OUTSIDE, BEGINS, GOES_ON = range(3)


@dataclass(frozen=True, slots=True)
class Labels:
    """What is right for the words of one chunk, one entry a word.

    ``roles``: content, source and cue, each OUTSIDE, BEGINS, GOES_ON or IGNORED. ``attributions``: number of the
    attribution whose content, source and cue the word is in, 0 for none. ``names``: one bit for every tag that may be
    right (bit 0 no name, then begins and goes on of each type); 0 where nothing is known.
    """

    roles: tuple[tuple[int, int, int], ...]
    attributions: tuple[tuple[int, int, int], ...]
    names: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One article ready for training: its chunks, and the labels of each by the place where it starts."""

    chunks: tuple[Chunk, ...]
    labels: dict[int, Labels]
    has_quotes: bool


def example_of(article: Labelled, convention: Convention, wordpieces: WordPieces) -> Example:
    """Cut an article into chunks and label their words."""
    chunks = tuple(
        chunk
        for paragraph in article.paragraphs
        for chunk in chunks_of(article.text, paragraph.ordinal, paragraph.span, wordpieces)
    )
    roles = _Roles(article)
    names = _Names(article, convention)
    labels = {
        chunk.words[0][0]: Labels(
            roles=tuple(roles.tags([start for start, _ in chunk.words])),
            attributions=tuple(roles.attributions(start) for start, _ in chunk.words),
            names=tuple(names.bits(start) for start, _ in chunk.words),
        )
        for chunk in chunks
    }
    return Example(chunks, labels, article.attributions is not None)


class _Roles:
    """Contents, sources and cues painted onto the characters of a text; of two that overlap the later one counts."""

    def __init__(self, article: Labelled) -> None:
        size = len(article.text) + 1
        self._attribution = [[0] * size for _ in range(3)]
        self._span = [[0] * size for _ in range(3)]
        self._skipped = bytearray(size)
        count = 0
        for number, attribution in enumerate(article.attributions or (), start=1):
            for role, spans in enumerate((attribution.content, attribution.source, attribution.cue)):
                for span in spans:
                    count += 1
                    self._attribution[role][span.start : span.end] = [number] * len(span)
                    self._span[role][span.start : span.end] = [count] * len(span)
        for span in article.discard if article.attributions is not None else (_whole(article),):
            self._skipped[span.start : span.end] = b"\x01" * len(span)

    def tags(self, starts: Sequence[int]) -> list[tuple[int, int, int]]:
        """The tag of every word of one chunk, given where the words start."""
        before = [0, 0, 0]
        found: list[tuple[int, int, int]] = []
        for start in starts:
            here = [spans[start] for spans in self._span]
            tags = [
                OUTSIDE if not now else GOES_ON if now == last else BEGINS
                for now, last in zip(here, before, strict=True)
            ]
            before = here
            content, source, cue = (IGNORED, IGNORED, IGNORED) if self._skipped[start] else tags
            found.append((content, source, cue))
        return found

    def attributions(self, start: int) -> tuple[int, int, int]:
        """The attributions a word is in, as content, source and cue."""
        content, source, cue = (numbers[start] for numbers in self._attribution)
        return content, source, cue


class _Names:
    """The names of a text, asked word by word, in text order."""

    def __init__(self, article: Labelled, convention: Convention) -> None:
        self._labelled = article.names is not None
        self._names = article.names or ()
        self._starts = [span.start for span, _ in self._names]
        self._allowed = [convention.allowed(kind) for _, kind in self._names]
        self._unmarked = _bit_of(NO_NAME, begins=True) | sum(
            _bit_of(kind, begins=begins) for kind in convention.open for begins in (True, False)
        )
        self._begun: set[int] = set()

    def bits(self, start: int) -> int:
        """Every tag that may be right for the word that starts here."""
        if not self._labelled:
            return 0
        place = bisect_right(self._starts, start) - 1
        if place < 0 or start >= self._names[place][0].end:
            return self._unmarked
        begins = place not in self._begun
        self._begun.add(place)
        return sum(_bit_of(kind, begins=begins) for kind in self._allowed[place])


def _bit_of(kind: str, *, begins: bool) -> int:
    if kind == NO_NAME:
        return 1
    return (1 if begins else 2) << (1 + 2 * NAME_TYPES.index(kind))


def _whole(article: Labelled) -> Span:
    """All of the text."""
    return Span(0, len(article.text))
