"""Opening a database: foreign keys always on, transactions that are really transactions."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event

from onrecord.schema import fulltext, said
from onrecord.schema.base import APPLICATION_ID, Base

if TYPE_CHECKING:
    from sqlalchemy.pool import ConnectionPoolEntry

# Another ingest or a reader may hold the file for a moment; wait that long (seconds) before giving up.
BUSY_TIMEOUT = 60
IN_MEMORY = ":memory:"


def open_database(database: str | Path, *, for_writing: bool = False) -> Engine:
    """An engine for a corpus.

    In: path of a SQLite file (a writer's is made if absent), or a SQLAlchemy URL; whether the caller comes to write.
    Out: an engine; on SQLite every connection enforces foreign keys, and writers take turns from the first statement
    on (BEGIN IMMEDIATE), while readers read beside each other and need no leave to write the file.
    Errors: FileNotFoundError for a reader's path where nothing is.
    """
    # A path is put into the URL as a part of its own: it may hold "?" or "%".
    is_url = "://" in str(database)
    if not (is_url or for_writing or str(database) == IN_MEMORY or Path(database).exists()):
        raise FileNotFoundError(f"{database}: no such corpus; onrecord ingest PATH --db {database} makes one.")
    engine = create_engine(str(database) if is_url else URL.create("sqlite", database=str(database)))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin_writing if for_writing else _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # The driver must not begin or commit by itself: DDL would slip out of the transaction.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT * 1000}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def create_all(connection: Connection) -> None:
    """Make every table, view and full-text index straight from the models.

    For tests and comparisons: a real corpus is made by the migrations, and a test holds the two equal.
    """
    Base.metadata.create_all(connection)
    connection.exec_driver_sql(said.CREATE)
    if connection.dialect.name == "sqlite":
        for index in fulltext.INDEXES:
            connection.exec_driver_sql(fulltext.create(index))
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
