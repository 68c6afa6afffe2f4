"""Full-text search over paragraphs and quotes."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour", [11, 12, 22]),
        ("HARBOUR", [11, 12, 22]),
        ("Ndjamena", [12, 13, 22]),
        ("Ndjaména", [12, 13, 22]),
        ('"sail again"', [13]),
        ("ferr*", [13, 21]),
        ("harbour NOT always", [11, 22]),
        ("harbours", []),
    ],
)
def test_paragraphs_are_found(session: Session, query: str, found: list[int]) -> None:
    """Words are found whatever their case and accents, as phrases, by their beginning, and without others."""
    statement = text("SELECT rowid FROM paragraphs_fts WHERE paragraphs_fts MATCH :query ORDER BY rowid")
    assert list(session.scalars(statement, {"query": query})) == found


def test_quotes_are_found_with_the_match_shown(session: Session) -> None:
    """A quote's words are found in the quote, ranked, with the match marked."""
    statement = text(
        "SELECT rowid, highlight(quotes_fts, 0, '<', '>') FROM quotes_fts WHERE quotes_fts MATCH 'ferry' ORDER BY rank"
    )
    assert [tuple(row) for row in session.execute(statement)] == [(2, "the <ferry> would\nsail again in May")]
