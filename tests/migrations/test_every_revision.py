"""Every version has a picture, keeps every row on the way up, and on the way down keeps every row or refuses.

A new version NNNN needs ``rows/NNNN.sql`` (at least one row in every table) and ``pictures/NNNN.sql`` beside this file;
the failing test prints the picture. Version 0002 in ``unreleased/`` is known to these tests only: it rebuilds tables
that have children, a view and full text, which is what SQLite makes dangerous.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from alembic.util import CommandError
from sqlalchemy import Engine, text

from onrecord.migrations.steps import move_down, move_up, revisions, settings
from onrecord.migrations.transaction import one_transaction
from onrecord.schema import DatabaseError, open_database
from onrecord.schema.picture import picture, picture_of_models

HERE = Path(__file__).parent
RELEASED = revisions(settings())
UNRELEASED = settings(HERE / "unreleased")
ALL = revisions(UNRELEASED)

Move = Callable[[str, str], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is made."""
    return tmp_path / "corpus.db"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    """An engine for that path."""
    engine = open_database(path, for_writing=True)
    yield engine
    engine.dispose()


@pytest.fixture
def move(engine: Engine) -> Move:
    """``move("up", "0002")`` brings the database to a revision, released or not, in one transaction."""

    def go(direction: str, revision: str) -> None:
        with one_transaction(engine) as connection:
            {"up": move_up, "down": move_down}[direction](connection, UNRELEASED, revision)

    return go


def picture_of(path: Path) -> dict[str, str]:
    """The structure of a file (see ``schema.picture``)."""
    with closing(sqlite3.connect(path)) as connection:
        return picture(connection)


def put_rows(path: Path, revision: str) -> None:
    """Put in the rows that are kept for a revision."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((HERE / "rows" / f"{revision}.sql").read_text(encoding="utf-8"))


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table and view, and what the full-text tables find."""
    with closing(sqlite3.connect(path)) as connection:
        shown = [name for name, sql in picture(connection).items() if sql.startswith(("CREATE TABLE", "CREATE VIEW"))]
        rows = {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in shown}
        for index in ("paragraphs_fts", "quotes_fts"):
            found = f"SELECT rowid FROM {index} WHERE {index} MATCH 'harbour' ORDER BY rowid"
            rows[index] = connection.execute(found).fetchall()
            connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        return rows


def written(structure: dict[str, str]) -> str:
    """A picture as it is stored."""
    return "".join(f"{sql};\n" for sql in structure.values()).replace(", CONSTRAINT", ",\n  CONSTRAINT")


@pytest.mark.parametrize("revision", RELEASED)
def test_revision_equals_its_stored_picture(path: Path, move: Move, revision: str) -> None:
    """A released version makes exactly the tables it made when it was released."""
    move("up", revision)
    stored = HERE / "pictures" / f"{revision}.sql"
    expected = stored.read_text(encoding="utf-8") if stored.exists() else ""
    assert written(picture_of(path)) == expected, f"store this as {stored.name} if the version is not released yet"


def test_head_equals_the_models(path: Path, move: Move) -> None:
    """The newest version and the models make the same tables, columns, constraints, indexes, views and full text."""
    move("up", RELEASED[-1])
    assert picture_of(path) == picture_of_models()


@pytest.mark.parametrize("revision", RELEASED)
def test_rows_are_kept_for_every_revision(path: Path, move: Move, revision: str) -> None:
    """The rows kept for a version fill every table, so that the tests below miss none."""
    move("up", revision)
    put_rows(path, revision)
    empty = [name for name, rows in rows_of(path).items() if not rows]
    assert not empty


@pytest.mark.parametrize(("below", "above"), list(pairwise(ALL)))
def test_up_and_down_again_loses_nothing(path: Path, move: Move, below: str, above: str) -> None:
    """One version up and down again, with rows inside: the same tables and the same rows as before."""
    move("up", below)
    put_rows(path, below)
    structure, rows = picture_of(path), rows_of(path)
    move("up", above)
    assert {name: len(found) for name, found in rows_of(path).items() if name in rows} == {
        name: len(found) for name, found in rows.items()
    }
    move("down", below)
    assert picture_of(path) == structure
    assert rows_of(path) == rows


@pytest.mark.parametrize(("below", "above"), list(zip(("base", *ALL), ALL, strict=False)))
def test_down_keeps_every_row_or_refuses(path: Path, move: Move, below: str, above: str) -> None:
    """One version down and up again, with rows of the upper one inside, loses nothing; or it is refused at once."""
    move("up", above)
    put_rows(path, above)
    structure, rows = picture_of(path), rows_of(path)
    try:
        move("down", below)
    except CommandError as refusal:
        assert "would delete" in str(refusal)  # noqa: PT017 - either outcome is right, and what follows holds for both
    else:
        move("up", above)
    assert picture_of(path) == structure
    assert rows_of(path) == rows


@pytest.mark.parametrize("revision", ALL)
def test_empty_tables_go_down_to_nothing_and_up_again(path: Path, move: Move, revision: str) -> None:
    """Without rows every version goes down to an empty file and comes up again the same."""
    move("up", revision)
    structure = picture_of(path)
    move("down", "base")
    assert picture_of(path) == {}
    move("up", revision)
    assert picture_of(path) == structure


def test_unreleased_version_rebuilds_all_it_claims(path: Path, move: Move) -> None:
    """The version of these tests does what makes them worth running: rebuilt tables, a view, a trigger."""
    move("up", "0002")
    structure = picture_of(path)
    assert "note TEXT" in structure["quotes"]
    assert structure["quotes"].endswith("STRICT")
    assert "rule TEXT, start_char" in structure["paragraphs"]
    assert {"said", "pieces_go_too", "ix_quotes_speaker_id"} <= set(structure)


def test_version_that_leaves_a_loose_reference_is_rolled_back(path: Path, engine: Engine, move: Move) -> None:
    """References are not enforced while tables are rebuilt, so they are checked before anything is kept."""
    move("up", "0001")
    put_rows(path, "0001")
    before = path.read_bytes()

    def lose_a_parent() -> None:
        with one_transaction(engine) as connection:
            connection.execute(text("DELETE FROM outlets"))

    with pytest.raises(DatabaseError, match="row 1 of articles would point to a row that outlets does not have"):
        lose_a_parent()
    assert path.read_bytes() == before


def test_references_are_enforced_again_afterwards(engine: Engine, move: Move) -> None:
    """The connection that ran an upgrade goes back to its pool with foreign keys on."""
    move("up", "0001")
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
