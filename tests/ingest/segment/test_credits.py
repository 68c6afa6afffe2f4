"""Credit lines become people and agencies, kept beside the byline."""

from __future__ import annotations

import pytest

from onrecord.ingest.records import Document, SourceArticle
from onrecord.ingest.segment import segment

BODY = "The ferry to Sandvik sails again, the harbour office said on Monday.\n\n"


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
        ("Doe reported from Niamey. Associated Press writer John Roe contributed from Agadez.", None, None),
        ("Contributing: Jane Doe, John Roe", "Jane Doe; John Roe", None),
        ("With files from The Canadian Press", None, "The Canadian Press"),
        ("— AFP", None, "AFP"),
        ("She contributed to the report of the commission, her colleagues said.", None, None),
    ],
)
def test_a_credit_line_names_people_and_agencies(line: str, people: str | None, agencies: str | None) -> None:
    """And neither becomes an author or the outlet."""
    article, _ = segment(SourceArticle(Document("a.txt", "text", "", 0), 1, BODY + line))
    said = {field.name: (field.value, field.line) for field in article.fields}
    assert said.get("credit") == (None if people is None else (people, 3))
    assert said.get("credit_agency") == (None if agencies is None else (agencies, 3))
    assert (article.authors, article.outlet, article.byline) == ((), None, None)
