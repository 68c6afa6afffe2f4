"""What is counted in one article, and added up over many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Literal

from onrecord.ingest.evaluation.matching import SAME_ENOUGH, has_right_cue, has_right_speaker, matched
from onrecord.ingest.evaluation.segments import Segment
from onrecord.ingest.evaluation.words import Words
from onrecord.ingest.records import QuoteKind

Kind = Literal[QuoteKind, "all"]
KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect", "all")


@dataclass(slots=True)
class Tally:
    """Counts for one kind. Labelled segments go by their own kind, found ones by theirs.

    ``exact_*``: the same words; ``near_*``: at least half of the words of both together. ``*_right``: with the right
    speaker as well. ``*_words_met``: words that the other side has too. ``sourced``: near pairs whose label has a
    source; ``cued``: a cue.
    """

    gold: int = 0
    found: int = 0
    gold_words: int = 0
    gold_words_met: int = 0
    found_words: int = 0
    found_words_met: int = 0
    exact_gold: int = 0
    exact_gold_right: int = 0
    exact_found: int = 0
    exact_found_right: int = 0
    near_gold: int = 0
    near_gold_right: int = 0
    near_found: int = 0
    near_found_right: int = 0
    sourced: int = 0
    sourced_right: int = 0
    cued: int = 0
    cued_right: int = 0

    @classmethod
    def sum(cls, tallies: Iterable[Tally]) -> Tally:
        """All tallies together."""
        values = [[getattr(tally, name) for name in _NAMES] for tally in tallies]
        return cls(*map(sum, zip(*values, strict=True)))


_NAMES = tuple(field.name for field in fields(Tally))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which labelled segment is which found one, in one article."""

    exact: tuple[tuple[int, int], ...]
    near: tuple[tuple[int, int], ...]


def paired(gold: Sequence[Segment], found: Sequence[Segment]) -> Pairs:
    """The pairs with the same words, and those with half of them."""
    return Pairs(tuple(matched(gold, found, 1.0)), tuple(matched(gold, found, SAME_ENOUGH)))


def tallied(words: Words, gold: Sequence[Segment], found: Sequence[Segment], pairs: Pairs) -> dict[Kind, Tally]:
    """Count one article, by kind and altogether."""
    tallies: dict[Kind, Tally] = {kind: Tally() for kind in KINDS}
    gold_words = frozenset[int]().union(*(segment.words for segment in gold))
    found_words = frozenset[int]().union(*(segment.words for segment in found))
    for segment in gold:
        for tally in (tallies[segment.kind], tallies["all"]):
            tally.gold += 1
            tally.gold_words += len(segment.words)
            tally.gold_words_met += len(segment.words & found_words)
    for segment in found:
        for tally in (tallies[segment.kind], tallies["all"]):
            tally.found += 1
            tally.found_words += len(segment.words)
            tally.found_words_met += len(segment.words & gold_words)
    for number, place in pairs.exact:
        right = has_right_speaker(words, gold[number], found[place])
        for tally in (tallies[gold[number].kind], tallies["all"]):
            tally.exact_gold += 1
            tally.exact_gold_right += right
        for tally in (tallies[found[place].kind], tallies["all"]):
            tally.exact_found += 1
            tally.exact_found_right += right
    for number, place in pairs.near:
        _count_near(words, gold[number], found[place], tallies)
    return tallies


def _count_near(words: Words, gold: Segment, found: Segment, tallies: dict[Kind, Tally]) -> None:
    right = has_right_speaker(words, gold, found)
    for tally in (tallies[gold.kind], tallies["all"]):
        tally.near_gold += 1
        tally.near_gold_right += right
        if gold.source:
            tally.sourced += 1
            tally.sourced_right += right
        if gold.cue:
            tally.cued += 1
            tally.cued_right += has_right_cue(words, gold, found)
    for tally in (tallies[found.kind], tallies["all"]):
        tally.near_found += 1
        tally.near_found_right += right
