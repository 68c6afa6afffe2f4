"""The figures of a tally: precision, recall and F1 of several questions, and how often speaker and cue are right."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ingest.evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class Prf:
    """Precision (share of what was found that is right), recall (share of the labels that were found), F1; 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of one kind of quote.

    ``exact``: the same words. ``near``: at least half of the words of both together are in both. ``words``: by words.
    ``end_to_end``: near, and the mention beside it is the right one (or rightly none); ``end_to_end_exact``: exact
    instead of near. ``speaker``: share of near pairs with the right mention, where the label has one;
    ``speaker_or_none``: of all near pairs. ``cue``: share of near pairs with a cue in the label whose cue was met.
    """

    gold: int
    found: int
    exact: Prf
    near: Prf
    words: Prf
    end_to_end: Prf
    end_to_end_exact: Prf
    speaker: float
    speaker_or_none: float
    cue: float


def figures(tally: Tally) -> Figures:
    """The figures of one tally. Unsure: what there is nothing of gives 0."""
    return Figures(
        gold=tally.gold,
        found=tally.found,
        exact=prf(tally.exact_found, tally.found, tally.exact_gold, tally.gold),
        near=prf(tally.near_found, tally.found, tally.near_gold, tally.gold),
        words=prf(tally.found_words_met, tally.found_words, tally.gold_words_met, tally.gold_words),
        end_to_end=prf(tally.near_found_right, tally.found, tally.near_gold_right, tally.gold),
        end_to_end_exact=prf(tally.exact_found_right, tally.found, tally.exact_gold_right, tally.gold),
        speaker=share(tally.sourced_right, tally.sourced),
        speaker_or_none=share(tally.near_gold_right, tally.near_gold),
        cue=share(tally.cued_right, tally.cued),
    )


def prf(right_found: int, found: int, right_gold: int, gold: int) -> Prf:
    """Precision, recall and F1 of counts.

    The right ones are counted on either side: by kind they differ, where one kind is found as another.
    """
    precision, recall = share(right_found, found), share(right_gold, gold)
    return Prf(precision, recall, share(2 * precision * recall, precision + recall))


def share(part: float, whole: float) -> float:
    """``part`` of ``whole``, or 0 where there is nothing."""
    return part / whole if whole else 0.0
