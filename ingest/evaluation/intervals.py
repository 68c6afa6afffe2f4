"""Figures over all articles, and how far chance may have moved them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ingest.evaluation.compare import Compared
from onrecord.ingest.evaluation.confidence import Confidence, confidence_of
from onrecord.ingest.evaluation.figures import Figures, Prf, figures
from onrecord.ingest.evaluation.names import NameTally
from onrecord.ingest.evaluation.tally import KINDS, Kind, Tally

OUTSIDE = 0.05  # share of the samples left outside an interval, half of it on either side


@dataclass(frozen=True, slots=True)
class Interval:
    """Where 95 of 100 samples of the articles lie, 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Intervals:
    """Intervals of the two figures that matter most for a kind."""

    near_f1: Interval
    end_to_end_f1: Interval


@dataclass(frozen=True, slots=True)
class Measured:
    """All articles together. ``intervals``: empty where no samples were asked for. ``names``: by type, or None."""

    article_count: int
    figures: dict[Kind, Figures]
    intervals: dict[Kind, Intervals]
    confidence: Confidence
    names: dict[str, Prf] | None


def measured(articles: Sequence[Compared], samples: int, seed: int) -> Measured:
    """Make the figures of all articles.

    In: the articles; how many samples to draw for the intervals (0: none), and the seed they are drawn with: the same
    seed gives the same intervals. Out: micro-averages, every segment counting the same.
    Source: Efron and Tibshirani 1993, An Introduction to the Bootstrap, section 13.3 (percentile interval); articles
    are drawn and not quotes, since the quotes of one article are alike.
    """
    named = [article.names for article in articles if article.names is not None]
    return Measured(
        article_count=len(articles),
        figures={kind: figures(Tally.sum(article.tallies[kind] for article in articles)) for kind in KINDS},
        intervals=_intervals(articles, samples, seed) if samples else {},
        confidence=confidence_of([judgement for article in articles for judgement in article.judgements]),
        names=NameTally.sum(named).figures() if named else None,
    )


def _intervals(articles: Sequence[Compared], samples: int, seed: int) -> dict[Kind, Intervals]:
    chance = random.Random(seed)  # noqa: S311 - statistics, no secret
    near: dict[Kind, list[float]] = {kind: [] for kind in KINDS}
    whole: dict[Kind, list[float]] = {kind: [] for kind in KINDS}
    for _ in range(samples):
        drawn = chance.choices(articles, k=len(articles))
        for kind in KINDS:
            sample = figures(Tally.sum(article.tallies[kind] for article in drawn))
            near[kind].append(sample.near.f1)
            whole[kind].append(sample.end_to_end.f1)
    return {kind: Intervals(_interval(near[kind]), _interval(whole[kind])) for kind in KINDS}


def _interval(values: Sequence[float]) -> Interval:
    ordered = sorted(values)
    last = len(ordered) - 1
    return Interval(ordered[int(OUTSIDE / 2 * len(ordered))], ordered[min(last, int((1 - OUTSIDE / 2) * len(ordered)))])
