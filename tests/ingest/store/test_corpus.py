"""Records become rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from onrecord.ingest.identities import Resolved
from onrecord.ingest.records import (
    Analysis,
    Article,
    Document,
    Entity,
    Field,
    Finding,
    Mention,
    Paragraph,
    Quote,
    SourceArticle,
    Speaker,
)
from onrecord.ingest.resolve import join, resolve
from onrecord.ingest.spans import Span
from onrecord.ingest.store import Corpus
from onrecord.migrations import head, prepare
from onrecord.schema.check import check

TEXT = "  Mayor Jane Roe spoke.\n\n“We will open the bridge today,” she said, “and the tunnel.”\n“Come all!”"


def at(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


PIECES = (at("“We will open the bridge today,”"), at("“and the tunnel.”"), at("“Come all!”"))
PARAGRAPHS = tuple(at(line) for line in TEXT.strip().splitlines() if line)


def article(name: str = "a.txt", number: int = 1) -> Resolved:
    """An article of three paragraphs with a quote of three pieces; ``name``, below them, makes it another one."""
    text = f"{TEXT}\n{name}"
    source = SourceArticle(Document(name, "text", f"sha-{name}", 99), number, text)
    paragraphs = tuple(Paragraph(n, "body", "default", span) for n, span in enumerate(PARAGRAPHS, 1))
    fields = (Field("outlet", "The Post", "table"), Field("outlet", "Elsewhere", "header", 1))
    settled = Article(
        f"key-{name}",
        source,
        text,
        paragraphs,
        None,
        "By Tim Doe",
        ("Tim Doe",),
        "The Post",
        "2024",
        None,
        None,
        fields,
    )
    quote = Quote("direct", PIECES, at("she"), at("said"), None, 0.87654)
    jane = Entity("Jane Roe", "person", (("Jane Roe", 1),))
    analysis = Analysis(
        settled,
        (quote,),
        (Speaker(0, "pronoun", "“she” is taken to be Jane Roe.", 0.5),),
        (jane,),
        (Mention(at("Jane Roe"), "person", "name", 0),),
    )
    return resolve(analysis)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the corpus of a test lies."""
    return tmp_path / "corpus.db"


def opened(path: Path) -> Corpus:
    """A corpus opened for a run."""
    return Corpus(prepare(path), "2024-05-03T12:00:00Z", "1", "model 1")


def test_a_quote_in_pieces_is_stored_with_what_divides_them(path: Path, rows: Any) -> None:
    """[...] stands for the reporter's words, a line end for the next paragraph; each piece has its place.

    Confidence is that of the words by the one beside them, times that of who that is.
    """
    opened(path).add([article()])
    assert rows(path, "SELECT text, cue, speaker_as_written, confidence FROM quotes") == [
        ("“We will open the bridge today,” [...] “and the tunnel.”\n“Come all!”", "said", "she", 0.438)
    ]
    assert rows(path, "SELECT ordinal, paragraph_id, start_char, end_char FROM quote_spans") == [
        (ordinal, paragraph, piece.start, piece.end)
        for ordinal, paragraph, piece in zip((1, 2, 3), (2, 2, 3), PIECES, strict=True)
    ]


def test_paragraphs_and_gaps_give_the_text_back(path: Path, rows: Any) -> None:
    """Nothing of the text is lost between the paragraphs."""
    opened(path).add([article()])
    assert "".join(gap + text for gap, text in rows(path, "SELECT gap, text FROM paragraphs")) == TEXT


def test_every_value_of_a_field_is_kept_and_the_first_is_chosen(path: Path, rows: Any) -> None:
    """Metadata that lost against a better source stay, marked as not chosen."""
    opened(path).add([article()])
    assert rows(path, "SELECT name, value, source, line, is_chosen FROM article_fields") == [
        ("outlet", "The Post", "table", None, 1),
        ("outlet", "Elsewhere", "header", 1, 0),
    ]


def test_counts_grow_with_every_batch(path: Path, rows: Any) -> None:
    """One person over three articles in two batches: names, articles, mentions and quotes are counted up."""
    corpus = opened(path)
    corpus.add([article("a.txt"), article("b.txt")])
    corpus.add([article("c.txt")])
    assert rows(path, "SELECT name, article_count, mention_count, quote_count FROM entities") == [("Jane Roe", 3, 3, 3)]
    assert rows(path, "SELECT name, mention_count FROM entity_names") == [("Jane Roe", 3)]
    assert rows(path, "SELECT quote_count, article_count FROM statements") == [(3, 3)]
    assert rows(path, "SELECT count(*) FROM outlets") == rows(path, "SELECT count(*) FROM authors") == [(1,)]
    assert check(path, head()) == ()


def test_what_is_stored_can_be_searched(path: Path, rows: Any) -> None:
    """Full text follows the rows, batch by batch."""
    corpus = opened(path)
    corpus.add([article("a.txt")])
    corpus.add([article("b.txt")])
    assert rows(path, "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH 'tunnel'") == [(1,), (2,)]
    assert rows(path, "SELECT rowid FROM paragraphs_fts WHERE paragraphs_fts MATCH 'mayor'") == [(1,), (4,)]


def test_a_finding_met_twice_is_stored_once(path: Path, rows: Any) -> None:
    """Findings tell what is wrong, not how often somebody tried."""
    corpus = opened(path)
    for _ in range(2):
        corpus.add((), [Finding("binary", "x.txt: no text", "x.txt"), Finding("odd", "a", "a.txt", Span(3, 5))])
    assert corpus.finish("2024-05-03T12:00:01Z", join).findings_added == 2
    assert rows(path, "SELECT code, start_char, end_char FROM findings") == [("binary", None, None), ("odd", 3, 5)]


def test_known_articles_are_told(path: Path) -> None:
    """Only what is stored is known."""
    corpus = opened(path)
    corpus.add([article("a.txt")])
    known = [corpus.known(article(name).analysis.article) for name in ("a.txt", "b.txt")]
    assert [one and one.key for one in known] == ["key-a.txt", None]


def test_what_another_run_stored_meanwhile_is_left_alone(path: Path, rows: Any) -> None:
    """Two runs at once: an article is stored by the first that comes, and counted as unchanged by the other."""
    one, other = opened(path), opened(path)
    one.add([article("a.txt")])
    other.add([article("a.txt"), article("b.txt")])
    summary = other.finish("2024-05-03T12:00:01Z", join)
    assert (summary.articles_added, summary.articles_unchanged) == (1, 1)
    assert rows(path, "SELECT article_key FROM articles") == [("key-a.txt",), ("key-b.txt",)]
    assert check(path, head()) == ()


def test_a_full_disk_leaves_what_was_stored(path: Path, rows: Any) -> None:
    """Where the file may not grow, the batch is refused and the rest is whole."""
    corpus = opened(path)
    corpus.add([article("a.txt")])
    with closing(sqlite3.connect(path)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    engine = corpus._engine
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(DBAPIError, match="full"):
        corpus.add([article(f"{number}.txt") for number in range(500)])
    assert rows(path, "SELECT count(*) FROM articles") == [(1,)]


def test_a_run_that_never_finished_says_so(path: Path, rows: Any) -> None:
    """An interrupted run has no end."""
    opened(path)
    assert rows(path, "SELECT started_at, finished_at FROM ingest_runs") == [("2024-05-03T12:00:00Z", None)]
