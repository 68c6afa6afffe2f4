"""Which value stands where several sources speak."""

from __future__ import annotations

from typing import Any

import pytest

ORDER = ("table", "sidecar", "front_matter", "record", "header", "option", "file_name", "text")


@pytest.mark.parametrize("best", range(len(ORDER)))
def test_the_first_source_that_gives_a_value_wins_and_all_are_kept(read: Any, best: int) -> None:
    """Whatever the order they were found in."""
    fields = [("title", source, source) for source in reversed(ORDER[best:])]
    article, _ = read("The ferry sails.", *fields)
    assert article.title == ORDER[best]
    assert [field.source for field in article.fields] == list(ORDER[best:])


def test_a_front_matter_and_a_header_take_their_places(read: Any) -> None:
    """Before the user's options, after table and sidecar, the text itself last."""
    article, _ = read(
        "---\noutlet: Front\n---\nOutlet: Head\nDate: 2024\n\nBy Jane Doe\n\nThe ferry.",
        ("outlet", "Option", "option"),
        ("byline", "John Roe", "file_name"),
    )
    assert (article.outlet, article.published, article.authors) == ("Front", "2024", ("John Roe",))
    assert [(field.source, field.value) for field in article.fields if field.name == "outlet"] == [
        ("front_matter", "Front"),
        ("header", "Head"),
        ("option", "Option"),
    ]
    assert [field.value for field in article.fields if field.name == "byline"] == ["John Roe", "Jane Doe"]


def test_what_nobody_says_is_none(read: Any) -> None:
    """A cited agency is not the outlet, and a language is not detected."""
    article, findings = read("Officials told Reuters on 3 May 2024 that the ferry sails.")
    assert (article.title, article.byline, article.authors, article.outlet) == (None, None, (), None)
    assert (article.published, article.url, article.language, article.fields, findings) == (None, None, None, (), ())


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("published", "03/05/2024", "date-ambiguous"),
        ("published", "2024-02-30", "date-impossible"),
        ("published", "soon", "date-unreadable"),
        ("url", "javascript:alert(1)", "url-unusable"),
        ("url", "example.org/a", "url-unusable"),
        ("language", "English, mostly", "language-unusable"),
    ],
)
def test_a_value_that_cannot_be_used_is_unset_kept_and_told(read: Any, name: str, value: str, code: str) -> None:
    """The finding names the file, the value and who said it."""
    article, (finding,) = read("The ferry.", (name, value, "table"))
    assert getattr(article, name) is None
    assert [(field.name, field.value) for field in article.fields] == [(name, value)]
    assert (finding.code, finding.path) == (code, "news/a.txt")
    assert all(part in finding.message for part in ("news/a.txt", value, "table"))


def test_a_usable_value_of_a_later_source_stands(read: Any) -> None:
    """A broken date in the table does not hide the sound one of the sidecar."""
    article, findings = read("The ferry.", ("published", "??", "table"), ("published", "May 2024", "sidecar"))
    assert article.published == "2024-05"
    assert len(findings) == 1


def test_values_are_settled_like_the_text(read: Any) -> None:
    """What no database takes is replaced, line ends are blanks, and what is blank says nothing."""
    article, _ = read("The ferry.", ("title", "Ferry\0\n sails\ud800", "sidecar"), ("outlet", " \n", "table"))
    assert (article.title, article.outlet) == ("Ferry\ufffd sails\ufffd", None)
