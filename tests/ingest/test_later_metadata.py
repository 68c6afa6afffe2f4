"""Metadata that come after an article was stored reach it; told twice, they change nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.records import Document, Field, SourceArticle
from onrecord.ingest.segment import with_later

Rows = Callable[[Path, str], list[tuple[Any, ...]]]

TITLE = "Ferry to the island sails again"
TEXT = (
    f"{TITLE}\n\nBy Jane Doe\n\n"
    "The ferry to Sandvik sails again from Monday, the harbour office announced in a letter to the island.\n\n"
    "“It is a very good day for all of us on the island,” said Mary Major, the mayor of Sandvik.\n\n"
    "(Reporting by John Roe; Editing by Ann Poe)\n"
)
SHOWN = (
    "SELECT a.title, a.byline, o.name, a.published, a.url FROM articles AS a LEFT JOIN outlets AS o USING (outlet_id)"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(TEXT, encoding="utf-8")
    return articles


@pytest.fixture
def ingest(folder: Path, tmp_path: Path, onrecord: Callable[..., Any]) -> Callable[..., str]:
    """Ingest the folder; the answer is what the command says."""

    def run(*options: str) -> str:
        ran = onrecord("ingest", folder, "--db", tmp_path / "c.db", *options)
        assert ran.status == 0, ran.err
        return str(ran.out)

    return run


def test_a_table_that_comes_later_fills_and_outranks(
    folder: Path, tmp_path: Path, ingest: Callable[..., str], rows: Rows, onrecord: Callable[..., Any]
) -> None:
    """What nobody said is filled, what the text said gives way; quotes and keys stay, and the corpus is whole."""
    corpus = tmp_path / "c.db"
    ingest()
    kept = "SELECT article_key, quote_key, text FROM quotes JOIN articles USING (article_id)"
    before = rows(corpus, kept)
    assert rows(corpus, SHOWN) == [(None, "Jane Doe", None, None, None)]
    (folder / "metadata.csv").write_text(
        f"file,title,author,outlet,date,url\na.txt,{TITLE},Mary Major,The Star,2024-05-03,https://star.example/1\n"
    )
    said = ingest()
    assert said.startswith("Nothing new. 1 article stored already. The metadata of 1 article brought up to date.")
    assert rows(corpus, SHOWN) == [(TITLE, "Mary Major", "The Star", "2024-05-03", "https://star.example/1")]
    assert rows(corpus, kept) == before
    assert rows(corpus, "SELECT kind, rule FROM paragraphs WHERE ordinal = 1") == [("title", "title_given")]
    authors = "SELECT name, role FROM article_authors JOIN authors USING (author_id) ORDER BY ordinal"
    assert rows(corpus, authors) == [("Mary Major", "author"), ("John Roe", "contributor")]
    assert rows(corpus, "SELECT name FROM authors ORDER BY name") == [("John Roe",), ("Mary Major",)]
    bylines = "SELECT value, source, is_chosen FROM article_fields WHERE name = 'byline' ORDER BY ordinal"
    assert rows(corpus, bylines) == [("Mary Major", "table", 1), ("Jane Doe", "text", 0)]
    assert onrecord("check", corpus).status == 0


def test_told_twice_they_change_nothing(
    folder: Path, tmp_path: Path, ingest: Callable[..., str], rows: Rows, stored: Callable[..., Any]
) -> None:
    """The run counts what it brought up to date, once."""
    corpus = tmp_path / "c.db"
    ingest()
    (folder / "a.json").write_text(json.dumps({"outlet": "The Star"}))
    ingest()
    after = stored(corpus)
    assert "brought up to date" not in ingest()
    assert stored(corpus) == after
    counts = "SELECT article_count, unchanged_count, updated_count FROM ingest_runs"
    assert rows(corpus, counts) == [(1, 0, 0), (0, 1, 1), (0, 1, 0)]


def test_a_corrected_outlet_makes_no_second_article(
    folder: Path, tmp_path: Path, ingest: Callable[..., str], rows: Rows
) -> None:
    """The same place in the same file is the same article, whatever is said of it now."""
    corpus = tmp_path / "c.db"
    for outlet in ("The Satr", "The Star"):
        (folder / "metadata.csv").write_text(f"file,outlet\na.txt,{outlet}\n")
        ingest()
    assert rows(corpus, SHOWN) == [(None, "Jane Doe", "The Star", None, None)]
    assert rows(corpus, "SELECT name FROM outlets") == [("The Star",)]


def test_what_is_no_longer_said_stays(tmp_path: Path, ingest: Callable[..., str], rows: Rows) -> None:
    """A run that knows less forgets nothing."""
    ingest("--outlet", "The Star")
    assert "brought up to date" not in ingest()
    assert rows(tmp_path / "c.db", SHOWN)[0][2] == "The Star"


def test_two_files_of_one_article_do_not_overrule_each_other(
    folder: Path, tmp_path: Path, ingest: Callable[..., str], rows: Rows
) -> None:
    """The first file's title stands, the other adds what it says besides, and the next run changes nothing."""
    for name, said in (("b.json", {"title": "One title"}), ("c.json", {"title": "Another", "date": "2024-05-03"})):
        (folder / name).write_text(json.dumps({"text": f"{TEXT}\n\nAnd so on.", "outlet": "Star"} | said))
    ingest()
    found = rows(tmp_path / "c.db", f"{SHOWN} WHERE o.name = 'Star'")
    assert found == [("One title", "Jane Doe", "Star", "2024-05-03", None)]
    titles = "SELECT value, is_chosen FROM article_fields WHERE name = 'title' AND source = 'record' ORDER BY ordinal"
    assert rows(tmp_path / "c.db", titles) == [("One title", 1), ("Another", 0)]
    assert rows(tmp_path / "c.db", "SELECT code FROM findings") == [("same-words",)]
    assert "brought up to date" not in ingest()


def test_a_date_that_cannot_be_read_is_told_of_the_stored_article(
    folder: Path, tmp_path: Path, ingest: Callable[..., str], rows: Rows
) -> None:
    """The finding leads to the article."""
    ingest()
    (folder / "a.json").write_text(json.dumps({"date": "03/05/2024"}))
    ingest()
    assert rows(tmp_path / "c.db", "SELECT article_id, code FROM findings") == [(1, "date-ambiguous")]


def test_an_address_that_comes_later_links_versions(
    folder: Path, tmp_path: Path, ingest: Callable[..., str], rows: Rows
) -> None:
    """Two articles of one address are versions in the order they were stored."""
    (folder / "b.txt").write_text(TEXT.replace("Monday", "Tuesday"), encoding="utf-8")
    ingest()
    (folder / "metadata.csv").write_text("file,url\na.txt,https://star.example/1\nb.txt,https://star.example/1\n")
    ingest()
    query = "SELECT article_id, previous_article_id FROM articles ORDER BY 1"
    assert rows(tmp_path / "c.db", query) == [(1, None), (2, 1)]


def source(*fields: Field) -> SourceArticle:
    """An article with what is said of it."""
    return SourceArticle(Document("a.txt", "text", "", 0), 1, TEXT, fields)


@pytest.mark.parametrize(
    ("now", "stored", "is_same_file", "together"),
    [
        ([], [("title", "A", "table")], True, None),
        ([("title", "A", "table")], [("title", "A", "table")], True, None),
        ([("title", " A ", "table")], [("title", "A", "table")], True, None),
        ([("title", "a", "table")], [("title", "A", "table")], False, None),
        (
            [("url", "http://www.a.example/?utm_source=x", "table")],
            [("url", "https://a.example", "table")],
            False,
            None,
        ),
        ([("title", "A", "table")], [("title", "A", "table"), ("title", "B", "table")], True, None),
        (
            [("title", "B", "table")],
            [("title", "A", "table")],
            False,
            [("title", "A", "table"), ("title", "B", "table")],
        ),
        ([("language", "de", "table")], [], True, None),
        ([], [("byline", "A", "text")], True, None),
        ([("title", "B", "table")], [("title", "A", "table")], True, [("title", "B", "table")]),
        (
            [("title", "B", "table")],
            [("title", "A", "record"), ("title", "C", "text")],
            False,
            [("title", "A", "record"), ("title", "B", "table")],
        ),
    ],
)
def test_old_and_new_are_put_together(
    *,
    now: list[tuple[str, str, str]],
    stored: list[tuple[str, str, str]],
    is_same_file: bool,
    together: list[tuple[str, str, str]] | None,
) -> None:
    """By field and source; another file's values go behind; what the text says is read from the text again."""
    said = [Field(*one) for one in now]
    later = with_later(source(*said), [Field(*one) for one in stored], is_same_file=is_same_file)
    assert (later and later.fields) == (together and tuple(Field(*one) for one in together))
