"""The words Datasette shows come from the models, and every setting names something that exists."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.publish import words
from onrecord.schema import Base, said

VIEW = {name for name, _, _ in said.COLUMNS}
COLUMNS = {name: {column.name for column in table.columns} for name, table in Base.metadata.tables.items()} | {
    said.NAME: VIEW
}


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_table_and_column_has_its_words(table: str, get: Callable[[str], Any]) -> None:
    """What a table holds and what each of its columns means stands on its page."""
    page = get(f"/corpus/{table}").text
    described = get("/-/metadata.json").json()["databases"]["corpus"]["tables"][table]
    assert set(described["columns"]) == COLUMNS[table]
    assert all(described["columns"].values())
    assert described["description"]
    assert page.count("<dt>") >= len(COLUMNS[table])


@pytest.mark.parametrize("table", sorted(words.SETTINGS))
def test_every_setting_names_a_column_that_exists(table: str) -> None:
    """A facet, a sort or a label of a renamed column would be an error on the page."""
    settings = words.SETTINGS[table]
    named = [
        *settings.get("facets", ()),
        *(settings[key] for key in ("sort_desc", "label_column", "fts_pk") if key in settings),
    ]
    assert set(named) <= COLUMNS[table]


def test_everything_said_is_shown_without_sorting_it_first(get: Callable[[str], Any], corpus_file: Path) -> None:
    """The door for people who write SQL opens at once, however many quotes stand behind it."""
    sql = get("/corpus/said.json?_extra=query").json()["query"]["sql"]
    connection = sqlite3.connect(corpus_file)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    connection.close()
    assert "order by quote_id desc" in sql
    assert not [step for step in plan if "TEMP B-TREE" in step]


def test_machinery_is_hidden(get: Callable[[str], Any]) -> None:
    """Full-text tables do not stand among the tables people read."""
    tables = get("/corpus.json").json()["tables"]
    assert {table["name"] for table in tables if not table["hidden"]} == set(Base.metadata.tables)


@pytest.mark.parametrize(
    ("table", "words_asked", "rows"), [("said", "island", 2), ("quotes", "island", 2), ("paragraphs", "sailing", 90)]
)
def test_core_search_works_on_tables_and_on_the_view(
    get: Callable[[str], Any], table: str, words_asked: str, rows: int
) -> None:
    """Datasette's own search box knows the full-text index of each."""
    assert get(f"/corpus/{table}.json?_search={words_asked}").json()["filtered_table_rows_count"] == rows


@pytest.mark.parametrize("typed", ["%22", "", "*", "%22%22", "-", "a%22b"])
def test_core_search_survives_odd_questions(get: Callable[[str], Any], typed: str) -> None:
    """A lone quotation mark is no error on Datasette's table pages either."""
    assert get(f"/corpus/said?_search={typed}").status_code == 200


def test_a_users_metadata_wins(corpus_file: Path, publish: Callable[..., Callable[[str], Any]]) -> None:
    """Whoever publishes may say it in other words."""
    get = publish(
        corpus_file,
        metadata={"databases": {"corpus": {"title": "My archive", "tables": {"said": {"description": "Mine"}}}}},
    )
    assert "<h1>My archive</h1>" in get("/").text
    assert "Mine" in get("/corpus/said").text
    assert "Row number of the quote." in get("/corpus/said").text


def test_other_databases_stay_as_they_are(
    corpus_file: Path, publish: Callable[..., Callable[[str], Any]], tmp_path: Path
) -> None:
    """A database of somebody else, even with tables called as our pages, is Datasette's alone."""
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.executescript(
        "CREATE TABLE article (key TEXT PRIMARY KEY, confidence REAL, quote_id INTEGER);"
        "INSERT INTO article VALUES ('abc', 0.123456, 7); CREATE TABLE said (x); CREATE TABLE search (x);"
    )
    connection.close()
    get = publish(corpus_file, other)
    assert "other" not in get("/-/metadata.json").json()["databases"]
    assert "article: abc" in get("/other/article/abc").text
    page = get("/other/article").text
    assert "0.123456" in page
    assert "tables.css" not in page
    assert get("/other/search").status_code == 200
    assert get("/other.json").json()["queries"] == []


def test_without_a_corpus_datasette_is_as_it_was(publish: Callable[..., Callable[[str], Any]], tmp_path: Path) -> None:
    """The plugin is installed, but no file is ours."""
    other = tmp_path / "other.db"
    sqlite3.connect(other).executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1)").close()
    get = publish(other)
    assert "Powered by" in get("/").text
    assert get("/other/home").status_code == 404
    assert get("/other/t").status_code == 200


def test_a_renamed_file_is_recognised(
    corpus_file: Path, publish: Callable[..., Callable[[str], Any]], tmp_path: Path
) -> None:
    """The header tells, not the name."""
    renamed = tmp_path / "Quotes of 2025.sqlite"
    renamed.write_bytes(corpus_file.read_bytes())
    get = publish(renamed)
    assert get("/").status_code == 200
    assert "Mara Lindqvist" in get("/").text
    assert get("/Quotes+of+2025/contents").status_code == 200
