"""``onrecord reconcile``: links are decisions, made from a list or at a service, and everything doubtful is left."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

ARTICLES = [
    ["[P Jane Roe] met [P Tom Hill]; [P Jane Roe] won.", "[P Roe] met [P Tom Hill] again.", "[P Ann Doe] spoke."],
    ["[O Skerry Line] paid [P Ann Doe].", "[P Rob Poe] left.", "[G Norwegians] came."],
]
LIST = """name,aliases,wikidata,type,description
Jane Roe,,Q1,person,mayor
Ann Doe,,Q2,person,baker
Ann Doe,,Q3,person,judge
Skerry Line,,Q4,organisation,
Robin Poe,Rob Poe,Q5,person,
"""
LINKS = "SELECT name, wikidata_id FROM entities WHERE wikidata_id IS NOT NULL AND iso_code IS NULL ORDER BY 1"
FROM_LIST = [("Jane Roe", "Q1"), ("Rob Poe", "Q5"), ("Skerry Line", "Q4")]


@pytest.fixture
def corpus(tmp_path: Path, store: Any) -> Path:
    """A corpus of four people and an organisation."""
    path = tmp_path / "corpus.db"
    store(path, ARTICLES)
    return path


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list that has all but one of them, one twice."""
    path = tmp_path / "people.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_list_links_who_is_in_it_once(corpus: Path, listed: Path, onrecord: Any, rows: Any) -> None:
    """The words at the end say how many of whom, what is left, and how to take it back."""
    done = onrecord("reconcile", listed, "--db", corpus, "--by", "Ida Lund")
    assert done.status == 0
    assert rows(corpus, LINKS) == FROM_LIST
    assert done.out.splitlines()[:2] == [
        "People: 2 of 4 linked (2 new), 1 unsure, 1 not found in people.csv.",
        "Organisations: 1 of 1 linked (1 new), 0 unsure, 0 not found in people.csv.",
    ]
    (decision,) = rows(corpus, "SELECT kind, value, decided_by, reason FROM decisions WHERE value = 'Q1'")
    assert decision == ("link", "Q1", "Ida Lund", "people.csv has the name: Jane Roe.")
    again = onrecord("reconcile", listed, "--db", corpus, "--by", "Ida Lund")
    assert "People: 2 of 4 linked (0 new)" in again.out
    assert len(rows(corpus, "SELECT * FROM decisions")) == 3


def test_links_outlive_ingest_and_are_taken_back_together(
    corpus: Path, listed: Path, onrecord: Any, rows: Any, store: Any
) -> None:
    """The command that is printed takes back what the run did; what was taken back is not linked again."""
    printed = onrecord("reconcile", listed, "--db", corpus, "--by", "Ida Lund").out
    store(corpus, [["[P Jane Roe] of [O Skerry Line] spoke again."]])
    assert rows(corpus, LINKS) == FROM_LIST
    assert "onrecord decide undo 1-3 --db" in printed
    assert onrecord("decide", "undo", "1-3", "--db", corpus).status == 0
    assert rows(corpus, LINKS) == []
    assert onrecord("check", corpus).status == 0
    assert "People: 0 of 4 linked" in onrecord("reconcile", listed, "--db", corpus, "--by", "Ida Lund").out
    assert rows(corpus, LINKS) == []


def test_what_is_unsure_is_a_file_to_decide_by(corpus: Path, listed: Path, onrecord: Any, rows: Any) -> None:
    """One line a candidate; without the wrong lines it is applied like any list of decisions."""
    onrecord("reconcile", listed, "--db", corpus, "--by", "Ida Lund")
    unsure = corpus.with_name("corpus-unsure.csv")
    lines = list(csv.DictReader(unsure.read_text(encoding="utf-8").splitlines()))
    assert [(line["name"], line["value"], line["description"]) for line in lines] == [
        ("Ann Doe", "Q2", "baker"),
        ("Ann Doe", "Q3", "judge"),
    ]
    kept = [line for line in unsure.read_text(encoding="utf-8").splitlines() if "Q3" not in line]
    unsure.write_text("\n".join(kept), encoding="utf-8")
    assert onrecord("decide", "apply", unsure, "--db", corpus).status == 0
    assert ("Ann Doe", "Q2") in rows(corpus, LINKS)


def test_a_service_links_the_same_way(corpus: Path, desk: Any, onrecord: Any, rows: Any) -> None:
    """The reason names the service; who is linked already is not asked about."""
    desk.has("Q1", "Jane Roe")
    done = onrecord("reconcile", "--service", desk.url, "--db", corpus, "--by", "Ida Lund", "--type", "person")
    assert done.status == 0
    assert rows(corpus, LINKS) == [("Jane Roe", "Q1")]
    assert rows(corpus, "SELECT reason FROM decisions") == [("Harbour people has the name: Jane Roe.",)]
    onrecord("reconcile", "--service", desk.url, "--db", corpus, "--by", "Ida Lund", "--limit", "1")
    assert [query["query"] for query in desk.asked[-1].values()] == ["Ann Doe"]


def test_a_service_that_breaks_down_leaves_what_was_linked(corpus: Path, desk: Any, onrecord: Any, rows: Any) -> None:
    """The status is 1, the sentence says why and what stays."""
    desk.manifest["batchSize"] = 1
    desk.has("Q1", "Jane Roe")
    desk.has("Q2", "Ann Doe")
    desk.has("Q3", "Tom Hill")
    desk.breaks_after = 2
    done = onrecord("reconcile", "--service", desk.url, "--db", corpus, "--by", "Ida Lund", "--type", "person")
    assert done.status == 1
    assert rows(corpus, LINKS) == [("Ann Doe", "Q2"), ("Jane Roe", "Q1")]
    assert "the answer 500 found" in done.err
    assert "What was linked before stays" in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "LIST or --service URL expected"),
        (("people.csv", "--service", "http://127.0.0.1:9/"), "LIST or --service URL expected"),
        (("--service", "ftp://people.example/"), "no address of the web found"),
        (("--service", "http://127.0.0.1:9/"), "no whole answer"),
        (("--service", "http://127.0.0.1:9/", "--service-type", "ship=X"), "person=ID or organisation=ID expected"),
    ],
)
def test_a_command_that_cannot_be_followed_is_refused(
    arguments: tuple[str, ...], words: str, corpus: Path, listed: Path, onrecord: Any, rows: Any
) -> None:
    """One sentence, status 2, nothing kept."""
    given = [listed if argument == "people.csv" else argument for argument in arguments]
    done = onrecord("reconcile", *given, "--db", corpus, "--by", "Ida Lund")
    assert done.status == 2
    assert words in done.err
    assert rows(corpus, "SELECT * FROM decisions") == []
