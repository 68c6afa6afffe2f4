"""What an ingest and ``onrecord upgrade`` may meet: no file, ours, an older, a newer, a stranger's."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, Engine, create_engine, text

from onrecord import migrations
from onrecord.migrations import head, prepare, revision_of, steps, upgrade
from onrecord.schema import APPLICATION_ID, Base, DatabaseError, fulltext, open_database
from onrecord.schema.errors import ForeignFileError, RevisionError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database can be made; the name has what URLs and settings give a meaning."""
    return tmp_path / "my corpus 100%?x#1.db"


def names_in(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def set_revision(path: Path, revision: str) -> None:
    """Make a file say that it has the tables of another revision."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()


def test_ingest_gets_a_new_file_at_head(path: Path) -> None:
    """Where nothing is, the migrations make a corpus that carries our mark."""
    engine = prepare(path)
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA application_id")) == APPLICATION_ID
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    engine.dispose()
    assert revision_of(path) == head()
    assert names_in(path.parent) == [path.name]


def test_ingest_takes_an_empty_file(path: Path) -> None:
    """An empty file, as mktemp makes it, is nothing yet."""
    path.touch()
    prepare(path).dispose()
    assert revision_of(path) == head()


def test_upgrade_of_a_file_at_head_changes_nothing(path: Path) -> None:
    """Upgrading twice tells both times where the file stood, and the second time no byte changes."""
    assert upgrade(path) == (None, head())
    before = path.read_bytes()
    assert upgrade(path) == (head(), head())
    assert path.read_bytes() == before


def plain_engine(path: Path) -> Engine:
    """An engine that SQLAlchemy makes without our settings."""
    return create_engine(URL.create("sqlite", database=str(path)))


@pytest.mark.parametrize("make_engine", [partial(open_database, for_writing=True), plain_engine])
def test_upgrade_takes_an_engine(path: Path, make_engine: Callable[[Path], Engine]) -> None:
    """A program that has an engine already upgrades through it, whether we made it or not."""
    engine = make_engine(path)
    assert upgrade(engine) == (None, head())
    assert upgrade(engine) == (head(), head())
    engine.dispose()


def test_upgrade_works_in_memory() -> None:
    """A database in memory is upgraded through its engine."""
    engine = open_database(":memory:")
    assert upgrade(engine) == (None, head())
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM said")) == 0
    engine.dispose()


def text_file(path: Path) -> None:
    """A file that is no database."""
    path.write_text("Minutes of the harbour council. " * 10)


def strangers_database(path: Path) -> None:
    """A database that another program made."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (title)")


def cut_off_database(path: Path) -> None:
    """A database of which only the beginning is left."""
    upgrade(path)
    path.write_bytes(path.read_bytes()[:3000])


def newer_corpus(path: Path) -> None:
    """A corpus that a later version of onrecord made."""
    upgrade(path)
    set_revision(path, "9999")


REFUSED: dict[str, tuple[Callable[[Path], object], type[DatabaseError], str]] = {
    "text_file": (text_file, ForeignFileError, "is no SQLite database"),
    "strangers_database": (strangers_database, ForeignFileError, "the database of another program"),
    "cut_off_database": (cut_off_database, DatabaseError, "cannot be read"),
    "newer_corpus": (newer_corpus, RevisionError, "newer onrecord .*: update onrecord"),
    "folder": (Path.mkdir, ForeignFileError, "is no file"),
}


@pytest.mark.parametrize("verb", [prepare, upgrade])
@pytest.mark.parametrize("case", REFUSED)
def test_refused_file_is_told_in_one_line_and_not_touched(
    path: Path, case: str, verb: Callable[[Path], object]
) -> None:
    """What is not ours to write is refused with a sentence that names it; its bytes and its folder stay."""
    make, error, words = REFUSED[case]
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(error, match=words) as caught:
        verb(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert names_in(path.parent) == [path.name]


def test_ingest_into_older_tables_says_how_to_upgrade(path: Path) -> None:
    """A corpus with older tables is not written to: the user is told the command."""
    upgrade(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM alembic_version")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(RevisionError, match="run onrecord upgrade"):
        prepare(path)
    assert path.read_bytes() == before


def test_missing_folder_is_told(tmp_path: Path) -> None:
    """A mistyped path does not grow folders."""
    with pytest.raises(DatabaseError, match="there is no folder"):
        prepare(tmp_path / "dat" / "corpus.db")
    assert not (tmp_path / "dat").exists()


@pytest.mark.parametrize("database", [Path, open_database, plain_engine])
def test_failing_version_leaves_the_file_as_it_was(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Callable[[Path], Path | Engine]
) -> None:
    """A version that fails half way leaves neither half of its tables nor a changed byte, and is told in one line."""
    upgrade(path)
    before = path.read_bytes()
    versions = tmp_path / "versions"
    versions.mkdir()
    (versions / "0002_fails.py").write_text(
        'from alembic import op\nrevision, down_revision = "0002", "0001"\n'
        'def upgrade():\n    op.execute("CREATE TABLE half (x)")\n    op.execute("DROP VIEW said")\n'
        '    op.execute("INSERT INTO none VALUES (1)")\n'
    )
    monkeypatch.setattr(migrations, "settings", lambda: steps.settings(versions))
    given = database(path)
    with pytest.raises(DatabaseError, match="stays as it was, the upgrade failed: no such table: none"):
        upgrade(given)
    assert path.read_bytes() == before
    assert names_in(path.parent) == [path.name, "versions"]
    if isinstance(given, Engine):
        given.dispose()


def test_models_and_head_differ_in_nothing_that_alembic_sees(path: Path) -> None:
    """Alembic's own comparison, which writes new versions, finds nothing to do."""
    upgrade(path)
    engine = open_database(path)
    with engine.connect() as connection:
        options = {
            "include_object": lambda _item, name, *_: not any(name.startswith(index) for index in fulltext.INDEXES)
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_upgrade_makes_no_noise(
    path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """An upgrade prints nothing, and shows nothing of Alembic's log to whoever has not asked for it."""
    caplog.set_level(logging.WARNING)
    upgrade(path)
    assert caplog.messages == []
    assert capfd.readouterr() == ("", "")


def test_upgrade_reads_nothing_from_the_working_folder(path: Path, tmp_path: Path) -> None:
    """Started anywhere, beside somebody else's alembic.ini, an upgrade is the same: nothing there is read."""
    (tmp_path / "alembic.ini").write_text("[alembic]\nscript_location = nowhere\n")
    program = "import sys; from onrecord.migrations import upgrade; print(upgrade(sys.argv[1]))"
    done = subprocess.run(  # noqa: S603 - our own program in our own interpreter
        [sys.executable, "-c", program, str(path)], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str((None, head()))


def test_two_that_make_the_same_file_take_turns(path: Path) -> None:
    """Of two programs that make a corpus at the same moment one makes it and the other finds it made."""
    program = "import sys; from onrecord.migrations import prepare; prepare(sys.argv[1])"
    both = [subprocess.Popen([sys.executable, "-c", program, str(path)]) for _ in range(2)]  # noqa: S603 - our own program
    assert [one.wait(60) for one in both] == [0, 0]
    assert revision_of(path) == head()


def test_command_line_for_new_versions_finds_nothing_to_do(path: Path) -> None:
    """``alembic`` works from the root for whoever writes a new version, and sees no change between head and models."""
    upgrade(path)
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "alembic.config"]
    done = subprocess.run(  # noqa: S603 - Alembic in our own interpreter
        [*command, "-x", f"db={path}", "check"], cwd=root, capture_output=True, text=True, check=True
    )
    assert "No new upgrade operations detected" in done.stdout
    done = subprocess.run([*command, "check"], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - the same
    assert done.returncode != 0
    assert "alembic -x db=FILE" in done.stdout
