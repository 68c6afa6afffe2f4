"""A watched folder: what is new, changed, and whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.commands.watching import keep_ingested
from onrecord.ingest.readers import Options
from onrecord.ingest.watch import Watch

TEXT = "The ferry to Sandvik sails again, the harbour office said on Friday morning."


@pytest.mark.parametrize(
    ("looks", "given"),
    [
        ([{"a": (1, 1)}, {"a": (1, 1)}, {"a": (1, 1)}], [(), ("a",), ()]),  # once
        ([{"a": (1, 1)}, {"a": (2, 2)}, {"a": (2, 2)}], [(), (), ("a",)]),  # still growing
        ([{"a": (1, 1)}, {"a": (1, 1)}, {"a": (1, 5)}, {"a": (1, 5)}], [(), ("a",), (), ("a",)]),  # changed
        ([{"b": (1, 1), "a": (1, 1)}] * 2, [(), ("a", "b")]),
        ([{"a": (1, 1)}, {"a": (1, 1)}, {}, {"a": (1, 1)}, {"a": (1, 1)}], [(), ("a",), (), (), ("a",)]),  # back again
        ([{}, {}], [(), ()]),
    ],
)
def test_a_file_is_given_when_two_looks_agree(looks: list[Any], given: list[Any]) -> None:
    """And again only when it changed."""
    watch = Watch()
    assert [watch.look(files) for files in looks] == given


def test_what_comes_into_a_folder_is_in_the_corpus(
    tmp_path: Path, rows: Callable[[Path, str], list[tuple[Any, ...]]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Look after look; the folder may be empty at first."""
    folder, database = tmp_path / "in", tmp_path / "corpus.db"
    folder.mkdir()
    comes = {1: "a.txt", 4: "b.txt"}
    looks = 0

    def pause() -> bool:
        nonlocal looks
        looks += 1
        if looks in comes:
            (folder / comes[looks]).write_text(f"{TEXT} {looks}", encoding="utf-8")
        return looks < 8

    keep_ingested(folder, database, Options(), lambda: "2024-05-03T12:00:00Z", pause)
    assert rows(database, "SELECT count(*) FROM articles") == [(2,)]
    assert rows(database, "SELECT count(*) FROM ingest_runs") == [(2,)]
    out = capsys.readouterr().out
    assert out.startswith(f"Watching {folder}: what comes into it goes into {database}. Stop with Ctrl+C.\n")
    assert out.count("Added 1 article") == 2


def test_a_watched_file_that_changes_is_a_version(
    tmp_path: Path, rows: Callable[[Path, str], list[tuple[Any, ...]]]
) -> None:
    """As without watching."""
    folder, database = tmp_path / "in", tmp_path / "corpus.db"
    folder.mkdir()
    comes = {1: TEXT, 4: TEXT.replace("Friday", "Saturday")}
    looks = 0

    def pause() -> bool:
        nonlocal looks
        looks += 1
        if looks in comes:
            (folder / "a.txt").write_text(comes[looks], encoding="utf-8")
            os.utime(folder / "a.txt", (looks, looks))
        return looks < 7

    keep_ingested(folder, database, Options(), lambda: "2024-05-03T12:00:00Z", pause)
    found = rows(database, "SELECT article_id, previous_article_id FROM articles ORDER BY 1")
    assert found == [(1, None), (2, 1)]


def test_metadata_that_come_later_reach_a_watched_article(
    tmp_path: Path, rows: Callable[[Path, str], list[tuple[Any, ...]]]
) -> None:
    """A table that is put into the folder, or changed, tells of files that were read before."""
    folder, database = tmp_path / "in", tmp_path / "corpus.db"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    comes = {3: "The Satr", 6: "The Star"}
    looks = 0

    def pause() -> bool:
        nonlocal looks
        looks += 1
        if looks in comes:
            (folder / "metadata.csv").write_text(f"file,outlet\na.txt,{comes[looks]}\n", encoding="utf-8")
        return looks < 9

    keep_ingested(folder, database, Options(), lambda: "2024-05-03T12:00:00Z", pause)
    assert rows(database, "SELECT name FROM articles JOIN outlets USING (outlet_id)") == [("The Star",)]
    assert rows(database, "SELECT article_count, updated_count FROM ingest_runs") == [(1, 0), (0, 1), (0, 1)]


def test_watch_and_path_exclude_each_other(onrecord: Any, tmp_path: Path) -> None:
    """As one does not end; and one of them is needed."""
    assert onrecord("ingest", "a.txt", "--watch", tmp_path, "--db", tmp_path / "c.db").status == 2
    assert onrecord("ingest", "--db", tmp_path / "c.db").status == 2
