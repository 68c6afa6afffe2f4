"""Credit lines become people and agencies, kept beside the byline."""

from __future__ import annotations

import pytest

from onrecord.ingest.records import Article, Document, Field, SourceArticle
from onrecord.ingest.segment import segment

BODY = "The ferry to Sandvik sails again, the harbour office said on Monday.\n\n"


def with_credit(line: str, *fields: Field) -> Article:
    """An article that ends with a credit line."""
    return segment(SourceArticle(Document("a.txt", "text", "", 0), 1, BODY + line, fields))[0]


@pytest.mark.parametrize(
    ("line", "people", "agencies"),
    [
        (
            "(Reporting by Jane Doe in Niamey and John Roe; Editing by Mary Major)",
            "Jane Doe; John Roe; Mary Major",
            None,
        ),
        ("Additional reporting by Jane Doe; editing by John Roe", "Jane Doe; John Roe", None),
        ("Jane Doe and The Associated Press contributed to this report.", "Jane Doe", "The Associated Press"),
        ("The Associated Press contributed to this report.", None, "The Associated Press"),
        ("Doe reported from Niamey. Associated Press writer John Roe contributed from Agadez.", "John Roe", None),
        ("Contributing: Jane Doe, John Roe", "Jane Doe; John Roe", None),
        ("With files from The Canadian Press", None, "The Canadian Press"),
        ("— AFP", None, "AFP"),
        ("She contributed to the report of the commission, her colleagues said.", None, None),
    ],
)
def test_a_credit_line_names_people_and_agencies(line: str, people: str | None, agencies: str | None) -> None:
    """Kept as fields with their line; an agency is never the outlet."""
    article = with_credit(line)
    said = {field.name: (field.value, field.line) for field in article.fields}
    assert said.get("credit") == (None if people is None else (people, 3))
    assert said.get("credit_agency") == (None if agencies is None else (agencies, 3))
    assert (article.outlet, article.byline) == (None, None)


@pytest.mark.parametrize(
    ("line", "authors", "contributors"),
    [
        ("(Reporting by Jane Doe in Niamey and John Roe; Editing by Mary Major)", ["Jane Doe", "John Roe"], []),
        ("(Reporting and writing by Jane Doe, editing by John Roe)", ["Jane Doe"], []),
        ("(Writing and editing by Jane Doe; graphics by John Roe)", ["Jane Doe"], []),
        ("(Reporting by Jane Doe, with additional reporting by John Roe.)", ["Jane Doe"], ["John Roe"]),
        ("(Reporting by Jane Doe in Ouagadougou, Burkina Faso and John Roe in Niamey)", ["Jane Doe", "John Roe"], []),
        ("(Reporting by Sandvik Newsroom; Editing by Mary Major)", [], []),
        ("(Editing by Mary Major)", [], []),
        ("Additional reporting by Jane Doe; editing by John Roe", [], ["Jane Doe"]),
        ("Jane Doe and The Associated Press contributed to this report.", [], ["Jane Doe"]),
        ("Associated Press writers Jane Doe in Niamey, Niger, and John Roe contributed to this report.", [],
         ["Jane Doe", "John Roe"]),
        ("Contributing: Jane Doe, John Roe", [], ["Jane Doe", "John Roe"]),
        ("With files from The Canadian Press", [], []),
    ],
)  # fmt: skip
def test_who_reported_or_wrote_it_is_an_author_where_no_byline_names_one(
    line: str, authors: list[str], contributors: list[str]
) -> None:
    """Who helped is a contributor; editors, agencies, desks and places are neither."""
    article = with_credit(line)
    assert (list(article.authors), list(article.contributors)) == (authors, contributors)


@pytest.mark.parametrize(
    ("byline", "authors", "contributors"),
    [
        ("Mary Major", ("Mary Major",), ("Jane Doe", "John Roe")),
        ("Jane Doe", ("Jane Doe",), ("John Roe",)),
        ("Reuters", ("Jane Doe", "John Roe"), ()),
    ],
)
def test_beside_a_byline_they_are_contributors(
    byline: str, authors: tuple[str, ...], contributors: tuple[str, ...]
) -> None:
    """Nobody is both, and a byline that names nobody leaves the place to them."""
    article = with_credit("(Reporting by Jane Doe and John Roe; Editing by Ann Poe)", Field("byline", byline, "table"))
    assert (article.authors, article.contributors) == (authors, contributors)
