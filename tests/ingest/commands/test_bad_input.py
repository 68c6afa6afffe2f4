"""Bad input: one clear line, an exit status, and nothing already stored changes."""

from __future__ import annotations

import io
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

CASES: dict[str, tuple[bytes, str, str]] = {
    "empty file": (b"", "empty", "an empty file found"),
    "white space only": (b" \n\t\n", "no-words", "no letter or digit found"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "unknown-format", "PNG"),
    "a program": (b"\x7fELF\x02\x01\x01\x00\x00\x00", "binary", "binary"),
    "broken UTF-16": ("Jane Roe said “yes”.".encode("utf-16")[:-1], "not-utf8", "UTF-16"),
    "UTF-16 without a mark": ("Jane Roe said yes.".encode("utf-16-le"), "not-utf8", "UTF-16"),
    "invalid UTF-8": ("Jane Roe said “yes”.".encode("cp1252"), "not-utf8", "byte offset 14 (line 1)"),
}


@pytest.mark.parametrize(("data", "code", "words"), CASES.values(), ids=CASES.keys())
def test_file_that_cannot_be_read_is_a_finding_and_changes_nothing_else(
    data: bytes, code: str, words: str, onrecord: Any, seeds_corpus: Path, tmp_path: Path, rows: Any, stored: Any
) -> None:
    """The line names the file; the status is 1; the finding is stored; every other row is as it was."""
    corpus = Path(shutil.copy(seeds_corpus, tmp_path / "corpus.db"))
    before = stored(corpus)
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    ran = onrecord("ingest", bad, "--db", corpus)
    assert ran.status == 1
    (line,) = ran.err.splitlines()
    assert str(bad) in line
    assert words in line
    assert rows(corpus, "SELECT code, path FROM findings") == [(code, bad.as_posix())]
    assert stored(corpus) == before


def test_unreadable_file_is_a_finding(
    onrecord: Any, seeds_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: Any
) -> None:
    """A file that the system will not open is named with the system's reason, and the run goes on."""
    corpus = Path(shutil.copy(seeds_corpus, tmp_path / "corpus.db"))
    locked, fine = tmp_path / "locked.txt", tmp_path / "open.txt"
    locked.write_text("Nobody may read this.")
    fine.write_text("Mayor Jane Roe said the bridge would open in spring.")
    really_open = Path.open

    def refuse(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == locked.name:
            raise PermissionError(13, "Permission denied", str(self))
        return really_open(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    ran = onrecord("ingest", locked, fine, "--db", corpus)
    assert ran.status == 1
    assert "locked.txt" in ran.err
    assert "Permission denied" in ran.err
    assert len(rows(corpus, "SELECT * FROM articles")) == 3


@pytest.mark.parametrize("arguments", [("empty",), ("nowhere.txt",), ("*.nothing",)])
def test_paths_without_an_article_are_refused(arguments: tuple[str, ...], onrecord: Any, tmp_path: Path) -> None:
    """Where there is nothing to read nothing is made, and the status is 2."""
    (tmp_path / "empty").mkdir()
    ran = onrecord("ingest", *(tmp_path / name for name in arguments), "--db", tmp_path / "corpus.db")
    assert ran.status == 2
    (line,) = ran.err.splitlines()
    assert line.startswith("onrecord: ")
    assert not (tmp_path / "corpus.db").exists()


def foreign_database(path: Path) -> None:
    """A database of another program."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.commit()


def newer_database(path: Path) -> None:
    """A corpus that a later version of onrecord upgraded."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def no_database(path: Path) -> None:
    """No database at all."""
    path.write_text("Dear diary, this is no database, only text that is long enough to look like a file header.\n" * 9)


@pytest.mark.parametrize("spoil", [foreign_database, newer_database, no_database])
@pytest.mark.parametrize("command", ["ingest", "upgrade"])
def test_database_that_is_not_ours_is_refused_untouched(
    spoil: Any, command: str, onrecord: Any, seeds_corpus: Path, tmp_path: Path, seeds: Path
) -> None:
    """Another program's file, a newer one, and what is no database: one line, status 2, not a byte changed."""
    corpus = tmp_path / "corpus.db"
    if spoil is newer_database:
        shutil.copy(seeds_corpus, corpus)
    spoil(corpus)
    before = corpus.read_bytes()
    arguments = ("ingest", seeds, "--db", corpus) if command == "ingest" else ("upgrade", corpus)
    ran = onrecord(*arguments)
    assert ran.status == 2
    (line,) = ran.err.splitlines()
    assert str(corpus) in line
    assert corpus.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus.db"]


def test_line_of_standard_input_that_is_no_article_is_a_finding(onrecord: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken line costs itself, not the lines after it."""
    lines = b'{"id": "a", "text": "Roe said yes."}\nnot json\n{"id": "b"}\n{"id": "c", "text": "Doe said no."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    ran = onrecord("extract", "--no-analysis", "-")
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 2
    assert [line.split(":")[1].strip() for line in ran.err.splitlines()] == [
        "line 2 of standard input",
        "line 3 of standard input",
    ]
