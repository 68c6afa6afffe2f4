"""Articles of the same words: one or two. Whatever is given is kept as an article, a value of it, or a finding."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.segment.later import MOST_VALUES

Rows = Callable[[Path, str], list[tuple[Any, ...]]]
Row = dict[str, str]
STUB = "Read the full story at the newspaper."
LONG = (
    "The ferry to Sandvik sails again from Monday, the harbour office announced in a letter to the island, which had "
    "waited for the boat since the storm of last winter tore the pier from its posts and the mayor asked for help."
)
A, B = "https://star.example/a", "https://star.example/b"


@pytest.fixture
def ingest(tmp_path: Path, onrecord: Callable[..., Any]) -> Callable[..., Path]:
    """Bring rows of one file into a corpus that is kept."""

    def run(articles: Sequence[Row], name: str = "rows.jsonl", corpus: str = "c.db") -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf-8")
        ran = onrecord("ingest", path, "--db", tmp_path / corpus, "--clock", "2024-05-03T12:00:00Z")
        assert ran.status == 0, ran.err
        return tmp_path / corpus

    return run


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"text": STUB, "title": "Mayor resigns", "url": A}, {"text": STUB, "title": "Bank cuts rates", "url": B}),
        ({"text": LONG, "title": "Mayor resigns", "url": A}, {"text": LONG, "title": "Bank cuts rates", "url": B}),
        ({"text": STUB, "title": "Mayor resigns"}, {"text": STUB, "title": "Bank cuts rates"}),
        ({"text": LONG, "title": "Mayor resigns"}, {"text": LONG, "title": "Bank cuts rates"}),
        ({"text": STUB, "title": "Mayor"}, {"text": STUB, "title": "Mayor resigns"}),
        ({"text": STUB, "url": A}, {"text": STUB, "url": B}),
    ],
    ids=[
        "short-titles-addresses",
        "long-titles-addresses",
        "short-titles-in-one-file",
        "long-titles-in-one-file",
        "short-title-within-title",
        "short-addresses",
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_these_are_two_articles(
    *, one: Row, other: Row, turned: bool, ingest: Callable[..., Path], rows: Rows, onrecord: Callable[..., Any]
) -> None:
    """With the same keys in either order; told again, also in the other order, they add nothing."""
    kept = "SELECT title, url, article_key FROM articles ORDER BY article_key"
    told = [other, one] if turned else [one, other]
    found = rows(ingest(told), kept)
    assert len(found) == 2
    assert found == rows(ingest([one, other], corpus="other.db"), kept)
    assert found == rows(ingest(told[::-1]), kept)
    assert onrecord("check", ingest(told)).status == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"text": LONG, "url": A}, {"text": LONG, "url": B}),
        ({"text": LONG, "url": A, "title": "Ferry sails"}, {"text": LONG, "url": B, "title": "Ferry sails | The Star"}),
        ({"text": LONG, "url": A, "title": "Ferry sails"}, {"text": LONG, "url": B, "title": "FERRY SAILS"}),
        (
            {"text": LONG, "url": A, "title": "Ferry sails"},
            {"text": LONG, "url": f"{A}?utm_id=1", "title": "Boat sails"},
        ),
        ({"text": STUB, "url": A, "title": "Ferry sails"}, {"text": STUB, "url": f"{A}#top", "title": "Boat sails"}),
        ({"text": STUB, "title": "Ferry sails"}, {"text": STUB, "title": "Ferry sails"}),
        ({"text": STUB, "title": "Ferry sails"}, {"text": STUB}),
    ],
)
def test_these_are_one_article_that_keeps_what_both_say(
    one: Row, other: Row, ingest: Callable[..., Path], rows: Rows
) -> None:
    """Every title and address that was given stands in its fields, in one way of writing; nothing is in doubt."""
    ingest([one, other])
    corpus = ingest([one, other])
    assert rows(corpus, "SELECT count(*) FROM articles") == [(1,)]
    said = {value.casefold() for (value,) in rows(corpus, "SELECT value FROM article_fields")}
    given = {value.casefold() for row in (one, other) for name, value in row.items() if name != "text"}
    assert {value for value in given - said if not value.startswith(A)} == set()
    assert rows(corpus, "SELECT count(*) FROM findings WHERE code = 'same-words'") == [(0,)]


def test_notices_under_two_titles_are_two_articles_in_two_files_too(ingest: Callable[..., Path], rows: Rows) -> None:
    """A few words prove nothing; the same title in another file is the same notice."""
    for name, title in (("a.jsonl", "Mayor resigns"), ("b.jsonl", "Bank cuts rates"), ("c.jsonl", "Mayor resigns")):
        corpus = ingest([{"text": STUB, "title": title}], name)
    assert rows(corpus, "SELECT title FROM articles ORDER BY 1") == [("Bank cuts rates",), ("Mayor resigns",)]
    assert rows(corpus, "SELECT count(*) FROM findings WHERE code = 'same-words'") == [(0,)]


def test_a_notice_of_very_many_articles_is_found_again(ingest: Callable[..., Path], rows: Rows) -> None:
    """By key and address, however many have its words."""
    called = [{"text": STUB, "title": f"Title {number}"} for number in range(150)]
    placed = [{"text": STUB, "title": f"Title {number}", "url": f"{A}/{number}"} for number in range(150)]
    ingest(called)
    ingest(called[::-1], "other.jsonl")
    ingest(placed, corpus="placed.db")
    again = [row | {"title": f"{row['title']} again"} for row in placed]
    runs = "SELECT article_count, unchanged_count FROM ingest_runs"
    assert rows(ingest(called), runs) == [(150, 0), (0, 150), (0, 150)]
    assert rows(ingest(again[::-1], "other.jsonl", "placed.db"), runs) == [(150, 0), (0, 150)]


def test_two_titles_in_two_files_without_addresses_are_one_article_and_a_finding(
    ingest: Callable[..., Path], rows: Rows, tmp_path: Path, onrecord: Callable[..., Any]
) -> None:
    """Both titles are kept; the finding is told once, and leads to the article."""
    ingest([{"text": LONG, "title": "Mayor resigns"}], "a.jsonl")
    corpus = ingest([{"text": LONG, "title": "Bank cuts rates"}], "b.jsonl")
    ran = onrecord("ingest", tmp_path / "b.jsonl", "--db", corpus)
    assert "1 thing could not be decided" in ran.out
    titles = "SELECT value, is_chosen FROM article_fields WHERE name = 'title' ORDER BY ordinal"
    assert rows(corpus, titles) == [("Mayor resigns", 1), ("Bank cuts rates", 0)]
    assert rows(corpus, "SELECT article_id, code FROM findings") == [(1, "same-words")]


def test_notices_keep_their_own_names_when_rows_are_put_before_them(ingest: Callable[..., Path], rows: Rows) -> None:
    """The number in the file tells which article it is only while the file is the same."""
    given = [{"text": STUB, "title": title} for title in ("Mayor resigns", "Bank cuts rates", "Storm hits coast")]
    ingest(given[1:])
    corpus = ingest(given)
    assert rows(corpus, "SELECT title FROM articles ORDER BY article_id") == [
        ("Bank cuts rates",),
        ("Storm hits coast",),
        ("Mayor resigns",),
    ]


def test_a_title_corrected_in_the_file_is_no_second_article(ingest: Callable[..., Path], rows: Rows) -> None:
    """Where the words are enough to tell which article it is."""
    ingest([{"text": LONG, "title": "Mayor resings"}])
    corpus = ingest([{"text": LONG, "title": "Mayor resigns"}])
    assert rows(corpus, "SELECT title FROM articles") == [("Mayor resigns",)]


def test_what_is_beyond_the_values_kept_is_a_finding(ingest: Callable[..., Path], rows: Rows) -> None:
    """A notice of many words under many addresses is one article, of which the first addresses are kept."""
    corpus = ingest([{"text": LONG, "url": f"{A}/{number}"} for number in range(MOST_VALUES + 2)])
    assert rows(corpus, "SELECT count(*) FROM article_fields WHERE name = 'url'") == [(MOST_VALUES,)]
    assert rows(corpus, "SELECT code FROM findings") == [("copy-not-kept",)] * 2


def test_a_corpus_built_twice_is_the_same_to_the_byte(ingest: Callable[..., Path]) -> None:
    """With articles of the same words in it."""
    given = [{"text": STUB, "title": "Mayor resigns"}, {"text": STUB, "title": "Bank cuts rates"}, {"text": LONG}]
    assert ingest(given).read_bytes() == ingest(given, corpus="again.db").read_bytes()


def test_a_text_of_nothing_but_notices_is_told_of(ingest: Callable[..., Path], rows: Rows) -> None:
    """It is stored, and the finding leads to it."""
    corpus = ingest([{"text": "Subscribe to continue reading this article.", "title": "Mayor resigns"}])
    assert rows(corpus, "SELECT word_count FROM articles") == [(0,)]
    assert rows(corpus, "SELECT article_id, code FROM findings") == [(1, "nothing-but-boilerplate")]
