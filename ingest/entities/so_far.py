"""What is known of an article's speakers while its quotes are gone through in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from onrecord.ingest.entities.nouns import Phrase
from onrecord.ingest.entities.offices import Title, offices_of
from onrecord.ingest.entities.pronouns import Salience
from onrecord.ingest.records import Entity, Mention
from onrecord.ingest.spans import Span


@dataclass(slots=True)
class Unnamed:
    """An unnamed source while the article is read: the index it will have, and every description with its count."""

    entity: int
    phrases: list[Phrase]
    written: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Article:
    """What is known while the quotes are gone through in text order."""

    text: str
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    salience: Salience
    unnamed: list[Unnamed] = field(default_factory=list)
    _titled: list[tuple[Mention, tuple[Title, ...]]] | None = None

    @property
    def titled(self) -> list[tuple[Mention, tuple[Title, ...]]]:
        """The names of people beside which a title stands, in text order; found when first asked for."""
        if self._titled is None:
            people = (one for one in self.mentions if self.entities[one.entity].type == "person")
            named = ((one, offices_of(self.text, one.span)) for one in people)
            self._titled = [(one, titles) for one, titles in named if titles]
        return self._titled

    def named_in(self, span: Span) -> list[Mention]:
        """The names that meet a span, in text order; names do not overlap."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.end)
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.span.start)
        return [mention for mention in self.mentions[first:last] if mention.span.meets(span)]

    def unnamed_at(self, entity: int | None) -> Unnamed | None:
        """The source nobody names that has this index, None where it is somebody named or nobody."""
        if entity is None or entity < len(self.entities):
            return None
        return self.unnamed[entity - len(self.entities)]

    def name(self, entity: int) -> str:
        """What an entity goes by: its name, or how it was first described."""
        unnamed = self.unnamed_at(entity)
        if unnamed is None:
            return self.entities[entity].name
        return unnamed.phrases[0].description.of(self.text)
