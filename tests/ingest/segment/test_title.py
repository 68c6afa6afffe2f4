"""Which line is the title."""

from __future__ import annotations

from typing import Any

import pytest

TITLE = "Ferry to the islands sails again"
BODY = "The ferry sails again, the harbour office said.\n\nIt was a long winter."


def kinds(article: Any) -> list[tuple[str, str]]:
    """Kind and rule of each paragraph."""
    return [(paragraph.kind, paragraph.rule) for paragraph in article.paragraphs]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\nBy Jane Doe\n\n"])
def test_a_line_that_stands_twice_at_the_top_is_the_title(read: Any, between: str) -> None:
    """The first copy is the title, the second is kept and not read."""
    article, _ = read(f"{TITLE}{between}{TITLE}\n\n{BODY}")
    assert article.title == TITLE
    copies = [p for p in article.paragraphs if p.span.of(article.text) == TITLE]
    assert [(p.kind, p.rule) for p in copies] == [("title", "title_repeated"), ("boilerplate", "title_repeated")]
    assert ("title", TITLE, "text", 1) in {(f.name, f.value, f.source, f.line) for f in article.fields}


@pytest.mark.parametrize(
    "top",
    [
        f"{TITLE}\n\n",
        "ANALYSIS: OPINION\n\nANALYSIS: OPINION\n\n",
        "This article is more than 1 year old\n\nThis article is more than 1 year old\n\n",
        f"{BODY}\n\nAnd a third one.\n\nAnd a fourth one.\n\n{BODY}\n\n",
    ],
)
def test_a_short_or_unrepeated_first_line_is_no_title(read: Any, top: str) -> None:
    """Of short first lines without a full stop a quarter are titles: too few to say so."""
    article, _ = read(top + BODY)
    assert article.title is None
    assert "title" not in {kind for kind, _ in kinds(article)}


@pytest.mark.parametrize(
    "first", [TITLE, TITLE.upper(), f"{TITLE}.", f"  {TITLE}  ", "Ferry to  the islands sails again"]
)
def test_the_first_line_is_the_title_where_the_metadata_say_so(read: Any, first: str) -> None:
    """Case, white space and a last full stop do not matter; the title stands as the metadata have it."""
    article, _ = read(f"{first}\n\n{BODY}", ("title", TITLE, "table"))
    assert article.title == TITLE
    assert kinds(article)[0] == ("title", "title_given")


def test_a_title_given_and_repeated_is_one_title(read: Any) -> None:
    """The second copy is kept and not read."""
    article, _ = read(f"{TITLE}\n\n{TITLE}\n\n{BODY}", ("title", TITLE, "sidecar"))
    assert kinds(article)[:2] == [("title", "title_given"), ("boilerplate", "title_repeated")]


def test_a_title_that_the_text_does_not_have_makes_no_paragraph(read: Any) -> None:
    """It stands in the article only."""
    article, _ = read(BODY, ("title", TITLE, "table"))
    assert article.title == TITLE
    assert {kind for kind, _ in kinds(article)} == {"body"}


def test_headings_of_markdown_are_headings_and_a_given_title_among_them_the_title(read: Any) -> None:
    """In plain text a hash is a hash."""
    text = f"# {TITLE}\n\nThe ferry.\n\n## What is next\n\n#ferry is popular"
    assert [kind for kind, _ in kinds(read(text, form="markdown")[0])] == ["heading", "body", "heading", "body"]
    given = read(text, ("title", TITLE, "table"), form="markdown")[0]
    assert [kind for kind, _ in kinds(given)] == ["title", "body", "heading", "body"]
    assert [kind for kind, _ in kinds(read(text)[0])] == ["body"] * 4
