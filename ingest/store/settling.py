"""Entities are settled when a run ends: names that came are compared with those stored, and what is one is joined.

Only families that got a new name or article, and those that people decided about, are looked at; and of their rows only
those that came, and those that are taken for something else now. The outcome is that of all articles at once, whatever
order they came in, because ``resolve`` decides each family from what is stored alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, bindparam, text

from onrecord.ingest.identities import ALONE, BY_NAME, Evidence, Family, Joined, end_of
from onrecord.ingest.records import EntityType
from onrecord.ingest.store.deciding import Decided, holding
from onrecord.ingest.store.entity_rows import rename
from onrecord.ingest.store.families import Families
from onrecord.ingest.store.links import follow_links
from onrecord.ingest.store.moving import Moves

Join = Callable[[Family, Evidence], Iterable[Joined]]

BY_DECISION = "A person decided so."
_AT_ONCE = 500
_SPOKEN_OF = text(
    """SELECT DISTINCT type, form, CASE is_short WHEN 1 THEN article_entity_key ELSE name_key END, is_short
    FROM article_entities
    WHERE type <> 'unnamed' AND (name_key IN :keys OR article_entity_key IN :keys) ORDER BY 1, 2, 3"""
).bindparams(bindparam("keys", expanding=True))
_COLUMNS = "article_entity_id, article_entity_key, entity_id, reason, score"
_OF_NAME = f"SELECT {_COLUMNS} FROM article_entities WHERE is_short = 0 AND"
_MEMBERS = text(f"{_OF_NAME} name_key = :key ORDER BY 1")
_ELSEWHERE = text(
    f"{_OF_NAME} name_key = :key AND (entity_id <> :target OR reason <> :reason OR score <> :score) ORDER BY 1"
)
_NEW = text(
    f"SELECT {_COLUMNS}, name_key FROM article_entities WHERE is_short = 0 AND is_settled = 0 "
    "ORDER BY type, form, is_short, article_id, article_entity_id"
)
_SHORT = text(f"SELECT {_COLUMNS} FROM article_entities WHERE article_entity_key IN :keys ORDER BY 1").bindparams(
    bindparam("keys", expanding=True)
)
_ANY = text("SELECT min(article_entity_id) FROM article_entities WHERE name_key = :key AND is_short = 0")
_EXPLAIN = text("UPDATE article_entities SET reason = :reason, score = :score WHERE article_entity_id = :number")
_SETTLED = text("UPDATE article_entities SET is_settled = 1 WHERE is_settled = 0")
_CALL = text("UPDATE entities SET name = :value WHERE entity_key = :key")
_TYPE = text("UPDATE entities SET type = :value WHERE entity_key = :key")
# The type is that of the name which gave the key: names of other types may have gone there.
_AS_FOUND = text(
    """UPDATE entities SET
    name = (SELECT min(name) FROM article_entities AS a WHERE a.entity_id = entities.entity_id),
    type = coalesce(
        (SELECT min(type) FROM article_entities AS a
        WHERE a.entity_id = entities.entity_id AND entities.entity_key IN (a.name_key, a.article_entity_key)),
        (SELECT min(type) FROM article_entities AS a WHERE a.entity_id = entities.entity_id)
    )
    WHERE entity_key = :key"""
)
_NUMBER = text("SELECT entity_id FROM entities WHERE entity_key = :key")


@dataclass(frozen=True, slots=True)
class _Placed:
    """What the program makes of a name (or of a short name of one article)."""

    joined: Joined
    is_short: bool


def settle(connection: Connection, join: Join, also: Iterable[str] = ()) -> None:
    """Compare all that came since the last time, and join what is one.

    In: the connection, in whose transaction it happens; ``join`` decides about a family (see ``resolve``); ``also``,
    keys whose decisions were taken back.
    """
    decided = holding(connection)
    keys = sorted(decided.keys | set(also))
    spoken: dict[EntityType, set[str]] = defaultdict(set)
    placed: dict[str, _Placed] = {}
    for kind, form, key, is_short in connection.execute(_SPOKEN_OF, {"keys": keys}) if keys else ():
        spoken[kind].add(form)
        placed[key] = _Placed(Joined(key, key, ALONE if is_short else BY_NAME, 1.0), bool(is_short))
    families = Families(connection, spoken)
    placed |= {one.joined.key: one for one in _compare(families, join)}
    placed = _at_ends(placed)
    machine = {key: one.joined.entity for key, one in placed.items()}
    decided = decided.translated(machine)
    moves = Moves(connection)
    _place(connection, placed.values(), families.before, decided, moves)
    moves.carry_out()
    connection.execute(_SETTLED)
    _follow(connection, decided, [machine.get(key, key) for key in also])
    follow_links(connection)


def _compare(families: Families, join: Join) -> Iterator[_Placed]:
    for family in families.touched():
        full = {form.key for form in family.forms}
        for joined in join(family, families.evidence(family)):
            yield _Placed(joined, joined.key not in full)


def _at_ends(placed: Mapping[str, _Placed]) -> dict[str, _Placed]:
    """The same, each where its entity went in turn: a name goes to that of another type, which joined a third."""
    to = {key: one.joined.entity for key, one in placed.items() if one.joined.entity != key}
    return {
        key: _Placed(replace(one.joined, entity=end_of(to, one.joined.entity)), one.is_short)
        for key, one in placed.items()
    }


def _place(
    connection: Connection,
    placed: Iterable[_Placed],
    before: Mapping[str, Joined],
    decided: Decided,
    moves: Moves,
) -> None:
    """Take every naming by these names for the entity it was joined to, or that people decided on."""
    short = [one.joined for one in placed if one.is_short]
    names = [one.joined for one in placed if not one.is_short]
    moves.look_up(joined.entity for joined in (*short, *names))
    explained = []
    for joined, member in (*_short(connection, short), *_named(connection, names, before, decided, moves)):
        final = decided.entity(joined.entity, joined.key, member.article_entity_key)
        target = moves.entity(final, partial(int, member.article_entity_id))
        why, score = (joined.reason, joined.score) if final == joined.entity else (BY_DECISION, 1.0)
        if (member.reason, member.score) != (why, score):
            explained.append({"number": member.article_entity_id, "reason": why, "score": score})
        if member.entity_id != target:
            moves.move([member.article_entity_id], target)
    if explained:
        connection.execute(_EXPLAIN, explained)


def _short(connection: Connection, short: Sequence[Joined]) -> Iterator[tuple[Joined, Row[Any]]]:
    """The entities of articles that go by a short name of theirs."""
    for start in range(0, len(short), _AT_ONCE):
        some = {joined.key: joined for joined in short[start : start + _AT_ONCE]}
        for member in connection.execute(_SHORT, {"keys": list(some)}):
            yield some[member.article_entity_key], member


def _named(
    connection: Connection, names: Iterable[Joined], before: Mapping[str, Joined], decided: Decided, moves: Moves
) -> Iterator[tuple[Joined, Row[Any]]]:
    """The entities of articles by a name that are not yet where it was joined to, or of which people may say so."""
    as_before: dict[str, Joined] = {}
    for joined in names:
        if decided.speaks_of(joined):
            members = connection.execute(_MEMBERS, {"key": joined.key}).all()
        elif joined == before.get(joined.key):
            as_before[joined.key] = joined
            continue
        else:
            target = moves.entity(joined.entity, partial(_any, connection, joined.key))
            found = {"key": joined.key, "target": target, "reason": joined.reason, "score": joined.score}
            members = connection.execute(_ELSEWHERE, found).all()
        yield from ((joined, member) for member in members)
    # What came is stored as it goes by its name; only what is more than that has anywhere to go.
    elsewhere = {key: joined for key, joined in as_before.items() if joined != Joined(key, key, BY_NAME, 1.0)}
    for member in connection.execute(_NEW) if elsewhere else ():
        if member.name_key in elsewhere:
            yield elsewhere[member.name_key], member


def _any(connection: Connection, key: str) -> int:
    return int(connection.execute(_ANY, {"key": key}).scalar_one())


def _follow(connection: Connection, decided: Decided, undone: Iterable[str]) -> None:
    """Call and type entities as people decided, and as they were found where a decision was taken back."""
    for key in undone:
        connection.execute(_AS_FOUND, {"key": key})
        rename(connection, list(connection.execute(_NUMBER, {"key": key}).scalars()))
    for statement, values in ((_CALL, decided.names), (_TYPE, decided.types)):
        for key, value in values.items():
            connection.execute(statement, {"key": key, "value": value})
