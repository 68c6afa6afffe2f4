"""Confidence fitted to judgements: it says afterwards how often quotes are right."""

from __future__ import annotations

import random

import pytest

from onrecord.ingest.evaluation import Judgement
from onrecord.ingest.language.calibration import UNCALIBRATED
from onrecord.ingest.records import QuoteKind
from onrecord.ingest.training.calibrating import cross_fitted_error, fitted


def judgements(kind: QuoteKind, confidence: float, right: int, wrong: int) -> list[Judgement]:
    """So many right and wrong ones, all equally sure."""
    return [Judgement(kind, confidence, number < right) for number in range(right + wrong)]


@pytest.mark.parametrize("probability", [0.0, 0.001, 0.35, 0.5, 0.999, 1.0])
def test_without_numbers_nothing_changes(probability: float) -> None:
    """A model that was never fitted says what it computes."""
    assert UNCALIBRATED(probability, "mixed") == pytest.approx(probability, abs=1e-4)


def test_too_sure_a_reader_is_told_so() -> None:
    """Of quotes told with .9 six in ten are right, of those with .6 three in ten: that is what is told afterwards."""
    calibration = fitted(judgements("indirect", 0.9, 600, 400) + judgements("indirect", 0.6, 300, 700))
    assert calibration(0.9, "indirect") == pytest.approx(0.6, abs=0.01)
    assert calibration(0.6, "indirect") == pytest.approx(0.3, abs=0.01)


def test_kinds_are_told_apart() -> None:
    """The same probability means more where quotation marks stand."""
    calibration = fitted(judgements("direct", 0.8, 950, 50) + judgements("indirect", 0.8, 650, 350))
    assert calibration(0.8, "direct") == pytest.approx(0.95, abs=0.01)
    assert calibration(0.8, "indirect") == pytest.approx(0.65, abs=0.01)


def test_few_judgements_change_little() -> None:
    """One quote that was wrong does not make all wrong."""
    assert fitted([Judgement("indirect", 0.8, is_right=False)])(0.8, "indirect") > 0.4


def test_cross_fitted_error_is_honest_about_chance() -> None:
    """Small where right and wrong fall as was said, not where every fifth article is unlike those it is fitted to."""
    chance = random.Random(2)  # noqa: S311 - made-up judgements
    as_said = [
        tuple(Judgement("indirect", sure, chance.random() < sure) for sure in (0.4, 0.55, 0.7, 0.85, 0.95) * 10)
        for _ in range(40)
    ]
    assert cross_fitted_error(as_said) < 0.04
    by_fold = [tuple(Judgement("indirect", 0.7, number % 5 == 0) for _ in range(10)) for number in range(40)]
    assert cross_fitted_error(by_fold) > 0.2
