"""Who may not see a table sees no page that reads it; what a page reads is what it declares."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.publish import connection, corpus
from onrecord.publish.page import KEY, ROW, Page
from onrecord.publish.pages import PAGES

Get = Callable[..., Any]
Publish = Callable[..., Get]
Keys = Callable[[str], list[str]]

# What pages without a key are asked, so that they read all they ever read.
QUESTIONS = {
    "search": ("", "?q=boat", "?q=ferry&outlet=1&speaker=x", "?q=ferry&place=text"),
    "speakers": ("?name=mara",),
}


def address(page: Page, keys: Keys) -> str:
    """An address of a page that finds something: the first row's."""
    found = page.pattern.replace(ROW, "1").replace("(?P<ending>ris|bib|csl)", "ris")
    if KEY in found:
        tables = {"article": "articles", "entity": "entities", "quote": "quotes", "statement": "statements"}
        found = found.replace(KEY, keys(tables[page.pattern.partition("/")[0]])[0])
    return f"/corpus/{found}"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The tables that SQLite itself has been asked for, on every connection opened while the test runs."""
    tables: set[str] = set()
    prepare = connection.prepare

    def listen(action: int, table: str | None, *_: object) -> int:
        if action == sqlite3.SQLITE_READ and table and not table.startswith(("sqlite_", "pragma_")):
            # A full-text index holds the words of its table.
            tables.add(table.partition("_fts")[0])
        return sqlite3.SQLITE_OK

    def prepared(conn: sqlite3.Connection, database: str, datasette: Any) -> None:
        prepare(conn, database, datasette)
        conn.set_authorizer(listen)

    monkeypatch.setattr(connection, "prepare", prepared)
    monkeypatch.setattr(corpus, "_KNOWN", {})
    return tables


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.pattern)
def test_a_page_reads_what_it_declares_and_nothing_else(
    page: Page, read: set[str], corpus_file: Path, publish: Publish, keys: Keys
) -> None:
    """Asked of SQLite, statement by statement: a table that is not declared is a table nobody can close."""
    get = publish(corpus_file)
    path = address(page, keys)
    for question in QUESTIONS.get(page.pattern, ("",)):
        assert get(f"{path}{question}").status_code in {200, 302}
    assert read == {*page.tables, *page.beside}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.pattern)
def test_a_closed_table_closes_the_pages_that_read_it(
    page: Page, corpus_file: Path, publish: Publish, keys: Keys
) -> None:
    """One at a time, each of the tables a page needs."""
    for table in page.needed:
        get = publish(corpus_file, metadata={"databases": {"corpus": {"tables": {table: {"allow": False}}}}})
        assert get(address(page, keys)).status_code == 403, table


def test_who_decided_what_can_be_kept_from_the_public(corpus_file: Path, publish: Publish, keys: Keys) -> None:
    """Closing the table of decisions leaves the pages of entities open, without their history."""
    get = publish(corpus_file, metadata={"databases": {"corpus": {"tables": {"decisions": {"allow": False}}}}})
    page = get(f"/corpus/entity/{keys('entities')[0]}")
    assert page.status_code == 200
    assert "Ida Lund" not in page.text
    assert 'id="why"' not in page.text
    assert get("/corpus/review").status_code == 403


def test_the_shelf_counts_only_what_may_be_seen(corpus_file: Path, publish: Publish, tmp_path: Path) -> None:
    """With several corpora, the card of one whose quotes are closed has no figures."""
    second = tmp_path / "second.db"
    second.write_bytes(corpus_file.read_bytes())
    get = publish(corpus_file, second, metadata={"databases": {"second": {"tables": {"quotes": {"allow": False}}}}})
    first, other = get("/").text.split("/second/home")
    assert "17 quotes" in first
    assert "quotes" not in other


@pytest.mark.parametrize(
    "metadata",
    [
        {"plugins": {"onrecord": {"full_texts": False}}},
        {"databases": {"second": {"plugins": {"onrecord": {"full_texts": False}}}}},
    ],
)
def test_sql_over_all_files_does_not_read_what_one_withholds(
    metadata: dict[str, Any], corpus_file: Path, publish: Publish, tmp_path: Path
) -> None:
    """With --crossdb, ``_memory`` has every file attached: it is closed where one of them withholds its texts."""
    second = tmp_path / "second.db"
    second.write_bytes(corpus_file.read_bytes())
    question = "/_memory.json?sql=select+text+from+second.paragraphs"
    assert publish(corpus_file, second, crossdb=True)(question).status_code == 200
    assert publish(corpus_file, second, crossdb=True, metadata=metadata)(question).status_code == 403


@pytest.mark.parametrize(
    "metadata",
    [
        {"plugins": {"onrecord": {"full_texts": False}}},
        {"databases": {"corpus": {"tables": {"paragraphs": {"allow": False}}}}},
    ],
)
def test_first_words_are_no_headline_where_texts_are_withheld(
    metadata: dict[str, Any], corpus_file: Path, publish: Publish
) -> None:
    """An article without a headline is called by its number."""
    get = publish(corpus_file, metadata=metadata)
    contents = get("/corpus/contents").text
    assert "Nobody knows who wrote" not in contents
    assert "[article 3, without a headline]" in contents
