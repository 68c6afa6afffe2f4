"""Classes of confidence whose figures can be counted by hand."""

from __future__ import annotations

import pytest

from onrecord.ingest.evaluation import Confidence, Judgement, confidence_of
from onrecord.ingest.evaluation.confidence import ConfidenceClass


def judged(*pairs: tuple[float, bool]) -> Confidence:
    """The figures of indirect quotes with these confidences."""
    return confidence_of([Judgement("indirect", confidence, is_right) for confidence, is_right in pairs])


def test_nothing_found_has_no_error() -> None:
    """No quotes, no classes."""
    assert judged() == Confidence((), 0.0)


def test_classes_hold_what_is_about_as_sure() -> None:
    """A class tells how many, how sure on average, how many right; a certain quote is in the last."""
    assert judged((0.52, True), (0.58, False), (1.0, True)).classes == (
        ConfidenceClass(2, pytest.approx(0.55), 0.5),
        ConfidenceClass(1, 1.0, 1.0),
    )


@pytest.mark.parametrize(
    ("pairs", "error"),
    [
        ([(0.5, True), (0.5, False)], 0.0),
        ([(0.9, False)], 0.9),
        ([(0.1, True), (0.1, True), (0.9, True), (0.9, True)], 0.5),  # (2 x .9 + 2 x .1) / 4
    ],
)
def test_error_is_the_mean_distance_of_said_and_right(pairs: list[tuple[float, bool]], error: float) -> None:
    """Each class counts by how many are in it."""
    assert judged(*pairs).error == pytest.approx(error)
