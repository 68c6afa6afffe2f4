"""Whom a pronoun beside a quote takes up.

Salience rules after Lappin and Leass 1994 (Computational Linguistics 20:4): recent, first in its sentence, speaker of
the quote before; with the gender that titles and other pronouns tell as a veto.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ingest.records import Entity, EntityType, Mention
from onrecord.ingest.spans import Span

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n")
_MALE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|father|brother|son|husband|spokesman|chairman|congressman|businessman)\.?\s$",
    re.IGNORECASE,
)
_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|dame|lady|queen|princess|mother|sister|daughter|wife|spokeswoman|chairwoman|congresswoman|madam)\.?\s$",
    re.IGNORECASE,
)
_TYPES: dict[str, frozenset[EntityType]] = {
    "male": frozenset({"person"}),
    "female": frozenset({"person"}),
    "thing": frozenset({"organisation", "place", "work"}),
    "plural": frozenset({"organisation", "group", "place"}),
    "relative": frozenset({"person", "organisation", "group"}),
}
# Farther back than this a pronoun is not trusted to reach (sentences).
_REACH = 6


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun stands for: index of the entity, and how far the runner-up was behind (0 is a toss-up)."""

    entity: int
    margin: float


def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets at which sentences begin, ascending, the first always 0."""
    return (0, *(match.end() for match in _SENTENCE_END.finditer(text)))


def antecedent(
    text: str,
    pronoun: Span,
    kind: str,
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    last_speaker: int | None,
) -> Antecedent | None:
    """The entity a pronoun takes up.

    In: the settled text, the pronoun's span and its kind (see ``nouns.PRONOUNS``), the article's entities and
    mentions in text order, and the speaker of the quote before, if known.
    Unsure: None where nobody suitable is named within reach, or where two are equally likely.
    """
    starts = sentence_starts(text)
    here = bisect_right(starts, pronoun.start)
    scores: dict[int, float] = {}
    for mention in mentions:
        if mention.span.start >= pronoun.start:
            break
        entity = entities[mention.entity]
        if entity.type not in _TYPES.get(kind, frozenset()) or _gender_differs(text, kind, mention, mentions):
            continue
        away = here - bisect_right(starts, mention.span.start)
        if away > _REACH or (kind == "relative" and pronoun.start - mention.span.end > 40):
            continue
        first = _is_first(text, starts, mention)
        score = 0.6**away * (1.5 if first else 1.0) * (0.6 if away == 0 and not first and kind != "relative" else 1.0)
        if mention.entity == last_speaker:
            score *= 2.0
        scores[mention.entity] = max(scores.get(mention.entity, 0.0), score)
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    margin = 1.0 - ranked[1][1] / ranked[0][1] if len(ranked) > 1 else 1.0
    return Antecedent(ranked[0][0], margin) if margin > 0 else None


def _is_first(text: str, starts: Sequence[int], mention: Mention) -> bool:
    """True where the name opens its sentence, titles and a few words aside: most often its subject."""
    before = text[starts[bisect_right(starts, mention.span.start) - 1] : mention.span.start]
    return len(before.split()) <= 4


def _gender_differs(text: str, kind: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """True where a title in front of any naming of the entity says the other gender."""
    other = {"male": _FEMALE, "female": _MALE}.get(kind)
    if other is None:
        return False
    return any(
        other.search(text, max(0, m.span.start - 20), m.span.start) for m in mentions if m.entity == mention.entity
    )
