"""Which of the attached databases are ours: the file's header says so, whatever the file is called."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from onrecord.schema import APPLICATION_ID

# Where SQLite keeps the application id in its header (https://www.sqlite.org/fileformat.html, 1.3).
_OFFSET, _LENGTH = 68, 4


@lru_cache(maxsize=64)
def _application_id(path: str, _modified: int) -> int:
    with Path(path).open("rb") as file:
        file.seek(_OFFSET)
        return int.from_bytes(file.read(_LENGTH), "big")


def is_corpus(database: Any) -> bool:
    """True for a database whose file onrecord made.

    In: a Datasette database. Unsure: memory databases and files that have gone away are not ours.
    """
    if not database.path or not Path(database.path).is_file():
        return False
    return _application_id(*version(database)) == APPLICATION_ID


def version(database: Any) -> tuple[str, int]:
    """A database's file and the time it last changed, by which anything remembered about it is filed."""
    return str(database.path), Path(database.path).stat().st_mtime_ns


def corpora(datasette: Any) -> list[Any]:
    """Our databases among the attached ones, in their order."""
    return [database for database in datasette.databases.values() if is_corpus(database)]


def is_ours(datasette: Any, name: str | None) -> bool:
    """True where the database of that name is attached and ours."""
    database = datasette.databases.get(name) if name else None
    return database is not None and is_corpus(database)
