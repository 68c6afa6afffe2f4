"""Which found segment is which labelled one, and whether its speaker is right."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.ingest.evaluation.heads import head_of
from onrecord.ingest.evaluation.segments import Segment
from onrecord.ingest.evaluation.words import Words

SAME_ENOUGH = 0.5  # share of the words of both together that both have


def matched(gold: Sequence[Segment], found: Sequence[Segment], least: float) -> list[tuple[int, int]]:
    """Pairs of a labelled and a found segment, each in one pair at most.

    In: the segments, and the least share (0 to 1) of the words of both together that both must have; 1.0 asks for
    the same words. Out: indices into both. The best pairs are taken first; of two as good, the earlier in the text.
    """
    candidates = sorted(
        (-shared, min(labelled.words), number, place)
        for number, labelled in enumerate(gold)
        for place, other in enumerate(found)
        if (shared := _shared(labelled, other)) >= least
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, _, number, place in candidates:
        if number not in taken_gold and place not in taken_found:
            taken_gold.add(number)
            taken_found.add(place)
            pairs.append((number, place))
    return pairs


def _shared(one: Segment, other: Segment) -> float:
    """The Jaccard index of the words of two segments."""
    return len(one.words & other.words) / len(one.words | other.words)


def has_right_speaker(words: Words, gold: Segment, found: Segment) -> bool:
    """True where the head of each mention is a word of the other, or where neither has a mention."""
    if not gold.source or not found.source:
        return not gold.source and not found.source
    gold_head, found_head = head_of(words.text, gold.source), head_of(words.text, found.source)
    if gold_head is None or found_head is None:
        return False
    return bool(words.of([gold_head]) & words.of(found.source)) and bool(words.of([found_head]) & words.of(gold.source))


def has_right_cue(words: Words, gold: Segment, found: Segment) -> bool:
    """True where the two cues share a word."""
    return bool(words.of(gold.cue) & words.of(found.cue))
