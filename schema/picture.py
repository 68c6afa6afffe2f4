"""A picture of a database's structure: every table, index, view and trigger as text that can be compared."""

from __future__ import annotations

import re
import sqlite3
from typing import cast

from sqlalchemy import create_engine

from onrecord.schema.connect import create_all

_TABLE = re.compile(r'CREATE TABLE "?(?P<name>\w+)"? ?\((?P<items>.*)\)(?P<options>[^()]*)')
_CONSTRAINT = re.compile(r"(CONSTRAINT|PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY)\b")
# A quoted string (a doubled mark reads as two strings that touch), or one character.
_TOKEN = re.compile(r"'[^']*'|\"[^\"]*\"|.")


def picture(connection: sqlite3.Connection) -> dict[str, str]:
    """What a SQLite file holds, by name: the statement that makes it, in one fixed way of writing.

    White space is folded, and a table's constraints are sorted behind its columns: a table that was rebuilt has them in
    any order. What SQLite, FTS5 and Alembic keep for themselves is left out.
    """
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    statements = {name: _canonical(" ".join(sql.split())) for name, sql in rows}
    indexes = [name for name, sql in statements.items() if sql.startswith("CREATE VIRTUAL TABLE")]
    kept_by_fts5 = {f"{index}_{part}" for index in indexes for part in ("config", "content", "data", "docsize", "idx")}
    return {name: sql for name, sql in statements.items() if name not in kept_by_fts5 | {"alembic_version"}}


def picture_of_models() -> dict[str, str]:
    """The picture of a fresh database made straight from the models."""
    engine = create_engine("sqlite://")
    try:
        with engine.connect() as connection:
            create_all(connection)
            return picture(cast("sqlite3.Connection", connection.connection.driver_connection))
    finally:
        engine.dispose()


def _canonical(statement: str) -> str:
    table = _TABLE.fullmatch(statement)
    if not table:
        return statement
    items = _split(table["items"])
    columns = [item for item in items if not _CONSTRAINT.match(item)]
    constraints = sorted(item for item in items if _CONSTRAINT.match(item))
    return f"CREATE TABLE {table['name']} ({', '.join(columns + constraints)}) {table['options'].strip()}".strip()


def _split(items: str) -> list[str]:
    """The columns and constraints of a CREATE TABLE: what stands between its outermost commas."""
    parts, depth = [""], 0
    for piece in _TOKEN.findall(items):
        if piece == "," and depth == 0:
            parts.append("")
            continue
        depth += (piece == "(") - (piece == ")")
        parts[-1] += piece
    return [part.strip() for part in parts]
