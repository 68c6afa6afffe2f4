"""Whether quotes are as often right as they say: by classes of confidence, and as one number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.ingest.records import QuoteKind

CLASSES = 10


@dataclass(frozen=True, slots=True)
class Judgement:
    """A found segment: its kind, how sure it was (0 to 1), and whether words and speaker are right."""

    kind: QuoteKind
    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class ConfidenceClass:
    """Segments that are about as sure. ``confidence``: their mean; ``right``: the share that is right, 0 to 1."""

    found: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """Classes in order, empty ones left out. ``error``: expected calibration error, 0 to 1."""

    classes: tuple[ConfidenceClass, ...]
    error: float


def confidence_of(judgements: Sequence[Judgement]) -> Confidence:
    """Set what was said about being sure against what is right, in ten classes of the same width.

    Out: the error is the distance between both, averaged over all segments; 0 where there are none.
    Source: Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning" (AAAI 2015).
    """
    inside: list[list[Judgement]] = [[] for _ in range(CLASSES)]
    for judgement in judgements:
        inside[min(int(judgement.confidence * CLASSES), CLASSES - 1)].append(judgement)
    classes = tuple(
        ConfidenceClass(len(some), _mean(one.confidence for one in some), _mean(one.is_right for one in some))
        for some in inside
        if some
    )
    apart = sum(abs(one.confidence - one.right) * one.found for one in classes)
    return Confidence(classes, apart / max(1, len(judgements)))


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
