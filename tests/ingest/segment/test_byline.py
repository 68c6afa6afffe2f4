"""Which lines are bylines."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.ingest.segment.byline import byline_in, is_glued

BYLINES = (
    "By Jane Doe",
    "BY JANE DOE",
    "By: Jane Doe",
    "By Jane Doe and John Roe, Reuters",
    "By Jane Doe, John Roe and Mary Major",
    "By Jane Doe in Niamey and John Roe in Paris",
    "By Jane Doe | The Daily Star",
    "By Jane Doe (Reuters)",
    "By Jane Doe – BBC News",
    "By Jane Doe, Special to The Star",
    "By Jane Doe, Health Reporter, and John Roe",
    "By Jane Doe for The Daily Star",
    "By Jane Doe Staff Writer",
    "By Jane Doe | 3 May 2024",
    "By Jane van der Berg",
    "By J. K. Doe",
    "By John Roe Jr.",
    "By Zdeněk Ťok, ČTK",
    "By Reuters",
    "By The Associated Press",
    "By Daily Star Reporter",
    "By Our Correspondent",
    "By Star Staff",
)
SENTENCES = (
    "By contrast, it said the plan would fail.",
    "By the numbers: how the islands voted",
    "By The Numbers",
    "By Tuesday, the toll had risen to nine",
    "By Tuesday",
    "By Popular Demand",
    "By Any Means Necessary",
    "By Land and Sea",
    "By George, He Did It",
    "By Day, a Banker",
    "By 2025, Half of All Cars",
    "By Order of the King",
    "By Jane Doe, who covers the courts",
    "By Jane Doe's Count, He Won",
    "By Jane Doe of the harbour the ferry was met",
    "By Jane Doe, it was said, nothing had been signed",
    "By Jane Doe?",
    "By Jane Doe.",
    "By Jane Doe in Niamey.",
    "Bypass opens",
    "Standing by Jane Doe",
    "By Jane Doe and " + "John Roe and " * 30 + "others",
)


@pytest.mark.parametrize("line", BYLINES)
def test_by_and_names_is_a_byline(line: str) -> None:
    """With or without where they work; the word By is a label and not part of it."""
    said = byline_in(line)
    assert said is not None
    assert line.endswith(said)
    assert not said.lower().startswith("by")


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_or_headline_that_begins_with_by_stays_text(line: str) -> None:
    """Four in ten lines that begin so are no bylines."""
    assert byline_in(line) is None


def test_a_byline_is_looked_for_at_the_top_only(read: Any) -> None:
    """Among the first six paragraphs, and the first counts."""
    body = [f"Sentence {number} of the report stands here." for number in range(9)]
    article, _ = read("\n\n".join([*body[:3], "By Jane Doe", body[4], "By John Roe"]))
    assert [paragraph.ordinal for paragraph in article.paragraphs if paragraph.kind == "byline"] == [4]
    assert [(field.value, field.source, field.line) for field in article.fields] == [("Jane Doe", "text", 7)]
    article, _ = read("\n\n".join([*body[:6], "By Jane Doe"]))
    assert (article.byline, {paragraph.kind for paragraph in article.paragraphs}) == (None, {"body"})


@pytest.mark.parametrize("line", ["By Jane DoeThe ferry sails again", "By Jane Mary DoeOfficials of the harbour said"])
def test_a_byline_grown_together_with_the_text_is_left_and_told(read: Any, line: str) -> None:
    """Cutting it would be a guess: the only such line in 37,554 texts was none."""
    article, (finding,) = read(line)
    assert finding.code == "byline-glued"
    assert (article.byline, article.paragraphs[0].kind) == (None, "body")


@pytest.mark.parametrize("line", ["By Terry McAuliffe and others", "By Ron DeSantis of Florida", "By Jane Doe"])
def test_capitals_inside_a_name_are_no_grown_together_byline(line: str) -> None:
    """McAuliffe is one word."""
    assert not is_glued(line)
