"""What is learnt from a teacher; needs the extra onrecord[train], as the training itself."""

from __future__ import annotations

import math

import pytest

torch = pytest.importorskip("torch", reason="the extra onrecord[train] is not installed")

from onrecord.ingest.training.batches import NOT_TAUGHT, Batch  # noqa: E402
from onrecord.ingest.training.labels import IGNORED  # noqa: E402
from onrecord.ingest.training.losses import _role_losses  # noqa: E402


def losses(*words: tuple[tuple[int, int, int], tuple[float, ...], tuple[float, ...]]) -> list[float]:
    """The losses for content, source and cue of words with their labels, what they were taught, and the logits."""
    none = torch.zeros(1, 1)
    labels, taught, logits = (torch.tensor(given) for given in zip(*words, strict=True))
    batch = Batch((none,) * 4, none, none, labels, none, none, taught)
    return [float(loss) for loss in _role_losses(logits.reshape(-1, 3, 3), batch)]


EVENLY, OUTSIDE = (0.0,) * 9, (1.0, 0.0, 0.0) * 3
SURE = tuple(20 * share for share in OUTSIDE)


def test_without_a_teacher_the_label_tells_all() -> None:
    """The network says even chances; each label costs the same."""
    assert losses(((0, 1, 2), NOT_TAUGHT, EVENLY)) == pytest.approx([math.log(3)] * 3)


def test_half_is_learnt_from_the_teacher() -> None:
    """The network agrees with the teacher and not with the label: half of what the label alone would cost."""
    alone, half = losses(((1, 1, 1), NOT_TAUGHT, SURE)), losses(((1, 1, 1), OUTSIDE, SURE))
    assert half == pytest.approx([loss / 2 for loss in alone], abs=1e-4)


def test_what_is_not_labelled_is_not_taught_either() -> None:
    """A word that annotators left out changes nothing."""
    word, left_out = ((0, 1, 2), OUTSIDE, EVENLY), ((IGNORED,) * 3, OUTSIDE, SURE)
    assert losses(word, left_out) == losses(word)
