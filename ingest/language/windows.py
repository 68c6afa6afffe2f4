"""From paragraphs to what the encoder takes in: windows of at most 256 word pieces, packed from whole paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.ingest.language.shapes import NO_MARK, NO_WORD, OUTSIDE, SIGN, mark_features, quoted_stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.ingest.language.wordpieces import Word, WordPieces
    from onrecord.ingest.records import Paragraph
    from onrecord.ingest.spans import Span

WINDOW = 256  # word pieces with [CLS] and [SEP]; what the weights were trained with
LONGEST_CHUNK = 250  # a longer paragraph is read in parts

_ENDS = frozenset(".!?")
_CLOSES = frozenset('"\u201d')


@dataclass(frozen=True, slots=True)
class Chunk:
    """A paragraph, or a part of one that is too long for a window.

    ``words``: bounds in the settled text. ``shapes``, ``marks``: one a word. ``pieces``: one tuple a word.
    ``paragraph``: which paragraph it is a part of, counted among those read.
    """

    paragraph: int
    words: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """What is read in one go. The lists run parallel, one entry a piece.

    ``heads``: for every word of every chunk, in order, the place of its first piece.
    """

    chunks: tuple[Chunk, ...]
    pieces: list[int]
    marks: list[int]
    shapes: list[int]
    heads: list[int]


def windows_of(text: str, paragraphs: Iterable[Paragraph], wordpieces: WordPieces) -> Iterator[Window]:
    """The windows of an article, from its settled text and its paragraphs, those that are not read left out."""
    chunks = (
        chunk
        for paragraph in paragraphs
        if paragraph.is_read
        for chunk in chunks_of(text, paragraph.ordinal, paragraph.span, wordpieces)
    )
    return pack(chunks, wordpieces)


def chunks_of(text: str, paragraph: int, span: Span, wordpieces: WordPieces) -> Iterator[Chunk]:
    """The paragraph cut into words, in as few chunks as fit a window (nearly always one; none without a word)."""
    found = wordpieces.words(text, span.start, span.end)
    quoted = quoted_stretches(text, span.start, span.end)
    marks = mark_features(text, [(start, end) for start, end, _ in found], quoted)
    for first, last in _cuts([word for _, _, word in found], [text[start:end] for start, end, _ in found]):
        part = found[first:last]
        yield Chunk(
            paragraph=paragraph,
            words=tuple((start, end) for start, end, _ in part),
            pieces=tuple(word.pieces for _, _, word in part),
            shapes=tuple(word.shape for _, _, word in part),
            marks=tuple(marks[first:last]),
        )


def pack(chunks: Iterable[Chunk], wordpieces: WordPieces, first_room: int = WINDOW) -> Iterator[Window]:
    """Windows of consecutive chunks, each as full as it gets: [CLS] chunk [SEP] chunk [SEP] ...

    A chunk that stands wholly in quotation marks stays with the one before it, which may say whose words they are.
    ``first_room``: pieces for the first window; training varies it, so that windows begin at other places each time.
    """
    waiting: list[Chunk] = []
    room = first_room
    for chunk in chunks:
        if waiting and 1 + _length(*waiting, chunk) > room:
            kept = waiting[-1:] if len(waiting) > 1 and _is_quoted(chunk) else []
            if 1 + _length(*kept, chunk) > WINDOW:
                kept = []
            yield _window(tuple(waiting[: len(waiting) - len(kept)]), wordpieces)
            waiting, room = kept, WINDOW
        waiting.append(chunk)
    if waiting:
        yield _window(tuple(waiting), wordpieces)


def _length(*chunks: Chunk) -> int:
    """The pieces of chunks, each with the [SEP] behind it."""
    return sum(1 + sum(len(pieces) for pieces in chunk.pieces) for chunk in chunks)


def _is_quoted(chunk: Chunk) -> bool:
    """True where every word stands in quotation marks."""
    return all(mark != OUTSIDE or shape == SIGN for mark, shape in zip(chunk.marks, chunk.shapes, strict=True))


def _window(chunks: tuple[Chunk, ...], wordpieces: WordPieces) -> Window:
    pieces, marks, shapes = [wordpieces.classify], [NO_MARK], [NO_WORD]
    heads: list[int] = []
    for chunk in chunks:
        for word, shape, mark in zip(chunk.pieces, chunk.shapes, chunk.marks, strict=True):
            heads.append(len(pieces))
            pieces.extend(word)
            shapes.extend([shape] * len(word))
            marks.extend([mark] * len(word))
        pieces.append(wordpieces.separate)
        shapes.append(NO_WORD)
        marks.append(NO_MARK)
    return Window(chunks, pieces, marks, shapes, heads)


def _cuts(words: list[Word], written: list[str]) -> Iterator[tuple[int, int]]:
    """Bounds of chunks, in words: after the last sentence end of the room's second half, else where the room ends."""
    first = 0
    while first < len(words):
        length, last = 0, first
        while last < len(words) and length + len(words[last].pieces) <= LONGEST_CHUNK:
            length += len(words[last].pieces)
            last += 1
        last = max(last, first + 1)  # a word of more than a window's pieces cannot be, but must not hang
        if last < len(words):
            middle = first + (last - first) // 2
            last = next((at for at in range(last, middle, -1) if _ends_sentence(written, at)), last)
        yield first, last
        first = last


def _ends_sentence(written: list[str], at: int) -> bool:
    """True where a sentence ends before word ``at``, a closing mark included."""
    before = written[at - 1]
    return before in _ENDS or (before in _CLOSES and at >= 2 and written[at - 2] in _ENDS)
