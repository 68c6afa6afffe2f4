"""What is listed as worth a look: whom a surname could be, and two people of one full name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.identities import Decision
from onrecord.ingest.resolve import join
from onrecord.ingest.store import decide, doubts
from onrecord.migrations import prepare

OF_TWO = (
    *(f"[P Jane Roe] met [P Tom Hill] on day {day}." for day in range(2)),
    *(f"[P Tim Roe] met [P Tom Hill] on day {day}." for day in range(2)),
    *(f"[P Al Roe] slept on day {day}." for day in range(2)),
    "[P Roe] met [P Tom Hill].",
)
SENATOR, DETECTIVE = "Senator [P Jane Roe] met [P Tom Hill].", "[P Jane Roe], a police detective, met [P Al Poe]."


def listed(path: Path) -> list[tuple[str, str, str, str]]:
    """Every doubt: what would change it, both names, and the question."""
    return sorted((one.kind, one.name, one.other_name, one.question) for one in doubts(prepare(path), 99))


def test_a_surname_is_offered_to_each_whom_it_could_be(tmp_path: Path, store: Any) -> None:
    """And to nobody else, however many articles call somebody so."""
    path = tmp_path / "corpus.db"
    store(path, [OF_TWO])
    why = "It could be Jane Roe or Tim Roe."
    assert listed(path) == [("same", "Jane Roe", "Roe", why), ("same", "Tim Roe", "Roe", why)]


def test_a_surname_of_which_nothing_tells_is_offered_to_whom_most_call_so(tmp_path: Path, store: Any) -> None:
    """One question, not one for everybody of the name."""
    path = tmp_path / "corpus.db"
    store(path, [[*OF_TWO[:-1], "[P Roe] slept."]])
    assert [one[1:3] for one in listed(path)] == [("Al Roe", "Roe")]


APART = "One article has “Senator”, others “police detective”, and nobody and nothing else is named in both."
NAMESAKES = {
    "two offices and nobody in common": ((SENATOR, DETECTIVE), 1),
    "a country is no company": ((f"{SENATOR} [L France]", f"{DETECTIVE} [L France]"), 1),
    "somebody in common": ((SENATOR, DETECTIVE.replace("Al Poe", "Tom Hill")), 0),
    "one office": ((SENATOR, "[P Jane Roe], a senator of the land, met [P Al Poe]."), 0),
    "one office of two": ((f"{SENATOR} [P Roe]", "Senator [P Jane Roe], a lawyer, met [P Al Poe]."), 0),
    "no office there": ((SENATOR, "[P Jane Roe] met [P Al Poe]."), 0),
    "another full name": ((SENATOR, DETECTIVE.replace("Jane", "Ann")), 0),
    "one of three articles": ((SENATOR, SENATOR.replace("met", "saw"), DETECTIVE), 1),
    "a surname in the company of both": ((SENATOR, DETECTIVE, "[P Roe] met [P Tom Hill] and [P Al Poe]."), 0),
}


@pytest.mark.parametrize(("articles", "number"), NAMESAKES.values(), ids=NAMESAKES.keys())
@pytest.mark.parametrize("step", [1, -1])
def test_one_name_with_two_offices_is_listed_and_not_split(
    articles: tuple[str, ...], number: int, step: int, tmp_path: Path, store: Any, entities_of: Any
) -> None:
    """Where articles give a full name different offices and share no company, people should look, in any order."""
    path = tmp_path / "corpus.db"
    store(path, [[one] for one in articles[::step]])
    found = [one for one in listed(path) if one[0] == "different" and "One article" in one[3]]
    assert len(found) == number
    assert sum(name == "Jane Roe" for _, name, *_ in entities_of(path)) == 1
    assert all(one[1:3] == ("Jane Roe", "Jane Roe") for one in found)


@pytest.mark.parametrize("kind", ["same", "different"])
def test_what_was_decided_of_two_offices_is_asked_no_more(kind: str, tmp_path: Path, store: Any) -> None:
    """Either way; ``different`` makes the article's Jane Roe another person."""
    path = tmp_path / "corpus.db"
    store(path, [[SENATOR, DETECTIVE]])
    (doubt,) = doubts(prepare(path), 9)
    assert {doubt.name, doubt.other_name} == {"Jane Roe"}
    decision = Decision(kind, doubt.entity, doubt.other, None, "Ida", "2024-05-04T00:00:00Z", "I asked.")
    decide(prepare(path), [decision], join)
    assert doubts(prepare(path), 9) == []


def test_many_articles_of_one_surname_take_turns_with_other_doubts(tmp_path: Path, store: Any) -> None:
    """The second article of hers comes after everybody else's first."""
    path = tmp_path / "corpus.db"
    hers = [f"[P Roe] met [P Tom Hill] on day {day}." for day in range(3)]
    store(path, [["[P Jane Roe] met [P Tom Hill].", *hers, "[P Ann Poe] met [P Al Low].", "[P Poe] met [P Al Low]."]])
    assert [one.other_name for one in doubts(prepare(path), 99)] == ["Poe", "Roe", "Roe", "Roe"]


def test_a_surname_that_others_have_with_the_same_company_is_most_in_doubt(tmp_path: Path, store: Any) -> None:
    """Scores: nobody else has it, somebody else, somebody else beside the same people."""
    path = tmp_path / "corpus.db"
    met = "met [P Tom Hill], [P Ida Lund] and [P Max Ode]"
    alone = [f"[P Ann Poe] {met}.", f"[P Poe] {met}."]
    apart = [f"[P Sue Low] {met}.", "[P Tim Low] slept.", f"[P Low] {met}."]
    beside = [*(f"[P Jane Roe] {met} on day {day}." for day in range(10)), f"[P Tim Roe] {met}.", f"[P Roe] {met}."]
    store(path, [[*alone, *apart, *beside]])
    with closing(sqlite3.connect(path)) as connection:
        scores = dict(connection.execute("SELECT name, score FROM article_entities WHERE is_short = 1"))
    assert scores == {"Poe": 0.9, "Low": 0.85, "Roe": 0.7}
