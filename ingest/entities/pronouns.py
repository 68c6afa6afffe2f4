"""Whom a pronoun beside a quote takes up.

The article is gone through once, as a reader would: every naming makes its entity salient, every sentence lets that
fade, and a pronoun takes up the most salient person it agrees with, making it salient again. Who has been spoken of
often is taken up sooner, and whom "she" took up before is seldom "he". Rules and weights after Lappin and Leass 1994
(Computational Linguistics 20:4), the count after Ge, Hale and Charniak 1998 (Sixth Workshop on Very Large Corpora);
benchmarks/pronouns.py measures them and tells what did not help.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.ingest.entities.nouns import ENDS
from onrecord.ingest.entities.paragraphs import paragraph_start
from onrecord.ingest.first_names import is_a_womans, sex_of
from onrecord.ingest.records import Entity, EntityType, Mention
from onrecord.ingest.spans import Span

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n")
_HE_OR_SHE = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_SUBJECTS = frozenset({"he", "she"})
# A spokesman for the board, Jane Roe: a description without a verb, and behind its comma the name in apposition.
_NO_VERB = r"(?!(?:said|says|told|was|were|is|are|had|has|have)\b)[\w’'-]+"
_APPOSED = re.compile(rf"(?:an?|the|one|his|her|its|their)\s(?:{_NO_VERB}\s){{0,8}}{_NO_VERB},\s", re.IGNORECASE)
_MEN = "mr sir lord king prince father brother son husband spokesman chairman congressman businessman"
_WOMEN = "mrs ms miss dame lady queen princess mother sister daughter wife spokeswoman chairwoman congresswoman"
# What stands in front of a name, and what it says of "he".
_TITLES = tuple(
    (sign, re.compile(rf"\b(?:{'|'.join(words.split())})\.?\s$", re.IGNORECASE))
    for sign, words in ((1, _MEN), (-1, _WOMEN))
)
_POSSESSIVE = re.compile(r"['’]s?(?=\W)")
_TYPES: dict[str, frozenset[EntityType]] = {
    "male": frozenset({"person"}),
    "female": frozenset({"person"}),
    "thing": frozenset({"organisation", "place"}),
    "plural": frozenset({"organisation", "group"}),
    "relative": frozenset({"person", "organisation", "group"}),
}
FADING = 0.6  # what is left of salience a sentence later
SUBJECT = 1.5  # how much more the first naming of a sentence counts
OWNER = 0.6  # how much less a possessive counts (Lee's car), which is seldom what the sentence is about
SPEAKER = 3.0  # how much more the speaker of the quote before counts
OFTEN = 0.7  # how much being spoken of counts, with the logarithm of how often
TITLE = 5.0  # what "Mr" or "Queen" says of a gender, where a pronoun resolved without a rival says 1
GIVEN = 2.0  # what a first name says of it
REFUSAL = 2.0  # how fast the chance falls that a pronoun takes up somebody of whom the other gender was said
REACH = 6  # sentences that "he" and "she" are trusted to reach back
NEAR = 1  # the same for pronouns that mostly stand for what has no name: they, it, who
TOSS_UP = 0.1  # a lead smaller than this is no lead


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun stands for: the index of the entity, and its lead over the runner-up (0 to 1)."""

    entity: int
    lead: float


@dataclass(frozen=True, slots=True)
class _Naming:
    """A name, or a pronoun (without an entity) that says a gender: what makes somebody salient at ``start``."""

    start: int
    entity: int | None
    gender: str
    weight: float
    is_subject: bool


class _Subject(NamedTuple):
    """Who opened a sentence last, where, and whether nothing but a description stands in front (not: After Roe ...)."""

    entity: int
    start: int
    is_first: bool


@dataclass(slots=True)
class Salience:
    """Who is in the reader's mind at a point of an article; moves forward only.

    In: the settled text, the article's entities and mentions in text order, and stretches that are somebody's words
    (direct quotes): who is named in them is spoken of, and "he" there is not the reader's. The last speaker, and where
    it was said to speak, are to be kept up to date.
    """

    text: str
    entities: Sequence[Entity]
    mentions: Sequence[Mention]
    quoted: Sequence[Span] = ()
    last_speaker: int | None = None
    spoke_at: int = -1
    _starts: tuple[int, ...] = field(init=False)
    _namings: list[_Naming] = field(init=False)
    _next: int = field(init=False, default=0)
    _salient: dict[int, tuple[int, float]] = field(init=False, default_factory=dict)
    _named_at: dict[int, int] = field(init=False, default_factory=dict)
    _overtaken: bool = field(init=False, default=False)
    _subject: _Subject | None = field(init=False, default=None)
    _times: Counter[int] = field(init=False, default_factory=Counter)
    _male: defaultdict[int, float] = field(init=False, default_factory=lambda: defaultdict(float))

    def __post_init__(self) -> None:
        self._starts = (0, *(match.end() for match in _SENTENCE_END.finditer(self.text)))
        names = [
            _Naming(m.span.start, m.entity, "", OWNER if is_owner else 1.0, not is_owner)
            for m in self.mentions
            for is_owner in [_POSSESSIVE.match(self.text, m.span.end) is not None]
        ]
        pronouns = [
            _Naming(
                match.start(), None, "male" if match.group(1) else "female", 1.0, match.group().lower() in _SUBJECTS
            )
            for match in _HE_OR_SHE.finditer(self.text)
        ]
        self._namings = sorted(
            (one for one in names + pronouns if not self.is_quoted(one.start)),
            key=lambda naming: naming.start,
        )
        for number, entity in enumerate(self.entities):
            if entity.type == "person":
                sex = "female" if is_a_womans(entity.name) else sex_of(entity.name)
                self._male[number] += {"male": GIVEN, "female": -GIVEN}.get(sex, 0.0)
        for mention in self.mentions:
            for sign, title in _TITLES:
                if title.search(self.text, max(0, mention.span.start - 20), mention.span.start):
                    self._male[mention.entity] += sign * TITLE

    def antecedent(self, pronoun: Span, kind: str) -> Antecedent | None:
        """The entity a pronoun takes up.

        In: its span, not before the last one asked for, and its kind (see ``nouns.PRONOUNS``).
        Unsure: None where nobody suitable is named within reach, or where two are as likely.
        """
        self._overtaken = self.is_overtaken(pronoun, kind)
        found = self._best(pronoun.start, kind)
        self._overtaken = False
        return found if found and found.lead > TOSS_UP else None

    def is_overtaken(self, pronoun: Span, kind: str) -> bool:
        """True where the pronoun's paragraph is about another person than the last speaker.

        That is where a person it agrees with opens a sentence of the paragraph before it, and the last speaker is
        neither named nor taken up in it, nor speaks. Whose daughter or house it is does not count.
        """
        self._read_to(pronoun.start)
        begin = paragraph_start(self.text, pronoun.start)
        last = -1 if self.last_speaker is None else self.last_speaker
        if self._subject is None or self._subject.start < begin or self._subject.entity == last:
            return False
        if max(self.spoke_at, self._named_at.get(last, -1)) >= begin:
            return False
        return self._refusal(self._subject.entity, kind) <= 0.0

    def is_quoted(self, offset: int) -> bool:
        """True between the marks of somebody's words."""
        return any(span.start <= offset < span.end for span in self.quoted)

    def described(self, description: Span, entity: int) -> None:
        """Count a description that means somebody named (the president) as a naming."""
        self._read_to(description.start)
        self._name(description.start, entity, 0.3)
        self._named_at[entity] = description.start

    def _read_to(self, offset: int) -> None:
        while self._next < len(self._namings) and self._namings[self._next].start < offset:
            self._read(self._namings[self._next])
            self._next += 1

    def _read(self, naming: _Naming) -> None:
        """Let somebody named or taken up become salient; a pronoun says a gender, as surely as it is resolved."""
        entity = naming.entity
        if entity is None:
            found = self._best(naming.start, naming.gender)
            if found is None:
                return
            entity = found.entity
            self._male[entity] += found.lead if naming.gender == "male" else -found.lead
        self._name(naming.start, entity, naming.weight)
        if naming.is_subject:
            self._named_at[entity] = naming.start

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def _name(self, start: int, entity: int, weight: float) -> None:
        """Make an entity salient, more so where it opens its sentence (a few words aside): most often its subject."""
        sentence = self._sentence(start)
        opening = self.text[self._starts[sentence - 1] : start]
        words = opening.lower().split()
        is_apposed = _APPOSED.fullmatch(opening) is not None
        if len(words) <= 4 or is_apposed:
            if weight >= 1.0 and self.entities[entity].type == "person":
                is_first = is_apposed or ENDS.isdisjoint(words[words[:1] in (["but"], ["and"]) :])
                self._subject = _Subject(entity, start, is_first)
            weight *= SUBJECT
        before, left = self._salient.get(entity, (sentence, 0.0))
        self._salient[entity] = (sentence, max(weight, left * FADING ** (sentence - before)))
        self._times[entity] += 1

    def _best(self, offset: int, kind: str) -> Antecedent | None:
        sentence = self._sentence(offset)
        allowed, reach = _TYPES.get(kind, frozenset()), REACH if kind in {"male", "female"} else NEAR
        scores = [
            (self._score(number, sentence - last, kind), -number)
            for number, (last, _) in self._salient.items()
            if self.entities[number].type in allowed and sentence - last <= reach
        ]
        if not scores:
            return None
        scores.sort(reverse=True)
        lead = 1.0 - scores[1][0] / scores[0][0] if len(scores) > 1 else 1.0
        return Antecedent(-scores[0][1], lead)

    def _score(self, entity: int, away: int, kind: str) -> float:
        """How likely a pronoun takes up an entity last named ``away`` sentences ago; scores compare, no more."""
        _, weight = self._salient[entity]
        score = weight * FADING**away * (1.0 + OFTEN * math.log(self._times[entity]))
        if entity == (self._alone(kind) if self._overtaken else self.last_speaker):
            score *= SPEAKER
        return score * math.exp(-REFUSAL * self._refusal(entity, kind))

    def _alone(self, kind: str) -> int | None:
        """Whom the paragraph is about, where a sign tells that the pronoun agrees, and nobody else came that agrees."""
        subject = self._subject
        if subject is None or not subject.is_first:
            return None
        if self._male[subject.entity] * (1 if kind == "male" else -1) <= 0.0:
            return None
        since = {one.entity for one in self._namings[: self._next] if one.start > subject.start} - {
            subject.entity,
            None,
        }
        agree = (
            self.entities[one].type == "person" and self._refusal(one, kind) <= 0.0 for one in since if one is not None
        )
        return None if any(agree) else subject.entity

    def _refusal(self, entity: int, kind: str) -> float:
        """How much was said of an entity that speaks against a pronoun's gender."""
        return max(0.0, {"male": -self._male[entity], "female": self._male[entity]}.get(kind, 0.0))
