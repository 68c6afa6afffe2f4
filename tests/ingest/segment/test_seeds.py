"""The two articles of the default corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.ingest.readers import find_files, read_file
from onrecord.ingest.records import Article
from onrecord.ingest.segment import segment

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(name="seeds", scope="module")
def segmented_seeds() -> tuple[Article, ...]:
    """Both, in their order."""
    files, findings = find_files([str(SEEDS)])
    assert findings == ()
    sources = [source for file in files for source in read_file(file)[0]]
    return tuple(segment(source)[0] for source in sources)


def test_the_first_has_its_repeated_line_as_title_and_nothing_else(seeds: tuple[Article, ...]) -> None:
    """No author, no outlet, no date: Reuters is only cited."""
    article = seeds[0]
    assert article.title is not None
    assert article.text.startswith(f"{article.title}\n\n{article.title}\n")
    assert (article.byline, article.authors, article.outlet, article.published, article.url) == (
        None,
        (),
        None,
        None,
        None,
    )
    assert [paragraph.kind for paragraph in article.paragraphs[:3]] == ["title", "boilerplate", "body"]
    assert {paragraph.kind for paragraph in article.paragraphs[2:]} == {"body"}


def test_the_second_has_an_author_and_no_title(seeds: tuple[Article, ...]) -> None:
    """Its byline is a paragraph, its link to another article boilerplate."""
    article = seeds[1]
    assert (article.title, article.byline, article.authors) == (None, "John Ikani", ("John Ikani",))
    assert (article.outlet, article.published, article.url) == (None, None, None)
    told = [(p.ordinal, p.kind, p.rule) for p in article.paragraphs if p.kind != "body"]
    assert told == [(1, "byline", "byline"), (8, "boilerplate", "read_also")]


def test_every_line_is_a_paragraph(seeds: tuple[Article, ...]) -> None:
    """One has blank lines between its paragraphs, the other has not."""
    for article in seeds:
        lines = [line.strip() for line in article.text.split("\n") if line.strip()]
        assert [paragraph.span.of(article.text) for paragraph in article.paragraphs] == lines
