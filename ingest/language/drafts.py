"""What one window says, before anybody decides who said what.

Contents, mentions and cues are stretches of words here, each with the probabilities that the encoder gave.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.ingest.language.sentences import sentence_numbers
from onrecord.ingest.language.shapes import CAPITAL, INSIDE, LOWER, SIGN
from onrecord.ingest.language.tags import best_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from onrecord.ingest.language.encoder import Scores
    from onrecord.ingest.language.windows import Window

NO_BIAS = 0.0  # finding more contents, or fewer, gained nothing on held-out articles
SOURCE_BIAS = -1.5  # mentions are only candidates: rather one too many
POINTED = 0.15  # words around the likeliest source word belong to it down to this share of its probability
MARKED_WORDS = 3  # words in marks that make a stretch worth a thought although no content was seen there

_NEVER_LAST = frozenset("a an the of in on at by for from to with as about and or but".split())
_HE_SHE_THEY = frozenset({"he", "she", "they"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``first`` to ``last`` (exclusive) of a window, inside one chunk. ``tagged``: the tags say so."""

    first: int
    last: int
    tagged: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """One window's contents, mentions, cues and names, in words, with the window's words laid out flat.

    ``chunk``, ``sentence``, ``shape``, ``mark``: one entry a word; a sentence's number is unique in the window.
    ``role``: probability of content, source and cue for every word (words x 3). ``begins``: the same for their first
    words. ``to_source``, ``to_cue``: for every content, the probability of nobody, then of every word.
    ``names``: first, last, type, probability.
    """

    words: tuple[tuple[int, int], ...]
    chunk: NDArray[np.int64]
    sentence: NDArray[np.int64]
    shape: NDArray[np.int64]
    mark: NDArray[np.int64]
    role: NDArray[np.float32]
    begins: NDArray[np.float32]
    contents: tuple[Stretch, ...]
    mentions: tuple[Stretch, ...]
    cues: tuple[Stretch, ...]
    names: tuple[tuple[int, int, int, float], ...]
    to_source: NDArray[np.float32]
    to_cue: NDArray[np.float32]


def draft(text: str, window: Window, scores: Scores) -> Draft:
    """Lay out what the encoder says about a window.

    In: the settled text, the window and its scores.
    Out: a draft; its contents are what the tags say, and stretches in quotation marks that they do not reach.
    Offsets: words of the window.
    """
    words = tuple(bounds for chunk in window.chunks for bounds in chunk.words)
    roles = scores.roles.reshape(len(words), 3, 3)
    shape = np.array([shape for chunk in window.chunks for shape in chunk.shapes])
    mark = np.array([mark for chunk in window.chunks for mark in chunk.marks])
    bounds = list(_bounds(window))
    contents = _tagged(bounds, roles[:, 0], NO_BIAS)
    contents += _marked(bounds, mark == INSIDE, shape != SIGN, contents)
    contents.sort(key=lambda stretch: stretch.first)
    to_source, to_cue = (_pointed(scores.pointers[head], window.heads, contents) for head in (0, 1))
    mentions = _mentions(bounds, roles[:, 1], to_source, text, words, shape)
    names = _names(bounds, scores.names)
    known = {word for stretch in mentions for word in range(stretch.first, stretch.last)}
    mentions += [
        Stretch(first, last, tagged=False) for first, last, _, _ in names if known.isdisjoint(range(first, last))
    ]
    probability = np.exp(roles)
    return Draft(
        words=words,
        chunk=np.array([number for number, chunk in enumerate(window.chunks) for _ in chunk.words]),
        sentence=_sentences(text, window),
        shape=shape,
        mark=mark,
        role=1 - probability[:, :, 0],
        begins=probability[:, :, 1],
        contents=tuple(contents),
        mentions=tuple(sorted(mentions, key=lambda stretch: (stretch.first, stretch.last))),
        cues=tuple(_tagged(bounds, roles[:, 2], NO_BIAS)),
        names=names,
        to_source=to_source,
        to_cue=to_cue,
    )


def _bounds(window: Window) -> Iterator[tuple[int, int]]:
    first = 0
    for chunk in window.chunks:
        yield first, first + len(chunk.words)
        first += len(chunk.words)


def _tagged(bounds: list[tuple[int, int]], scores: NDArray[np.float32], bias: float) -> list[Stretch]:
    return [
        Stretch(first + start, first + end, tagged=True)
        for first, last in bounds
        for start, end, _ in best_spans(scores[first:last], bias)
    ]


def _names(bounds: list[tuple[int, int]], scores: NDArray[np.float32]) -> tuple[tuple[int, int, int, float], ...]:
    """Names by their tags; the probability is the least of their words'."""
    found: list[tuple[int, int, int, float]] = []
    for first, last in bounds:
        for start, end, kind in best_spans(scores[first:last]):
            of_type = np.logaddexp(
                scores[first + start : first + end, 2 * kind + 1], scores[first + start : first + end, 2 * kind + 2]
            )
            found.append((first + start, first + end, kind, float(np.exp(of_type.min()))))
    return tuple(found)


def _marked(
    bounds: list[tuple[int, int]], quoted: NDArray[np.bool_], is_word: NDArray[np.bool_], contents: list[Stretch]
) -> list[Stretch]:
    """Stretches in quotation marks that share no word with a content; the marks themselves stay outside."""
    free = quoted.copy()
    for content in contents:
        free[content.first : content.last] = False
    found: list[Stretch] = []
    for first, last in bounds:
        edges = np.flatnonzero(np.diff(np.concatenate(([0], quoted[first:last].astype(np.int8), [0]))))
        for start, end in (edges.reshape(-1, 2) + first).tolist():
            if free[start:end].all() and is_word[start:end].sum() >= MARKED_WORDS:
                found.append(Stretch(start, end, tagged=False))
    return found


def _pointed(pointers: NDArray[np.float32], heads: list[int], contents: list[Stretch]) -> NDArray[np.float32]:
    """For every content the mean of its words' probabilities: of nobody ([CLS]), then of every word."""
    columns = [0, *heads]
    found = np.zeros((len(contents), len(columns)), np.float32)
    for row, content in enumerate(contents):
        logits = pointers[heads[content.first : content.last]]
        likely = np.exp(logits - logits.max(axis=1, keepdims=True))
        found[row] = (likely / likely.sum(axis=1, keepdims=True)).mean(axis=0)[columns]
    return found


def _mentions(
    bounds: list[tuple[int, int]],
    scores: NDArray[np.float32],
    to_source: NDArray[np.float32],
    text: str,
    words: tuple[tuple[int, int], ...],
    shape: NDArray[np.int64],
) -> list[Stretch]:
    """Where a speaker may be named: tagged, pointed at, or a pronoun."""
    found = _tagged(bounds, scores, SOURCE_BIAS)
    taken = np.zeros(len(words), bool)
    for stretch in found:
        taken[stretch.first : stretch.last] = True
    for row in to_source[:, 1:]:
        best = int(row.argmax())
        if taken[best]:
            continue
        first, last = next((a, b) for a, b in bounds if a <= best < b)
        start, end = best, best + 1
        while start > first and row[start - 1] > POINTED * row[best] and not taken[start - 1]:
            start -= 1
        while end < last and row[end] > POINTED * row[best] and not taken[end]:
            end += 1
        taken[start:end] = True
        found.append(Stretch(start, end, tagged=False))
    for at, (start, end) in enumerate(words):
        if not taken[at] and shape[at] in {LOWER, CAPITAL} and text[start:end].lower() in _HE_SHE_THEY:
            found.append(Stretch(at, at + 1, tagged=False))
    return [stretch for stretch in (_ended(stretch, text, words) for stretch in found) if stretch]


def _ended(stretch: Stretch, text: str, words: tuple[tuple[int, int], ...]) -> Stretch | None:
    """Without the words at its end that no mention ends with; None where nothing is left."""
    last = stretch.last
    while last > stretch.first and text[slice(*words[last - 1])].lower() in _NEVER_LAST:
        last -= 1
    return replace(stretch, last=last) if last > stretch.first else None


def _sentences(text: str, window: Window) -> NDArray[np.int64]:
    numbers: list[int] = []
    for chunk in window.chunks:
        base = numbers[-1] + 1 if numbers else 0
        numbers.extend(base + number for number in sentence_numbers(text, chunk))
    return np.array(numbers)
