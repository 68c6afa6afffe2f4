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
