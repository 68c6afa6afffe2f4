"""Whom a pronoun beside a quote takes up.

The article is gone through once, as a reader would: every naming makes its entity salient, every sentence lets that
fade, and a pronoun takes up the most salient person it agrees with, making it salient again. Rules and weights after
Lappin and Leass 1994 (Computational Linguistics 20:4); benchmarks/pronouns.py measures them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.ingest.records import Entity, EntityType, Mention
from onrecord.ingest.spans import Span

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n")
_HE_OR_SHE = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_MALE_TITLE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|father|brother|son|husband|spokesman|chairman|congressman|businessman)\.?\s$",
    re.IGNORECASE,
)
_FEMALE_TITLE = re.compile(
    r"\b(?:mrs|ms|miss|dame|lady|queen|princess|mother|sister|daughter|wife|spokeswoman|chairwoman|congresswoman)\.?\s$",
    re.IGNORECASE,
)
_TYPES: dict[str, frozenset[EntityType]] = {
    "male": frozenset({"person"}),
    "female": frozenset({"person"}),
    "thing": frozenset({"organisation", "place", "work"}),
    "plural": frozenset({"organisation", "group", "place"}),
    "relative": frozenset({"person", "organisation", "group"}),
}
FADING = 0.6  # what is left of salience a sentence later
SUBJECT = 1.5  # how much more the first naming of a sentence counts
SPEAKER = 2.0  # how much more the speaker of the quote before counts
REACH = 6  # sentences a pronoun is trusted to reach back
TOSS_UP = 0.1  # a lead smaller than this is no lead


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun stands for: the index of the entity, and its lead over the runner-up (0 to 1)."""

    entity: int
    lead: float


@dataclass(slots=True)
class Salience:
    """Who is in the reader's mind at a point of an article; moves forward only.

    In: the settled text, the article's entities and mentions in text order, and stretches whose pronouns are somebody
    else's words (direct quotes).
    """

    text: str
    entities: Sequence[Entity]
    mentions: Sequence[Mention]
    quoted: Sequence[Span] = ()
    last_speaker: int | None = None
    _starts: tuple[int, ...] = field(init=False)
    _events: list[tuple[int, int | None, str]] = field(init=False)
    _next: int = field(init=False, default=0)
    _salient: dict[int, tuple[int, float]] = field(init=False, default_factory=dict)
    _gender: dict[int, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = (0, *(match.end() for match in _SENTENCE_END.finditer(self.text)))
        names: list[tuple[int, int | None, str]] = [(m.span.start, m.entity, "") for m in self.mentions]
        pronouns: list[tuple[int, int | None, str]] = [
            (match.start(), None, "male" if match.group(1) else "female")
            for match in _HE_OR_SHE.finditer(self.text)
            if not any(span.start <= match.start() < span.end for span in self.quoted)
        ]
        self._events = sorted(names + pronouns, key=lambda event: event[0])
        for mention in self.mentions:
            for gender, title in (("male", _MALE_TITLE), ("female", _FEMALE_TITLE)):
                if title.search(self.text, max(0, mention.span.start - 20), mention.span.start):
                    self._gender.setdefault(mention.entity, gender)

    def antecedent(self, pronoun: Span, kind: str) -> Antecedent | None:
        """The entity a pronoun takes up.

        In: its span, not before the last one asked for, and its kind (see ``nouns.PRONOUNS``).
        Unsure: None where nobody suitable is named within reach, or where two are as likely.
        """
        while self._next < len(self._events) and self._events[self._next][0] < pronoun.start:
            start, entity, gender = self._events[self._next]
            self._next += 1
            if entity is None:
                found = self._best(start, gender)
                entity = found.entity if found else None
                if entity is not None and found and found.lead > TOSS_UP:
                    self._gender.setdefault(entity, gender)
            if entity is not None:
                self._name(start, entity)
        found = self._best(pronoun.start, kind)
        return found if found and found.lead > TOSS_UP else None

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def _name(self, start: int, entity: int) -> None:
        """Make an entity salient, more so where it opens its sentence (a few words aside): most often its subject."""
        sentence = self._sentence(start)
        opening = len(self.text[self._starts[sentence - 1] : start].split()) <= 4
        weight = SUBJECT if opening else 1.0
        before, left = self._salient.get(entity, (sentence, 0.0))
        self._salient[entity] = (sentence, max(weight, left * FADING ** (sentence - before)))

    def _best(self, offset: int, kind: str) -> Antecedent | None:
        sentence = self._sentence(offset)
        allowed = _TYPES.get(kind, frozenset())
        scores = []
        for number, (last, weight) in self._salient.items():
            away = sentence - last
            if self.entities[number].type not in allowed or away > REACH:
                continue
            if self._gender.get(number, kind) != kind and kind in {"male", "female"}:
                continue
            score = weight * FADING**away * (SPEAKER if number == self.last_speaker else 1.0)
            scores.append((score, -number))
        if not scores:
            return None
        scores.sort(reverse=True)
        lead = 1.0 - scores[1][0] / scores[0][0] if len(scores) > 1 else 1.0
        return Antecedent(-scores[0][1], lead)
