"""What holds for every text whatever is in it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest.records import Article, Document, Field, SourceArticle
from onrecord.ingest.segment import segment, settle

LAYOUT = ("\n", "\n\n", " ", "\t", "\u00a0", "\r\n", "    ", "# ", "- ", "\u2028", "\x0c", "\x1c")
LINES = ("---\n", "title: A\n", "Date: 2024\n", "By Jane Doe\n", "READ ALSO: more\n", "Ferry to the islands sails\n")
WORDS = ("NIAMEY (AP) — ", "(Reporting by Jane Doe)", "the ferry sails and", "“We go,”", ".", "é", "😀")
ODDITIES = ("\0", "\ufeff", "\u200b", "\ud800")
PIECES = (*LAYOUT, *LINES, *WORDS, *ODDITIES)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(st.characters(), max_size=200)


def article_of(text: str, *fields: Field) -> Article:
    """The article of a text."""
    return segment(SourceArticle(Document("a.txt", "markdown", "0" * 64, 1), 1, text, fields))[0]


@settings(max_examples=300)
@given(TEXTS)
def test_paragraphs_are_in_order_apart_and_leave_only_white_space_out(text: str) -> None:
    """Spans in bounds, ascending and disjoint, trimmed, and together all that is not white space."""
    article = article_of(text)
    assert article.text == settle(text)
    end = 0
    for ordinal, paragraph in enumerate(article.paragraphs, start=1):
        words = paragraph.span.of(article.text)
        assert paragraph.ordinal == ordinal
        assert words == words.strip()
        assert words
        assert not article.text[end : paragraph.span.start].strip()
        end = paragraph.span.end
    assert end <= len(article.text)
    assert not article.text[end:].strip()


@given(
    TEXTS, st.text(st.characters(), max_size=40), st.sampled_from(("title", "byline", "published", "url", "language"))
)
def test_no_metadata_break_an_article(text: str, value: str, name: str) -> None:
    """Whatever a table says, it can be stored."""
    article = article_of(text, Field(name, value, "table"))
    for kept in (article.title, article.byline, article.published, article.url, *article.authors):
        (kept or "").encode("utf-8")


@given(TEXTS)
def test_the_same_text_gives_the_same_article(text: str) -> None:
    """Byte for byte."""
    assert article_of(text) == article_of(text)


@pytest.mark.parametrize("piece", ["a", " ", "(", "A ", "By A ", "WASHINGTON (", "1.", "“", "\t", "https://", "[", "-"])
def test_a_line_of_a_million_characters_takes_no_time(piece: str) -> None:
    """No rule goes back and forth over it."""
    began = time.process_time()
    article_of(piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 3


def test_ten_million_characters_take_seconds(read: Any) -> None:
    """A folder's worth of text in one file."""
    paragraph = "The ferry to the northern islands sails again, the harbour office said on Monday. " * 2
    began = time.process_time()
    article, _ = read((paragraph + "\n\n") * 60_000)
    assert len(article.paragraphs) == 60_000
    assert time.process_time() - began < 10
