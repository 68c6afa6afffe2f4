"""Is this file whole? Looked at are the file, its structure and its rows; nothing in it or beside it is changed.

First the file (whose it is, nothing left beside it), then its structure (tables, indexes, full text), then its rows:
references, values allowed, every offset and the words at it, and the counts of entities, names and statements. The
rules about rows stand in ``rules``, each as one query over a whole table. What the schema knows no rule for is taken as
it stands: word counts, confidences, the sums that a run wrote down.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from onrecord.schema import fulltext
from onrecord.schema.errors import DatabaseError
from onrecord.schema.identity import holds_corpus, read_header
from onrecord.schema.picture import picture, picture_of_models
from onrecord.schema.rule import Rule
from onrecord.schema.rules import all_rules, register

# A rule that fails for a whole table would fill the screen; so many rows of it are told, then their number.
TOLD = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One promise that the file breaks.

    ``table``: the table, or ``file`` for the file as a whole. ``row``: its key, as ``quote_id 3`` (empty for the whole
    table). ``found``, ``expected``: what stands there and what should. ``str(problem)`` is the sentence.
    """

    table: str
    row: str
    found: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.table}, {self.row}" if self.row else self.table
        return f"{place}: found {self.found}, expected {self.expected}"


def check(path: str | Path, revision: str) -> tuple[Problem, ...]:
    """Verify a corpus.

    In: path of a SQLite file; the revision its tables should have. Out: every promise it breaks; none for a sound
    file.
    Unsure: a file that cannot be read on gives what was found until then, and that it could not be read.
    """
    path = Path(path)
    problems = list(_file(path))
    if problems:
        return tuple(problems)
    in_wal_mode = read_header(path)[18] == 2
    if in_wal_mode:
        problems.append(Problem("file", "", "journal mode WAL", "journal mode DELETE, so that the corpus is one file"))
    # A file in WAL mode would get a -wal and a -shm beside it by being opened, unless it is said not to change.
    options = "mode=ro&immutable=1" if in_wal_mode else "mode=ro"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True)) as connection:
            for problem in _inside(connection, revision):
                problems.append(problem)  # noqa: PERF402 - what was found until an error is kept
    except sqlite3.DatabaseError as error:
        problems.append(Problem("file", "", f"that it cannot be read on ({error})", "a readable database"))
    return tuple(problems)


def _file(path: Path) -> Iterator[Problem]:
    try:
        if not holds_corpus(path):
            yield Problem("file", "", f"nothing at {path}", "a corpus")
    except DatabaseError as error:
        yield Problem("file", "", str(error), "a corpus")
    for suffix in ("-wal", "-shm", "-journal"):
        if Path(f"{path}{suffix}").exists():
            yield Problem("file", "", f"{path.name}{suffix} beside it", "one file: an ingest runs, or was interrupted")


def _inside(connection: sqlite3.Connection, revision: str) -> Iterator[Problem]:
    found = _revision(connection)
    if found != revision:
        yield Problem("file", "", f"revision {found}", f"revision {revision}")
        return
    yield from _structure(connection)
    yield from _references(connection)
    for index in fulltext.INDEXES:
        yield from _full_text(connection, index)
    register(connection)
    for rule in all_rules():
        yield from _rows(connection, rule)


def _revision(connection: sqlite3.Connection) -> str | None:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        return None
    row: tuple[str] | None = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None


def _structure(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem("file", "", message, "no fault by integrity_check")
    found = picture(connection)
    for name, expected in picture_of_models().items():
        if found.get(name) != expected:
            yield Problem(name, "", found.get(name, "nothing of that name"), expected)


def _references(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        place = "" if row is None else f"row {row}"
        yield Problem(table, place, f"a reference to a row that {parent} does not have", "no loose reference")


def _full_text(connection: sqlite3.Connection, index: str) -> Iterator[Problem]:
    """Compare an index with its table.

    FTS5's own check is an INSERT, which a file opened for reading refuses. So the index is copied as it is into a
    temporary table over the same texts, and the check is asked of the copy.
    """
    content, rowid = fulltext.INDEXES[index]
    connection.execute(f"CREATE TEMP VIEW checked_content AS SELECT {rowid}, text FROM main.{content}")
    connection.execute(
        fulltext.create(index).replace(index, "temp.checked").replace(f'"{content}"', '"checked_content"')
    )
    for part in ("data", "idx", "docsize", "config"):
        connection.execute(f"DELETE FROM temp.checked_{part}")
        connection.execute(f"INSERT INTO temp.checked_{part} SELECT * FROM main.{index}_{part}")
    try:
        connection.execute(fulltext.check("checked"))
    except sqlite3.DatabaseError:
        yield Problem(
            index, "", f"that it does not index the texts of {content}", f"the words of every row of {content}"
        )
    connection.execute("DROP TABLE temp.checked")
    connection.execute("DROP VIEW temp.checked_content")


def _rows(connection: sqlite3.Connection, rule: Rule) -> Iterator[Problem]:
    cursor = connection.execute(rule.query)
    keys = [column[0] for column in cursor.description[:-2]]
    for *key, found, expected in islice(cursor, TOLD):
        row = ", ".join(f"{name} {value}" for name, value in zip(keys, key, strict=True))
        yield Problem(rule.table, row, str(found), str(expected))
    more = sum(1 for _ in cursor)
    if more:
        yield Problem(rule.table, "", f"{more:,} more rows like the last", "none")
