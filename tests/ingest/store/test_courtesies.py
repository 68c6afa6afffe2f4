"""Mr and Mrs of one surname in many articles."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

MARK, ANNA, QUIN = (f"[P {name} Roe] met [P Tom Hill] in [L Aldermoor]." for name in ("Mark", "Anna", "Quin"))
CASES = {
    "Mr is the man": ((MARK, "Mr [P Roe] met [P Tom Hill]."), {"Mr Roe": "Mark Roe"}),
    "Mrs is not the man": ((MARK, "Mrs [P Roe] met [P Tom Hill]."), {"Mrs Roe": "Roe"}),
    "Mr is not the woman": ((ANNA, "Mr [P Roe] met [P Tom Hill]."), {"Mr Roe": "Roe"}),
    "of two it is the one of that sex": (
        (MARK, ANNA, "Mrs [P Roe] met [P Tom Hill]."),
        {"Mrs Roe": "Anna Roe"},
    ),
    "each of both": (
        (MARK, ANNA, "Mrs [P Roe] met [P Tom Hill], and Mr [P Roe] slept."),
        {"Mr Roe": "Mark Roe", "Mrs Roe": "Anna Roe"},
    ),
    "Mrs may be somebody whose first name tells nothing": (
        (QUIN, "Mrs [P Roe] met [P Tom Hill]."),
        {"Mrs Roe": "Quin Roe"},
    ),
    "but not beside Mr": (
        (QUIN, "Mrs [P Roe] met [P Tom Hill], and Mr [P Roe] slept."),
        {"Mr Roe": "Roe", "Mrs Roe": "Roe"},
    ),
    "the surname alone is either": ((MARK, ANNA, "[P Roe] met [P Tom Hill]."), {"Roe": "Roe"}),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("at_once", [True, False])
def test_mr_and_mrs_join_whom_they_can_be(case: str, at_once: bool, tmp_path: Path, store: Any) -> None:  # noqa: FBT001
    """A surname with Mr is no woman's, one with Mrs no man's, in whatever order the articles come."""
    articles, expected = CASES[case]
    path = tmp_path / "corpus.db"
    store(path, [articles] if at_once else [[one] for one in reversed(articles)])
    query = """SELECT a.name, e.name, e.entity_id FROM article_entities AS a JOIN entities AS e USING (entity_id)
        WHERE a.type = 'person' AND a.is_short = 1"""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(query).fetchall()
    assert {name: entity for name, entity, _ in found} == expected
    assert len({number for _, _, number in found}) == len(found)
