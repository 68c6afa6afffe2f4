"""Which of the names that a page gives one by one are people's."""

from __future__ import annotations

import pytest

from onrecord.ingest.records import Document, Field, SourceArticle
from onrecord.ingest.segment import segment
from onrecord.ingest.segment.one_by_one import people_among


@pytest.mark.parametrize(
    "name",
    [
        "Jane Doe", "JANE DOE", "Jane M. Doe", "Alejandro de la Garza", "James S.A. Corey", "Anne-Marie O’Neil",
        "Fouzia Van Der Fort", "Sid Lowe", 'Jane "Jay" Doe', "Анна Иванова", "松岡大地", "배윤경", "严玉洁",
    ],
)  # fmt: skip
def test_people_are_authors(name: str) -> None:
    """Under the name that the page gives them, in every script."""
    assert people_among([name, name], ["The Star", "日刊新聞"]) == (name,)


@pytest.mark.parametrize(
    "name",
    [
        "AFP", "dpa", "SID", "Associated Press", "Deutsche Presse-Agentur", "CNN Wire", "National Desk", "Gear Team",
        "The Star", "Star", "Star S", "t-online", "kicker", "Quelle: sid", "Nairobi", "Themen bearbeiten",
        "Movetec GmbH", "MND Staff", "Guardian staff reporter", "Der Postillon", "日刊新聞", "朝日新聞社", "",
    ],
)  # fmt: skip
def test_agencies_desks_places_and_the_outlet_are_not(name: str) -> None:
    """Unsure means no author."""
    assert people_among([name], ["The Star", "日刊新聞"]) == ()


def test_the_outlet_is_no_author_in_a_byline_of_one_line_either(read: object) -> None:
    """Its name may look like a person's; the byline keeps it."""
    article, _ = read("Text.", ("byline", "Les Echos", "record"), ("outlet", "Les Echos", "record"))  # type: ignore[operator]
    assert (article.authors, article.byline) == ((), "Les Echos")


def test_the_byline_keeps_everybody_whom_the_page_names() -> None:
    """Agencies too; a credit line's writers are authors where it names no person."""
    names = ("Reuters", "The Star")
    document = Document("a.html", "html", "0" * 64, 9)
    fields = (Field("byline", "; ".join(names), "record"), Field("outlet", "The Star", "record"))
    text = "The ferry sails again.\n\n(Reporting by Jane Doe; Editing by John Roe)"
    article, _ = segment(SourceArticle(document, 1, text, fields, (), names))
    assert (article.byline, article.named, article.authors) == ("Reuters; The Star", names, ("Jane Doe",))
