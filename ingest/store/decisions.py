"""Decisions by people: written, taken back, listed, and followed at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Engine, select, text, update

from onrecord.ingest.errors import DecisionError
from onrecord.ingest.identities import Decision, Doubt
from onrecord.ingest.store.insert import insert_rows, next_id, table_of
from onrecord.ingest.store.refusing import refuse
from onrecord.ingest.store.settling import Join, settle
from onrecord.schema import Decision as Row
from onrecord.schema.doubts import DOUBTS


def decide(
    engine: Engine, decisions: Iterable[Decision], join: Join, left_out: list[DecisionError] | None = None
) -> range:
    """Keep decisions and follow them; those that are kept already are passed over.

    In: where there is a list ``left_out``, what cannot be followed is put there and the rest is kept.
    Out: the numbers of those that are new.
    Errors: without that list DecisionError for a key that nobody has, or a value that is none; nothing is kept then.
    """
    with engine.begin() as connection:
        kept = set(_kept(connection))
        new: list[Decision] = []
        typed: dict[str, str] = {}
        for decision in decisions:
            if decision in kept:
                continue
            try:
                refuse(connection, decision, typed)
            except DecisionError as error:
                if left_out is None:
                    raise
                left_out.append(error)
                continue
            new.append(decision)
            if decision.kind == "type" and decision.value is not None:
                typed[decision.entity] = decision.value
        first = next_id(connection, Row)
        rows = ((number, *_row(decision)) for number, decision in enumerate(new, first))
        insert_rows(connection, Row, rows)
        settle(connection, join)
    return range(first, first + len(new))


def undo(engine: Engine, numbers: Iterable[int], at: str, join: Join) -> None:
    """Take decisions back, at the instant ``at``: what they changed is again as the program has it.

    Errors: DecisionError where no decision of one of the numbers holds; nothing is taken back then.
    """
    columns = table_of(Row).c
    keys: set[str] = set()
    with engine.begin() as connection:
        for number in numbers:
            query = select(columns.kind, columns.entity_key, columns.other_key).where(
                columns.decision_id == number, columns.undone_at.is_(None)
            )
            found = connection.execute(query).one_or_none()
            if found is None:
                raise DecisionError(f"no decision {number} holds; onrecord decide list shows those that do.")
            connection.execute(update(Row).where(columns.decision_id == number).values(undone_at=at))
            if found.kind != "link":
                keys |= {key for key in found[1:] if key is not None}
        settle(connection, join, also=sorted(keys))


def all_decisions(engine: Engine) -> list[tuple[int, Decision]]:
    """All decisions, with their numbers, those taken back too."""
    with engine.connect() as connection:
        number = table_of(Row).c.decision_id
        numbers = connection.execute(select(number).order_by(number)).scalars()
        return list(zip(numbers, _kept(connection), strict=True))


def doubts(engine: Engine, limit: int) -> list[Doubt]:
    """What is most worth a look: joined or apart on thin evidence, most at stake first."""
    with engine.connect() as connection:
        found = connection.execute(text(f"{DOUBTS} LIMIT :limit"), {"limit": limit})
        return [Doubt(*row) for row in found]


def _kept(connection: Connection) -> Iterator[Decision]:
    columns = table_of(Row).columns.values()[1:]
    for row in connection.execute(select(*columns).order_by(table_of(Row).c.decision_id)):
        yield Decision(*row)


def _row(decision: Decision) -> tuple[str | None, ...]:
    return (
        decision.kind, decision.entity, decision.other, decision.value,
        decision.by, decision.at, decision.why, decision.undone_at,
    )  # fmt: skip
