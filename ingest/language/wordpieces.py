"""Words and word pieces: the tokeniser of BERT (uncased), with the place in the text that every word came from.

Written out here because the usual library for it brings a network client and a dozen packages along. A news text says
the same words again and again, so what stands between two spaces is cut up once and remembered.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.ingest.language.shapes import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN = "[UNK]"
CLASSIFY = "[CLS]"
SEPARATE = "[SEP]"
LONGEST_WORD = 100  # a longer one is unknown as a whole, as in BERT
REMEMBERED = 200_000  # blank-free stretches kept; a long run over many articles starts afresh beyond that

_STRETCH = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or punctuation mark: where it stands in its stretch, its pieces, its shape (see ``shapes``)."""

    start: int
    end: int
    pieces: tuple[int, ...]
    shape: int


class WordPieces:
    """The tokeniser. ``vocabulary``: the pieces, one a line, their number being their line."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers[UNKNOWN]
        self.classify = self._numbers[CLASSIFY]
        self.separate = self._numbers[SEPARATE]
        self._known: dict[str, tuple[Word, ...]] = {}

    def words(self, text: str, start: int, end: int) -> list[tuple[int, int, Word]]:
        """The words of one paragraph.

        In: the settled text and the paragraph's bounds in it.
        Out: ``(start, end, word)`` for each, in text order.
        Offsets: code points into the settled text.
        Source: Devlin and others, BERT (NAACL 2019), and its reference tokeniser (basic, then greedy longest piece).
        """
        found: list[tuple[int, int, Word]] = []
        for stretch in _STRETCH.finditer(text, start, end):
            written, at = stretch.group(), stretch.start()
            words = self._known.get(written)
            if words is None:
                words = self._cut(written)
            found.extend((at + word.start, at + word.end, word) for word in words)
        return found

    def _cut(self, stretch: str) -> tuple[Word, ...]:
        """The words of a stretch without blanks."""
        words = tuple(
            Word(start, end, pieces, shape_of(stretch[start:end]))
            for start, end in _word_bounds(stretch)
            if (pieces := self._pieces(_plain(stretch[start:end])))
        )
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known[stretch] = words
        return words

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The longest known pieces from the left; unknown as a whole where one letter is."""
        if len(word) > LONGEST_WORD:
            return (self._unknown,)
        found: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._numbers.get(word[start:end] if start == 0 else "##" + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return (self._unknown,)
        return tuple(found)


def _word_bounds(stretch: str) -> list[tuple[int, int]]:
    """Where a stretch falls apart: every punctuation mark and every Chinese character stands alone."""
    if stretch.isalnum() and stretch.isascii():
        return [(0, len(stretch))]
    bounds: list[tuple[int, int]] = []
    begun: int | None = None
    for place, character in enumerate(stretch):
        if _stands_alone(character):
            if begun is not None:
                bounds.append((begun, place))
                begun = None
            bounds.append((place, place + 1))
        elif begun is None:
            begun = place
    if begun is not None:
        bounds.append((begun, len(stretch)))
    return bounds


def _stands_alone(character: str) -> bool:
    """True for punctuation (every ASCII sign counts as such) and for Chinese characters."""
    if character.isascii():
        return not character.isalnum() and character.isprintable()
    point = ord(character)
    if (
        0x4E00 <= point <= 0x9FFF
        or 0x3400 <= point <= 0x4DBF
        or 0xF900 <= point <= 0xFAFF
        or 0x20000 <= point <= 0x2FA1F
    ):
        return True
    return unicodedata.category(character).startswith("P")


def _plain(word: str) -> str:
    """Lower case without accents, control characters and what could not be decoded."""
    if word.isascii() and word.isprintable():
        return word.lower()
    kept = (c for c in word if c != "\ufffd" and unicodedata.category(c) not in {"Cc", "Cf"})
    apart = unicodedata.normalize("NFD", "".join(kept).lower())
    return "".join(c for c in apart if unicodedata.category(c) != "Mn")
