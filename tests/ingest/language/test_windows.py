"""Windows: everything is read, in pieces that fit."""

from __future__ import annotations

from onrecord.ingest.language.windows import WINDOW, chunks_of, pack
from onrecord.ingest.language.wordpieces import WordPieces
from onrecord.ingest.spans import Span

WORDPIECES = WordPieces(("[UNK]", "[CLS]", "[SEP]", "word", "."))


def test_windows_hold_at_most_their_room_and_lose_no_word() -> None:
    """Paragraphs of every length are packed in order, none twice, none left out."""
    text = "\n".join("word " * count for count in (3, 120, 200, 249, 250, 251, 900, 1))
    spans = [Span(start, start + len(line)) for start, line in _lines(text)]
    chunks = [chunk for number, span in enumerate(spans) for chunk in chunks_of(text, number, span, WORDPIECES)]
    windows = list(pack(chunks, WORDPIECES))
    assert all(len(window.pieces) <= WINDOW for window in windows)
    assert all(len(window.pieces) == len(window.marks) == len(window.shapes) for window in windows)
    words = [bounds for window in windows for chunk in window.chunks for bounds in chunk.words]
    assert words == [(start, end) for span in spans for start, end, _ in WORDPIECES.words(text, span.start, span.end)]


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    """The last full stop in the second half of the room ends the chunk."""
    text = "word " * 180 + "word. " + "word " * 200
    first, *_ = chunks_of(text, 0, Span(0, len(text)), WORDPIECES)
    assert len(first.words) == 182


def test_heads_point_at_first_pieces() -> None:
    """For every word the window says where its first piece stands."""
    text = "word word.\nword"
    chunks = [*chunks_of(text, 0, Span(0, 10), WORDPIECES), *chunks_of(text, 1, Span(11, 15), WORDPIECES)]
    (window,) = pack(chunks, WORDPIECES)
    assert window.heads == [1, 2, 3, 5]
    assert [window.pieces[head] for head in window.heads] == [3, 3, 4, 3]


def test_a_paragraph_without_a_word_gives_no_chunk() -> None:
    """Blank paragraphs cannot be, but would do no harm."""
    assert not list(chunks_of("   ", 0, Span(0, 3), WORDPIECES))


def _lines(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found
