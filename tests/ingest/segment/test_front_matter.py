"""YAML at the top of a text."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.ingest.segment.front_matter import front_matter


def test_it_tells_the_fields_and_is_kept_as_boilerplate(read: Any) -> None:
    """The text after it is the article."""
    front = "---\ntitle: Ferry sails\nauthor:\n  - Jane Doe\n  - John Roe\nsource: https://example.org/a\n---"
    text = f"{front}\n\nThe ferry.\n"
    article, findings = read(text)
    assert findings == ()
    assert article.title == "Ferry sails"
    assert article.authors == ("Jane Doe", "John Roe")
    assert article.url == "https://example.org/a"
    assert {field.source for field in article.fields} == {"front_matter"}
    first, second = article.paragraphs
    assert (first.kind, first.rule, first.span.of(text)) == ("boilerplate", "front_matter", front)
    assert (second.kind, second.span.of(text)) == ("body", "The ferry.")


def test_lines_are_counted_from_the_top_of_the_file(read: Any) -> None:
    """Front matter counts."""
    article, _ = read("---\ntitle: Ferry sails\n---\n\nDate: 2024\n\nBy Jane Doe\n\nThe ferry.")
    lines = [(field.name, field.line) for field in article.fields]
    assert lines == [("title", None), ("published", 5), ("byline", 7)]


def test_values_are_taken_as_written(read: Any) -> None:
    """A date is not made into another, a title that YAML would take for a truth value is a title."""
    article, _ = read("---\ntitle: Yes\ndate: 2024-05\nlang: no\n...\nText.")
    assert (article.title, article.published, article.language) == ("Yes", "2024-05", "no")


@pytest.mark.parametrize("inside", ["title: [", "a: b: c", "\ttitle: x", "title: x\n  y: z", "[" * 5000])
def test_broken_yaml_is_a_finding_and_stays_text(read: Any, inside: str) -> None:
    """Nothing is lost, and the user is told."""
    article, (finding,) = read(f"---\n{inside}\n---\nThe ferry sails.\n")
    assert finding.code == "front-matter-broken"
    assert finding.span is not None
    assert all(paragraph.rule != "front_matter" for paragraph in article.paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "---\nOnly words between two rules.\n---\nMore.",
        "---\ntitle: never closed",
        "----\ntitle: x\n---\n",
        "First a line.\n---\ntitle: x\n---\n",
        "---\n---\nText.",
        "---\n- a\n- b\n---\n",
        "",
    ],
)
def test_rules_around_text_are_no_front_matter(text: str) -> None:
    """It stands at the very top, is closed, and holds keys with values."""
    assert front_matter(text) is None


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system ['true']", "!!python/name:os.system ''"])
def test_no_code_is_run(tag: str) -> None:
    """A tag that would make an object is a word, a list of words, or trouble."""
    found = front_matter(f"---\ntitle: {tag}\n---\n")
    assert found is not None
    assert all(isinstance(field.value, str) for field in found.fields)
