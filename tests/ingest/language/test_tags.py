"""From scores to spans."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.ingest.language.tags import best_spans

LIKELY, UNLIKELY = np.log(0.9), np.log(0.05)


def scores_for(tags: list[int], kinds: int = 1) -> np.ndarray:
    """Scores that favour exactly these tags."""
    scores = np.full((len(tags), 1 + 2 * kinds), UNLIKELY, np.float32)
    scores[range(len(tags)), tags] = LIKELY
    return scores


@pytest.mark.parametrize(
    ("tags", "kinds", "spans"),
    [
        ([0, 1, 2, 0], 1, [(1, 3, 0)]),
        ([1, 1, 2], 1, [(0, 1, 0), (1, 3, 0)]),
        ([0, 3, 4, 1], 2, [(1, 3, 1), (3, 4, 0)]),
        ([0, 0], 1, []),
        ([1], 1, [(0, 1, 0)]),
    ],
)
def test_likeliest_tags_are_the_spans(tags: list[int], kinds: int, spans: list[tuple[int, int, int]]) -> None:
    """Where every best tag may follow the one before, they are the answer."""
    assert best_spans(scores_for(tags, kinds)) == spans


@pytest.mark.parametrize("tags", [[2, 2], [0, 2, 0], [1, 4, 0], [3, 2, 2]])
def test_nothing_goes_on_that_did_not_begin(tags: list[int]) -> None:
    """Impossible best tags give the best possible sequence instead of a span without a beginning."""
    covered = [0] * len(tags)
    for first, last, _ in best_spans(scores_for(tags, 2)):
        assert first < last
        for word in range(first, last):
            covered[word] += 1
    assert max(covered) <= 1


def test_best_possible_sequence_beats_every_other() -> None:
    """Viterbi agrees with trying all sequences."""
    dice = np.random.default_rng(1)
    for _ in range(30):
        scores = np.log(dice.dirichlet(np.ones(5), size=4)).astype(np.float32)
        assert best_spans(scores) == _spans(_by_trying(scores))


def test_a_bias_below_zero_finds_more() -> None:
    """The bias is added to "outside"."""
    scores = np.log(np.array([[0.6, 0.4, 1e-9], [0.9, 0.05, 0.05]], np.float32))
    assert best_spans(scores) == []
    assert best_spans(scores, bias=-1.0) == [(0, 1, 0)]


def _by_trying(scores: np.ndarray) -> list[int]:
    words, count = scores.shape
    possible = [
        tags
        for tags in np.ndindex(*([count] * words))
        if all(
            not (tag and tag % 2 == 0) or (place and tags[place - 1] in {tag, tag - 1})
            for place, tag in enumerate(tags)
        )
    ]
    return list(max(possible, key=lambda tags: sum(scores[place, tag] for place, tag in enumerate(tags))))


def _spans(tags: list[int]) -> list[tuple[int, int, int]]:
    spans: list[tuple[int, int, int]] = []
    for place, tag in enumerate(tags):
        if tag % 2:
            spans.append((place, place + 1, tag // 2))
        elif tag:
            first, _, kind = spans[-1]
            spans[-1] = (first, place + 1, kind)
    return spans
