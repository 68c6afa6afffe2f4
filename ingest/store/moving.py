"""Entities of articles move from one entity of the world to another; their mentions, quotes and counts move along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection, bindparam, text

from onrecord.ingest.store.entity_rows import rename
from onrecord.ingest.store.insert import insert_rows, next_id
from onrecord.schema import Entity

_AT_ONCE = 500
T = TypeVar("T")

_FIND = text("SELECT entity_key, entity_id FROM entities WHERE entity_key IN :keys").bindparams(
    bindparam("keys", expanding=True)
)
# A new entity has the links of the one it comes from: what is split off a place lies where the place does.
_LIKE = text(
    """SELECT a.name, a.type, e.iso_code, e.geonames_id, e.wikidata_id, e.latitude, e.longitude
    FROM article_entities AS a JOIN entities AS e ON e.entity_id = a.entity_id WHERE a.article_entity_id = :number"""
)
_FROM = text(
    "SELECT article_entity_id, entity_id FROM article_entities WHERE article_entity_id IN :numbers"
).bindparams(bindparam("numbers", expanding=True))
_NAMES = text(
    """SELECT m.entity_id, substr(p.text, m.start_char - p.start_char + 1, m.end_char - m.start_char)
    FROM mentions AS m JOIN paragraphs AS p ON p.paragraph_id = m.paragraph_id WHERE m.article_entity_id IN :numbers"""
).bindparams(bindparam("numbers", expanding=True))
_ADD_NAME = text(
    "INSERT INTO entity_names (entity_id, name, mention_count) VALUES (:entity_id, :name, :count) "
    "ON CONFLICT (entity_id, name) DO UPDATE SET mention_count = entity_names.mention_count + excluded.mention_count"
)
_MOVE = (
    text("UPDATE article_entities SET entity_id = :target WHERE article_entity_id = :number"),
    text("UPDATE mentions SET entity_id = :target WHERE article_entity_id = :number"),
    text("UPDATE quotes SET speaker_id = :target WHERE article_entity_id = :number"),
)
_COUNT = text(
    """UPDATE entities SET
    article_count = (SELECT count(DISTINCT article_id) FROM article_entities AS a WHERE a.entity_id = :entity_id),
    mention_count = (SELECT coalesce(sum(n.mention_count), 0) FROM entity_names AS n WHERE n.entity_id = :entity_id),
    quote_count = (SELECT count(*) FROM quotes WHERE speaker_id = :entity_id)
    WHERE entity_id = :entity_id"""
)
_DROP_NAMES = text(
    """DELETE FROM entity_names WHERE entity_id = :entity_id AND (mention_count = 0
    OR NOT EXISTS (SELECT 1 FROM article_entities AS a WHERE a.entity_id = :entity_id))"""
)
_DROP = text("DELETE FROM entities WHERE entity_id = :entity_id AND article_count = 0")


@dataclass(slots=True)
class Moves:
    """Gathers moves and carries them out together. Keys are entity keys; numbers are those of ``article_entities``."""

    connection: Connection
    _moved: dict[int, int] = field(default_factory=dict)
    _ids: dict[str, int] = field(default_factory=dict)

    def look_up(self, keys: Iterable[str]) -> None:
        """Find the row numbers of many entities at a time."""
        for some in _parts(sorted({key for key in keys if key not in self._ids})):
            for key, number in self.connection.execute(_FIND, {"keys": list(some)}):
                self._ids[key] = number

    def entity(self, key: str, like: Callable[[], int]) -> int:
        """The row number of an entity, which is made after the entity of one article where there is none yet.

        In: its key; ``like`` gives the row number of that entity of an article.
        """
        self.look_up([key])
        if key not in self._ids:
            name, kind, *links = self.connection.execute(_LIKE, {"number": like()}).one()
            self._ids[key] = next_id(self.connection, Entity)
            insert_rows(self.connection, Entity, [(self._ids[key], key, name, kind, *links, 0, 0, 0)])
        return self._ids[key]

    def move(self, numbers: Iterable[int], target: int) -> None:
        """Take entities of articles for the entity with the row number ``target`` from now on."""
        self._moved |= dict.fromkeys(numbers, target)

    def carry_out(self) -> None:
        """Write what was gathered: rows, names and counts; entities that nothing is left of go."""
        numbers = sorted(self._moved)
        affected: set[int] = set()
        for some in _parts(numbers):
            found = self.connection.execute(_FROM, {"numbers": list(some)})
            affected |= {self._moved[number] for number in some} | {source for _, source in found}
            self._change_names(some, -1)
            rows = [{"number": number, "target": self._moved[number]} for number in some]
            for statement in _MOVE:
                self.connection.execute(statement, rows)
            self._change_names(some, 1)
        entities = [{"entity_id": number} for number in sorted(affected)]
        if entities:
            self.connection.execute(_DROP_NAMES, entities)
            self.connection.execute(_COUNT, entities)
            self.connection.execute(_DROP, entities)
            rename(self.connection, sorted(affected))
        self._moved.clear()
        self._ids.clear()

    def _change_names(self, numbers: Sequence[int], sign: int) -> None:
        counts: Counter[tuple[int, str]] = Counter()
        for entity, written in self.connection.execute(_NAMES, {"numbers": list(numbers)}):
            counts[entity, " ".join(written.split())] += sign
        rows: list[Mapping[str, object]] = [
            {"entity_id": entity, "name": name, "count": count} for (entity, name), count in sorted(counts.items())
        ]
        if rows:
            self.connection.execute(_ADD_NAME, rows)


def _parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]
