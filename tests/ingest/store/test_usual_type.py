"""A name that articles take for things of several types: it is one entity only where that is plain."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.identities import Decision
from onrecord.ingest.resolve import join
from onrecord.ingest.store import decide, undo
from onrecord.migrations import head, prepare
from onrecord.schema.check import check

OFTEN = [f"[P Jane Roe] met [P Tom Hill] on day {day}." for day in range(5)]
CASES = {
    "a group that more articles call an organisation": (
        ["[G Dawn Front] spoke.", "The [O Dawn Front] spoke.", "[O Dawn Front] left."],
        {("Dawn Front", "organisation", 3)},
    ),
    "as many call it a building as an organisation": (
        ["[F Harbour Museum] spoke.", "The [O Harbour Museum] spoke."],
        {("Harbour Museum", "organisation", 2)},
    ),
    "its short name follows": (
        [
            "[F Harbour Museum] ([F HM]) opened.",
            "The [F Harbour Museum], or [F HM], closed.",
            "[F HM] is old.",
            *(f"The [O Harbour Museum] spoke {number}." for number in range(4)),
        ],
        {("Harbour Museum", "organisation", 7)},
    ),
    "the organisation goes by a longer name": (
        [
            *(f"[O Brook Lark] won {number} for [O Brook]." for number in range(2)),
            *(f"[O Brook] lost {number}." for number in range(3)),
            "[F Brook] closed.",
        ],
        {("Brook Lark", "organisation", 6)},
    ),
    "somebody taken for a place once, in the same company": (
        [*OFTEN, "[L Jane Roe] and [P Tom Hill] spoke."],
        {("Jane Roe", "person", 6), ("Tom Hill", "person", 6)},
    ),
    "the same without company": (
        [*OFTEN, "[L Jane Roe] has a harbour."],
        {("Jane Roe", "person", 5), ("Tom Hill", "person", 5), ("Jane Roe", "place", 1)},
    ),
    "the same in too few articles": (
        [*OFTEN[:4], "[L Jane Roe] and [P Tom Hill] spoke."],
        {("Jane Roe", "person", 4), ("Tom Hill", "person", 5), ("Jane Roe", "place", 1)},
    ),
    "a person is never taken for an organisation": (
        [*(line.replace("[P Jane", "[O Jane") for line in OFTEN), "[P Jane Roe] and [P Tom Hill] spoke."],
        {("Jane Roe", "organisation", 5), ("Jane Roe", "person", 1), ("Tom Hill", "person", 6)},
    ),
    "a city and its team": (
        [*(f"[P Tom Hill] left [L Kansas City] at {day}." for day in range(5)), "[O Kansas City] and [P Tom Hill]."],
        {("Kansas City", "place", 5), ("Kansas City", "organisation", 1), ("Tom Hill", "person", 6)},
    ),
    "a country and its people": (
        ["[G French] voters met [P Tom Hill].", *(f"[P Tom Hill] is in [L France] on day {day}." for day in range(5))],
        {("France", "place", 5), ("French", "group", 1), ("Tom Hill", "person", 6)},
    ),
    "a work and its maker": (
        [*(f"[O Acme] met [P Tom Hill] on day {day}." for day in range(5)), "An [W Acme] hit [P Tom Hill]."],
        {("Acme", "organisation", 5), ("Acme", "work", 1), ("Tom Hill", "person", 6)},
    ),
}  # fmt: skip
Found = set[tuple[str, str, int]]


def found(path: Path) -> Found:
    """Name, type and articles of every entity."""
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT name, type, article_count FROM entities"))


@pytest.mark.parametrize("case", CASES)
def test_a_name_of_two_types_is_one_only_where_that_is_plain(case: str, tmp_path: Path, store: Any) -> None:
    """What most articles say holds for all: at once, one by one, and in another order."""
    articles, expected = CASES[case]
    at_once, one_by_one = tmp_path / "at-once.db", tmp_path / "one-by-one.db"
    store(at_once, [articles])
    shuffled = random.Random(1).sample(articles, len(articles))  # noqa: S311 - an order like any other
    store(one_by_one, [[article] for article in shuffled])
    assert found(at_once) == expected
    assert found(one_by_one) == expected
    assert check(one_by_one, head()) == ()


def test_people_can_split_what_was_taken_for_its_usual_type_and_take_it_back(tmp_path: Path, store: Any) -> None:
    """`different` parts the group from the organisation; undone, they are one again, of the usual type."""
    path = tmp_path / "corpus.db"
    articles, one = CASES["a group that more articles call an organisation"]
    store(path, [articles])
    with closing(sqlite3.connect(path)) as connection:
        keys = dict(connection.execute("SELECT type, name_key FROM article_entities"))
    apart = Decision("different", keys["organisation"], keys["group"], None, "Ida Lund", "2024-05-04T12:00:00Z", "Two.")
    decide(prepare(path), [apart], join)
    assert found(path) == {("Dawn Front", "organisation", 2), ("Dawn Front", "group", 1)}
    undo(prepare(path), [1], "2024-05-05T12:00:00Z", join)
    assert found(path) == one
    assert check(path, head()) == ()
