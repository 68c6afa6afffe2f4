"""A picture of a database's structure: every table, index, view and trigger as text that can be compared."""

from __future__ import annotations

import re
import sqlite3
from typing import cast

from sqlalchemy import create_engine

from onrecord.schema.connect import create_all


def picture(connection: sqlite3.Connection) -> dict[str, str]:
    """What a SQLite file holds, by name: the statement that makes it, white space folded.

    The tables that SQLite, FTS5 and Alembic keep for themselves are left out, and so are the quotation marks that
    SQLite puts around the name of a table that was rebuilt.
    """
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    statements = {name: (kind, " ".join(sql.split())) for kind, name, sql in rows}
    indexes = [name for name, (_, sql) in statements.items() if sql.startswith("CREATE VIRTUAL TABLE")]
    kept_by_fts5 = {f"{index}_{part}" for index in indexes for part in ("config", "content", "data", "docsize", "idx")}
    return {
        name: re.sub(rf'^CREATE TABLE "{name}"', f"CREATE TABLE {name}", sql)
        for name, (_, sql) in statements.items()
        if name not in kept_by_fts5 | {"alembic_version"}
    }


def picture_of_models() -> dict[str, str]:
    """The picture of a fresh database made straight from the models."""
    engine = create_engine("sqlite://")
    try:
        with engine.connect() as connection:
            create_all(connection)
            return picture(cast("sqlite3.Connection", connection.connection.driver_connection))
    finally:
        engine.dispose()
