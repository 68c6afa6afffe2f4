"""Bringing a database to the tables of this program: made, recognised, upgraded, all or nothing.

``prepare`` is what an ingest needs, ``upgrade`` what ``onrecord upgrade FILE`` does; ``head`` and ``revision_of`` tell
where program and file stand.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic.migration import MigrationContext
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from onrecord.migrations.steps import move_up, revisions, settings
from onrecord.migrations.transaction import one_transaction
from onrecord.schema import open_database
from onrecord.schema.errors import DatabaseError, RevisionError
from onrecord.schema.identity import holds_corpus

__all__ = ["head", "prepare", "revision_of", "upgrade"]


def head() -> str:
    """The revision of this program's tables."""
    return revisions(settings())[-1]


def revision_of(path: str | Path) -> str | None:
    """The revision of a file's tables.

    In: path of a SQLite file; it is opened for reading only. Out: the revision; None where there is no corpus yet.
    Errors: ForeignFileError for another program's file; DatabaseError where it cannot be read.
    """
    path = Path(path)
    if not holds_corpus(path):
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
                return None
            row: tuple[str] | None = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise DatabaseError(f"{path} cannot be read: {error}") from error
    return row[0] if row else None


def prepare(path: str | Path) -> Engine:
    """Open the corpus that an ingest writes into, making it where there is none.

    In: path of a SQLite file. Out: an engine for writing.
    Errors: ForeignFileError for another program's file; RevisionError for tables of another version, older or newer;
    DatabaseError where the file cannot be read or made. An existing file is not changed by a refusal.
    """
    path = Path(path)
    if not holds_corpus(path):
        upgrade(path)
    elif (found := revision_of(path)) != head():
        _refuse_newer(path, found)
        raise RevisionError(
            f"{path} has the tables of an older onrecord (revision {found}, not {head()}): run onrecord upgrade {path}"
        )
    return open_database(path, for_writing=True)


def upgrade(database: Engine | str | Path) -> tuple[str | None, str]:
    """Bring a database to the tables of this program, making it where there is none.

    In: path of a SQLite file, or an engine. Out: the revision before (None: there was nothing) and after.
    Errors: as ``prepare``, but that older tables are what it is for. After an error everything is as it was before.
    """
    if isinstance(database, Engine):
        return _upgrade(database, str(database.url))
    path = Path(database)
    if holds_corpus(path):
        _refuse_newer(path, revision_of(path))
    elif not path.exists():
        _make(path)
        return None, head()
    return _upgrade_file(path, str(path))


def _make(path: Path) -> None:
    """Make a corpus beside its place and put it there whole: a killed run leaves no half file under the name.

    Where another run has made one meanwhile, that one stays. Errors: DatabaseError where the file cannot be made.
    """
    if not path.absolute().parent.is_dir():
        raise DatabaseError(f"{path} cannot be made: there is no folder {path.parent}; make it or choose another file")
    try:
        with TemporaryDirectory(prefix=f".{path.name}.", dir=path.absolute().parent) as folder:
            new = Path(folder) / path.name
            _upgrade_file(new, str(path))
            try:
                path.hardlink_to(new)
            except FileExistsError:
                return
            except OSError:  # a file system without links
                new.rename(path)
    except OSError as error:
        raise DatabaseError(f"{path} cannot be made: {error.strerror}") from error


def _upgrade_file(path: Path, name: str) -> tuple[str | None, str]:
    engine = open_database(path, for_writing=True)
    try:
        return _upgrade(engine, name)
    finally:
        engine.dispose()


def _upgrade(engine: Engine, name: str) -> tuple[str | None, str]:
    config = settings()
    try:
        with one_transaction(engine) as connection:
            found = MigrationContext.configure(connection).get_current_revision()
            _refuse_newer(name, found)
            move_up(connection, config)
    except DBAPIError as error:
        raise DatabaseError(f"{name} stays as it was, the upgrade failed: {error.orig}") from error
    return found, head()


def _refuse_newer(name: str | Path, found: str | None) -> None:
    known = revisions(settings())
    if found is not None and found not in known:
        raise RevisionError(
            f"{name} has the tables of a newer onrecord (revision {found}; this one knows up to {known[-1]}): "
            "update onrecord"
        )
