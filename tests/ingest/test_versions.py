"""An article that is read again: nothing new where it is the same, a new version where its words changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Rows = Callable[[Path, str], list[tuple[Any, ...]]]
BEFORE = (
    "The ferry to Sandvik sails again from Monday, the harbour office announced in a letter to the island.\n\n"
    "“It is a very good day for all of us on the island,” said Jane Doe, the mayor of Sandvik.\n\n"
    "“The bridge will be open before the summer ends,” said John Roe, an engineer."
)
AFTER = BEFORE.replace(
    "It is a very good day for all of us on the island", "It is a day we have waited for far too long"
)


@pytest.fixture
def ingest(tmp_path: Path, onrecord: Callable[..., Any]) -> Callable[..., Path]:
    """Bring one row into a corpus that is kept."""
    number = iter(range(99))

    def run(**row: str) -> Path:
        path = tmp_path / f"{next(number)}.json"
        path.write_text(json.dumps(row), encoding="utf-8")
        assert onrecord("ingest", path, "--db", tmp_path / "c.db").status == 0
        return tmp_path / "c.db"

    return run


def test_the_same_article_again_adds_nothing(ingest: Callable[..., Path], rows: Rows) -> None:
    """By its key, or by address and text where another outlet is named or white space differs."""
    url = "https://harbour.example/ferry"
    ingest(text=BEFORE, url=url, outlet="The Star")
    ingest(text=BEFORE, url=url, outlet="The Star", title="Other title")
    corpus = ingest(text=f"{BEFORE}\n", url=url, outlet="star.example")
    assert rows(corpus, "SELECT count(*) FROM articles") == [(1,)]


STAR = "https://star.example/ferry"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"outlet": "The Star", "url": STAR}, {"outlet": "The Star", "url": "https://star.example/print/ferry"}),
        ({"outlet": "The Star", "url": STAR}, {"outlet": "the star", "url": "https://cdn.example/ferry"}),
        ({"url": STAR}, {"url": "http://www.star.example/ferry?page=all"}),
        ({"outlet": "The Star", "url": STAR}, {"outlet": "star.example", "url": "https://m.star.example/ferry"}),
        ({"outlet": "The Star"}, {"url": STAR}),
        ({}, {"outlet": "The Star", "url": STAR}),
        ({"url": STAR}, {}),
        ({"url": STAR}, {"url": "https://[star"}),
    ],
)
def test_the_same_words_are_the_same_article_unless_somebody_else_published_them(
    one: dict[str, str], other: dict[str, str], ingest: Callable[..., Path], rows: Rows
) -> None:
    """Under any address of the outlet, in either order, with blanks and line ends as they come."""
    ingest(text=BEFORE, **one)
    corpus = ingest(text=BEFORE.replace("\n\n", "\n\n\n"), **other)
    assert rows(corpus, "SELECT count(*) FROM articles") == [(1,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"outlet": "The Star"}, {"outlet": "The Echo"}),
        ({"outlet": "The Star", "url": STAR}, {"outlet": "The Echo", "url": "https://echo.example/1"}),
        ({"url": STAR}, {"url": "https://echo.example/1"}),
    ],
)
def test_agency_copy_of_two_outlets_is_two_articles_with_one_text_key(
    one: dict[str, str], other: dict[str, str], ingest: Callable[..., Path], rows: Rows
) -> None:
    """Both stand as they were published, and can be asked for together."""
    ingest(text=BEFORE, **one)
    corpus = ingest(text=BEFORE, **other)
    assert rows(corpus, "SELECT count(*), count(DISTINCT text_key) FROM articles") == [(2, 1)]


def test_copies_within_one_run_are_found_too(tmp_path: Path, onrecord: Callable[..., Any], rows: Rows) -> None:
    """Three rows of one file: an article, its copy under another address, and a republication."""
    lines = [{"url": STAR}, {"url": f"{STAR}?print=1"}, {"url": "https://echo.example/1"}]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps({"text": BEFORE} | line) + "\n" for line in lines))
    assert onrecord("ingest", path, "--db", tmp_path / "c.db").status == 0
    found = rows(tmp_path / "c.db", "SELECT article_count, unchanged_count FROM ingest_runs")
    assert found == [(2, 1)]


def test_a_changed_article_is_a_version_that_leads_to_the_one_before(ingest: Callable[..., Path], rows: Rows) -> None:
    """Both are kept; another address makes no version."""
    url = "https://harbour.example/ferry"
    ingest(text=BEFORE, url=url)
    ingest(text=AFTER, url=url)
    ingest(text=AFTER, url="https://other.example/ferry")
    corpus = ingest(text=f"{AFTER}\n\nThe office added a line.", url=url)
    found = rows(corpus, "SELECT article_id, previous_article_id FROM articles ORDER BY article_id")
    assert found == [(1, None), (2, 1), (3, None), (4, 2)]


def test_quotes_that_changed_between_versions_can_be_asked_for(ingest: Callable[..., Path], rows: Rows) -> None:
    """The earlier words, and what the same speaker is quoted with now; quotes that stayed are not shown."""
    url = "https://harbour.example/ferry"
    ingest(text=BEFORE, url=url)
    corpus = ingest(text=AFTER, url=url)
    query = (ROOT / "publish" / "queries" / "120-changed-quotes.sql").read_text(encoding="utf-8")
    found = [(row[3], row[5], row[6]) for row in rows(corpus, query)]
    assert ("Jane Doe", "“It is a very good day for all of us on the island,”",
            "“It is a day we have waited for far too long,”") in found  # fmt: skip
    assert not [row for row in found if "bridge" in row[1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://harbour.example/ferry", "https://harbour.example/ferry?utm_source=letter&utm_medium=mail"),
        ("https://harbour.example/ferry?fbclid=1#quotes", "http://www.Harbour.example/ferry/"),
        ("https://harbour.example/?utm_id=3&p=1", "https://harbour.example/?p=1"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_an_address_passed_on_in_another_way_leads_to_the_same_article(
    *, one: str, other: str, turned: bool, ingest: Callable[..., Path], rows: Rows
) -> None:
    """In either order; the address is stored as it was given."""
    first, second = (other, one) if turned else (one, other)
    ingest(text=BEFORE, url=first)
    corpus = ingest(text=AFTER, url=second)
    found = rows(corpus, "SELECT previous_article_id, url FROM articles ORDER BY article_id")
    assert found == [(None, first), (1, second)]


@pytest.fixture
def place(tmp_path: Path, onrecord: Callable[..., Any]) -> Callable[..., Path]:
    """Bring a file into a corpus that is kept, under one name, whatever it holds."""

    def run(content: str, name: str = "a.txt") -> Path:
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert onrecord("ingest", tmp_path / name, "--db", tmp_path / "c.db").status == 0
        return tmp_path / "c.db"

    return run


LINKS = "SELECT article_id, previous_article_id FROM articles ORDER BY article_id"
OTHER = (
    "The council voted on Tuesday against new parking meters in the old town.\n\n"
    "“Nobody asked for them,” said Ann Poe, who keeps a bakery there."
)


def test_a_file_that_changed_is_a_version_without_any_address(place: Callable[..., Path], rows: Rows) -> None:
    """It leads to what stood there before; the same words a third time are no version."""
    for text in (BEFORE, AFTER, f"{AFTER}\n\nThe office added a line.", AFTER):
        corpus = place(text)
    assert rows(corpus, LINKS) == [(1, None), (2, 1), (3, 2)]


def test_a_file_used_again_for_another_article_makes_no_version(place: Callable[..., Path], rows: Rows) -> None:
    """Other words and no title in common; and the first article comes back as the one it was."""
    for text in (BEFORE, OTHER, BEFORE):
        corpus = place(text)
    assert rows(corpus, LINKS) == [(1, None), (2, None)]


def test_rows_that_move_within_a_file_are_no_versions(place: Callable[..., Path], rows: Rows) -> None:
    """A row put before the others has the number that another article had; a row that changed where it stood is one."""
    third = "The library lends tools from today on, said its head, Paul Coe.\n\nDrills and ladders go first."
    for texts in ([BEFORE, third], [OTHER, BEFORE, third], [AFTER, third]):
        corpus = place("".join(json.dumps({"text": text}) + "\n" for text in texts), "a.jsonl")
    assert rows(corpus, LINKS) == [(1, None), (2, None), (3, None), (4, 1)]


def test_a_changed_file_with_another_address_makes_no_version(place: Callable[..., Path], rows: Rows) -> None:
    """Two addresses are two articles, wherever they were kept; one address more or less is none."""
    front = "---\nurl: https://harbour.example/{}\n---\n\n"
    for text in (front.format("a") + BEFORE, front.format("b") + AFTER):
        corpus = place(text)
    assert rows(corpus, LINKS) == [(1, None), (2, None)]
    corpus = place(f"{AFTER}\n\nThe office added a line.")
    assert rows(corpus, LINKS)[-1] == (3, 2)


def test_an_address_told_later_leaves_what_the_place_told(
    tmp_path: Path, place: Callable[..., Path], rows: Rows
) -> None:
    """And an address that is taken back leaves no link to the articles under it."""
    place(BEFORE)
    place(AFTER)
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    for address, before in (("https://harbour.example/1", 2), ("https://harbour.example/2", None)):
        (tmp_path / "metadata.csv").write_text(f"file,url\na.txt,https://harbour.example/1\nb.txt,{address}\n")
        place(AFTER)
        corpus = place(OTHER, "b.txt")
        assert rows(corpus, LINKS) == [(1, None), (2, 1), (3, before)]
