"""Leading lines of `Key: value`."""

from __future__ import annotations

from typing import Any

import pytest


def test_labelled_lines_at_the_top_tell_the_fields(read: Any) -> None:
    """With the line that says so; they are kept as one paragraph of boilerplate."""
    text = "Title: Ferry sails\nBYLINE: Jane Doe\nPublish Date: 3 May 2024\nsource: The Star\n\nThe ferry sails."
    article, findings = read(text)
    assert findings == ()
    assert (article.title, article.byline, article.published, article.outlet) == (
        "Ferry sails",
        "Jane Doe",
        "2024-05-03",
        "The Star",
    )
    assert [(field.source, field.line) for field in article.fields] == [("header", line) for line in (1, 2, 3, 4)]
    assert [(paragraph.kind, paragraph.rule) for paragraph in article.paragraphs] == [
        ("boilerplate", "header"),
        ("body", "body"),
    ]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Date: 2024\n\nText.", ["header", "body"]),
        ("Date: 2024\nText.", ["body", "body"]),
        ("Title: A\nDate: 2024\nText.", ["header", "body"]),
        ("Title: A\n\nDate: 2024\n\nText.", ["header", "body", "body"]),
        ("Mood: good\nDate: 2024\n\nText.", ["body", "body", "body"]),
        ("Text.\nTitle: A\nDate: 2024\n\n", ["body", "body", "body"]),
        ("Title: A\nSection: News\nDate: 2024\nText.", ["header", "body"]),
        ("Title: A\nSummary: It sails.\nDate: 2024\n\nText.", ["header", "body"]),
        ("Title: A\nDate: 2024\nWords: 700\n\nText.", ["header", "body"]),
        ("Title: A\nDate: 2024\nWords: 700\nText.", ["header", "body", "body"]),
        ("Title: A\nDate: 2024\nDoe: We sail.\n\nText.", ["header", "body", "body"]),
        ("Title: A\nDoe: We sail.\n\nText.", ["body", "body", "body"]),
        ("Name: Jane Doe\nHeading: North\n\nText.", ["body", "body", "body"]),
        ("Title:\nDate:\n\nText.", ["body", "body", "body"]),
        ("Title: A", ["body"]),
        ("\n\nTitle: A\nDate: 2024\n", ["header"]),
    ],
)
def test_a_header_is_two_known_keys_or_one_and_a_blank_line(read: Any, text: str, rules: list[str]) -> None:
    """Anything else may be a sentence, and stays text."""
    article, _ = read(text)
    assert [paragraph.rule for paragraph in article.paragraphs] == rules


def test_a_label_nobody_knows_does_not_end_the_header(read: Any) -> None:
    """What stands behind it is still told."""
    article, _ = read("Title: Ferry\nAuthor: Jane Doe\nSection: Local\nDate: 2024-05-03\n\nThe ferry sails.")
    assert (article.title, article.authors, article.published) == ("Ferry", ("Jane Doe",), "2024-05-03")
