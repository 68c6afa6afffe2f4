"""One transaction that holds a whole upgrade: all of it or nothing.

Rebuilding a table means dropping it, which with foreign keys on would delete or refuse its children's rows. So foreign
keys are off meanwhile and checked before the commit. The pragma works outside a transaction only, and SQLAlchemy begins
one with its first statement: that is why it goes to the driver.

Source: https://www.sqlite.org/lang_altertable.html, section 7, "Making Other Kinds Of Table Schema Changes".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from sqlalchemy import Connection, Engine

from onrecord.schema.errors import DatabaseError


@contextmanager
def one_transaction(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that is committed at the end, and rolled back by any error.

    Errors: DatabaseError where a row would be left that points to no row.
    """
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                yield connection
            return
        driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                if not driver.in_transaction:  # an engine of another make leaves the beginning to its driver
                    driver.execute("BEGIN IMMEDIATE")
                yield connection
                _require_sound_references(driver)
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def _require_sound_references(driver: sqlite3.Connection) -> None:
    broken = driver.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        table, row, parent, _ = broken
        raise DatabaseError(f"row {row} of {table} would point to a row that {parent} does not have")
