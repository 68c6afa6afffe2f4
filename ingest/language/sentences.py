"""Which sentence a word belongs to, roughly: enough to say "same sentence" and "the sentence before"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.ingest.language.shapes import LOWER, MARK

if TYPE_CHECKING:
    from onrecord.ingest.language.windows import Chunk

_ENDS = frozenset(".!?")
# After these a full stop does not end a sentence: titles, months and the like, as news style abbreviates them.
_ABBREVIATED = frozenset(
    "mr mrs ms dr gen col lt sgt capt cmdr maj adm sen rep gov rev hon prof st sr jr vs no jan feb mar apr aug sept "
    "sep oct nov dec inc corp co ltd u.s u.k d.c".split()
)


def sentence_numbers(text: str, chunk: Chunk) -> list[int]:
    """The number of the sentence, within the chunk, of every word. Closing marks belong to the sentence they close."""
    numbers: list[int] = []
    number, ended = 0, False
    previous = ""
    for (start, end), shape, mark in zip(chunk.words, chunk.shapes, chunk.marks, strict=True):
        word = text[start:end]
        if ended and word not in _ENDS and not (mark == MARK and not _opens(text, start)):
            if shape != LOWER:
                number += 1
            ended = False
        numbers.append(number)
        if word in _ENDS:
            ended = ended or not _is_abbreviation(previous)
        elif mark != MARK:
            previous = word
    return numbers


def _is_abbreviation(word: str) -> bool:
    return word.casefold() in _ABBREVIATED or (len(word) == 1 and word.isupper())


def _opens(text: str, at: int) -> bool:
    """True for a mark with a blank before it, or at the very start."""
    return at == 0 or text[at - 1].isspace()
