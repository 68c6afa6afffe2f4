"""Decisions by people: written, taken back, listed, and followed at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Engine, select, text, update

from onrecord.ingest.errors import DecisionError
from onrecord.ingest.identities import Decision, Doubt
from onrecord.ingest.store.insert import insert_rows, next_id, table_of
from onrecord.ingest.store.settling import Join, settle
from onrecord.schema import Decision as Row
from onrecord.schema.entities import ENTITY_TYPES
from onrecord.schema.resolution import DECISION_KINDS

_KNOWN = text(
    "SELECT type FROM article_entities WHERE name_key = :key OR article_entity_key = :key "
    "UNION ALL SELECT type FROM entities WHERE entity_key = :key LIMIT 1"
)
# What was joined on less than certain evidence, and what was not although a name would allow it.
_JOINED = text(
    """SELECT 'different', e.entity_key, e.name, CASE a.is_short WHEN 1 THEN a.article_entity_key ELSE a.name_key END,
        min(a.name), count(q.quote_id) AS quotes, min(a.reason)
    FROM article_entities AS a JOIN entities AS e ON e.entity_id = a.entity_id
    LEFT JOIN quotes AS q ON q.article_entity_id = a.article_entity_id
    WHERE a.score < :certain AND e.entity_key NOT IN (a.name_key, a.article_entity_key)
    GROUP BY 1, 2, 3, 4 HAVING count(q.quote_id) > 0"""
)
_APART = text(
    """SELECT 'same', c.entity_key, c.name, e.entity_key, e.name, count(q.quote_id) AS quotes, a.reason
    FROM article_entities AS a JOIN entities AS e ON e.entity_id = a.entity_id AND e.entity_key = a.article_entity_key
    JOIN quotes AS q ON q.article_entity_id = a.article_entity_id
    JOIN entities AS c ON c.entity_id = (
        SELECT o.entity_id FROM entity_aliases AS n
        JOIN article_entities AS o ON o.type = n.type AND o.form = n.form AND o.is_short = 0
        WHERE n.type = a.type AND n.alias = a.form ORDER BY n.article_count DESC, n.form LIMIT 1
    )
    WHERE a.is_short = 1 AND a.type <> 'unnamed' GROUP BY 1, 2, 3, 4, 5, 7"""
)
CERTAIN = 0.9


def decide(engine: Engine, decisions: Iterable[Decision], join: Join) -> int:
    """Keep decisions and follow them; those that are kept already are passed over.

    Out: how many are new.
    Errors: DecisionError for a key that nobody has, or a value that is none; nothing is kept then.
    """
    with engine.begin() as connection:
        kept = set(_kept(connection))
        new = [decision for decision in decisions if decision not in kept]
        for decision in new:
            _refuse(connection, decision)
        first = next_id(connection, Row)
        rows = ((number, *_row(decision)) for number, decision in enumerate(new, first))
        insert_rows(connection, Row, rows)
        settle(connection, join)
    return len(new)


def undo(engine: Engine, number: int, at: str, join: Join) -> None:
    """Take a decision back, at the instant ``at``: what it changed is again as the program has it.

    Errors: DecisionError where no decision of that number holds.
    """
    columns = table_of(Row).c
    with engine.begin() as connection:
        query = select(columns.entity_key, columns.other_key).where(
            columns.decision_id == number, columns.undone_at.is_(None)
        )
        found = connection.execute(query).one_or_none()
        if found is None:
            raise DecisionError(f"no decision {number} holds; onrecord decide list shows those that do.")
        connection.execute(update(Row).where(columns.decision_id == number).values(undone_at=at))
        settle(connection, join, also=[key for key in found if key is not None])


def all_decisions(engine: Engine) -> list[tuple[int, Decision]]:
    """All decisions, with their numbers, those taken back too."""
    with engine.connect() as connection:
        number = table_of(Row).c.decision_id
        numbers = connection.execute(select(number).order_by(number)).scalars()
        return list(zip(numbers, _kept(connection), strict=True))


def doubts(engine: Engine, limit: int) -> list[Doubt]:
    """What is most worth a look: joined or apart on thin evidence, most quotes at stake first."""
    with engine.connect() as connection:
        found = [Doubt(*row) for row in connection.execute(_JOINED, {"certain": CERTAIN})]
        found += [Doubt(*row) for row in connection.execute(_APART)]
    return sorted(found, key=lambda doubt: (-doubt.quotes, doubt.name, doubt.other))[:limit]


def _kept(connection: Connection) -> Iterator[Decision]:
    columns = table_of(Row).columns.values()[1:]
    for row in connection.execute(select(*columns).order_by(table_of(Row).c.decision_id)):
        yield Decision(*row)


def _row(decision: Decision) -> tuple[str | None, ...]:
    return (
        decision.kind, decision.entity, decision.other, decision.value,
        decision.by, decision.at, decision.why, decision.undone_at,
    )  # fmt: skip


def _refuse(connection: Connection, decision: Decision) -> None:
    if decision.kind not in DECISION_KINDS:
        raise DecisionError(f"{decision.kind} is no decision; expected one of {', '.join(DECISION_KINDS)}.")
    if decision.entity == decision.other:
        raise DecisionError(f"{decision.entity} stands on both sides; two different keys are expected.")
    for key in filter(None, (decision.entity, decision.other)):
        found = connection.scalar(_KNOWN, {"key": key})
        if found is None:
            raise DecisionError(f"nothing here has the key {key}; keys stand on the pages and in entities.entity_key.")
        if found == "unnamed":
            raise DecisionError(f"{key} is a source nobody names; who that is can be written down, not decided here.")
    named = {kind for kind in ENTITY_TYPES if kind != "unnamed"}
    if decision.kind == "type" and decision.value not in named:
        raise DecisionError(f"{decision.value} is no type; expected one of {', '.join(sorted(named))}.")
