"""How well names are found: the same span and the same type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.ingest.evaluation.figures import Prf, prf
from onrecord.ingest.evaluation.gold import GoldName
from onrecord.ingest.spans import Span

ALL = "all"


@dataclass(frozen=True, slots=True)
class NameTally:
    """Counts by type, and under ``ALL`` altogether."""

    gold: Counter[str]
    found: Counter[str]
    right: Counter[str]

    @classmethod
    def sum(cls, tallies: Iterable[NameTally]) -> NameTally:
        """All tallies together."""
        total = cls(Counter(), Counter(), Counter())
        for tally in tallies:
            total.gold.update(tally.gold)
            total.found.update(tally.found)
            total.right.update(tally.right)
        return total

    def figures(self) -> dict[str, Prf]:
        """Precision, recall and F1 of every type that was labelled or found, ``ALL`` last."""
        types = sorted(self.gold.keys() | self.found.keys(), key=lambda type_: (type_ == ALL, type_))
        return {
            type_: prf(self.right[type_], self.found[type_], self.right[type_], self.gold[type_]) for type_ in types
        }


def tallied_names(
    gold: Sequence[GoldName], found: Sequence[tuple[Span, str]], regions: Sequence[Span] | None
) -> NameTally:
    """Count the names of one article.

    In: labelled names; found ones with the types' short names; the stretches in which all names are labelled, or None
    for the whole text. A label inside a longer one is neither missed nor spurious.
    """
    inside_gold = [name for name in gold if _is_inside(name.span, regions)]
    inside_found = [(span, type_) for span, type_ in found if _is_inside(span, regions)]
    wanted = Counter((name.span, name.type) for name in inside_gold if not name.is_nested)
    forgiven = {name.span for name in inside_gold if name.is_nested}
    right = wanted & Counter(inside_found)
    counted = [(span, type_) for span, type_ in inside_found if (span, type_) in right or span not in forgiven]
    return NameTally(_by_type(wanted.elements()), _by_type(counted), _by_type(right.elements()))


def _is_inside(span: Span, regions: Sequence[Span] | None) -> bool:
    return regions is None or any(region.covers(span) for region in regions)


def _by_type(names: Iterable[tuple[Span, str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for _, type_ in names:
        counts[type_] += 1
        counts[ALL] += 1
    return counts
