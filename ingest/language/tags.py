"""From scores of words to spans: the best sequence of begins, goes on and outside (Viterbi)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

IMPOSSIBLE = -1e9


def best_spans(scores: NDArray[np.float32], bias: float = 0.0) -> list[tuple[int, int, int]]:
    """The likeliest spans of one chunk.

    In: logarithms of probabilities, a row a word: outside, then begins and goes on of each type. ``bias`` is added to
    outside; below zero finds more.
    Out: ``(first, last, type)`` in text order, ``last`` exclusive, types counted from 0.
    Offsets: words of the chunk.
    Source: Viterbi, IEEE Transactions on Information Theory 13 (1967), over I-O-B tags (Ramshaw and Marcus, 1995).
    """
    biased = scores
    if bias:
        biased = scores.copy()
        biased[:, 0] += np.float32(bias)
    tags = biased.argmax(axis=1)
    if not tags.any():
        return []
    if not _is_possible(tags):
        tags = _viterbi(biased.tolist())
    spans: list[tuple[int, int, int]] = []
    for at in np.flatnonzero(tags).tolist():
        tag = int(tags[at])
        if tag % 2:
            spans.append((at, at + 1, tag // 2))
        else:
            first, _, kind = spans[-1]
            spans[-1] = (first, at + 1, kind)
    return spans


def _is_possible(tags: NDArray[np.int64]) -> bool:
    """True where every "goes on" follows its own type; then the best tag of each word is the best sequence."""
    before = 0
    for tag in tags.tolist():
        if tag and tag % 2 == 0 and before not in {tag, tag - 1}:
            return False
        before = tag
    return True


def _viterbi(scores: list[list[float]]) -> NDArray[np.int64]:
    """The best sequence in which "goes on" only follows its own type.

    Plain lists: over rows this short they are several times faster than arrays.
    """
    tags = range(len(scores[0]))
    best = [score if tag % 2 or not tag else IMPOSSIBLE for tag, score in enumerate(scores[0])]
    came_from: list[list[int]] = []
    for row in scores[1:]:
        before = max(tags, key=best.__getitem__)
        came = [before] * len(row)
        after = [best[before] + score for score in row]
        for tag in tags[2::2]:
            came[tag] = tag if best[tag] > best[tag - 1] else tag - 1
            after[tag] = best[came[tag]] + row[tag]
        came_from.append(came)
        best = after
    found = [max(tags, key=best.__getitem__)]
    for came in reversed(came_from):
        found.append(came[found[-1]])
    return np.array(found[::-1])
