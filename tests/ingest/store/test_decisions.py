"""What people decide about entities outlives every ingest, and can be taken back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.errors import DecisionError
from onrecord.ingest.identities import Decision
from onrecord.ingest.resolve import join
from onrecord.ingest.store import all_decisions, decide, doubts, undo
from onrecord.migrations import head, prepare, upgrade
from onrecord.schema.check import check

AT = "2024-05-04T12:00:00Z"
FULL, SHORT = "[P Jane Roe] met [P Tom Hill]; [P Jane Roe] won.", "[P Roe] met [P Tom Hill] again."
INITIAL = "[P Jane M. Roe] spoke."


@pytest.fixture
def path(tmp_path: Path, store: Any) -> Path:
    """A corpus in which three articles name one Jane Roe."""
    path = tmp_path / "corpus.db"
    store(path, [[FULL, SHORT, INITIAL]])
    return path


def decided(path: Path, kind: str, entity: str, other: str | None = None, value: str | None = None) -> None:
    """Decide as a user would."""
    decide(prepare(path), [Decision(kind, entity, other, value, "Ida Lund", AT, "I asked her.")], join)


def said_by(path: Path) -> list[tuple[str, str]]:
    """Each article (by how it names her) with the speaker of its quote."""
    query = """SELECT a.name, e.name FROM quotes AS q JOIN entities AS e ON e.entity_id = q.speaker_id
        JOIN article_entities AS a ON a.article_entity_id = q.article_entity_id ORDER BY 1, 2"""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def key(path: Path, name: str, column: str) -> str:
    """A key of an article's entity."""
    query = f"SELECT {column} FROM article_entities JOIN entities USING (entity_id) WHERE article_entities.name = ?"
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute(query, [name]).fetchone()[0])


ONE = [("Jane M. Roe", "Jane Roe"), ("Jane Roe", "Jane Roe"), ("Roe", "Jane Roe")]


@pytest.mark.parametrize(
    ("part", "column", "expected"),
    [
        ("Roe", "article_entity_key", [("Jane M. Roe", "Jane Roe"), ("Jane Roe", "Jane Roe"), ("Roe", "Roe")]),
        ("Jane M. Roe", "name_key", [("Jane M. Roe", "Jane M. Roe"), ("Jane Roe", "Jane Roe"), ("Roe", "Jane Roe")]),
    ],
)
def test_different_splits_survives_ingest_and_upgrade_and_is_undone(
    part: str, column: str, expected: list[tuple[str, str]], path: Path, store: Any, entities_of: Any
) -> None:
    """One article, or one way of writing the name, is split off with its quotes; undoing gives back what was."""
    before = entities_of(path)
    assert said_by(path) == ONE
    decided(path, "different", key(path, "Jane Roe", "entity_key"), key(path, part, column))
    assert said_by(path) == expected
    assert check(path, head()) == ()
    store(path, [[FULL, SHORT, INITIAL], ["[P Ann Doe] spoke of [P Jane Roe]."]])
    upgrade(path)
    assert [row for row in said_by(path) if "Roe" in row[0]] == expected
    assert check(path, head()) == ()
    undo(prepare(path), [1], AT, join)
    assert [row for row in said_by(path) if "Roe" in row[0]] == ONE
    assert {row[0] for row in before} <= {row[0] for row in entities_of(path)}
    assert check(path, head()) == ()


def test_undoing_at_once_restores_every_row(path: Path, entities_of: Any) -> None:
    """Keys, names and counts are as if nothing had been decided."""
    before = entities_of(path)
    decided(path, "different", key(path, "Jane Roe", "entity_key"), key(path, "Roe", "article_entity_key"))
    assert entities_of(path) != before
    undo(prepare(path), [1], AT, join)
    assert entities_of(path) == before


def test_same_joins_and_takes_later_articles_along(path: Path, store: Any) -> None:
    """Two names of one person are one from then on, also in articles that come later."""
    store(path, [["[P Joan Poe] spoke."]])
    decided(path, "same", key(path, "Jane Roe", "entity_key"), key(path, "Joan Poe", "entity_key"))
    store(path, [["[P Joan Poe] spoke again."]])
    assert said_by(path) == sorted([*ONE, ("Joan Poe", "Jane Roe"), ("Joan Poe", "Jane Roe")])
    assert check(path, head()) == ()
    undo(prepare(path), [1], AT, join)
    assert said_by(path) == sorted([*ONE, ("Joan Poe", "Joan Poe"), ("Joan Poe", "Joan Poe")])
    assert check(path, head()) == ()


@pytest.mark.parametrize(("kind", "value", "column"), [("rename", "J. Roe", "name"), ("type", "work", "type")])
def test_name_and_type_hold_until_they_are_undone(
    kind: str, value: str, column: str, path: Path, store: Any, rows: Any
) -> None:
    """What an entity is called, and what it is, stays as decided when more articles come."""
    entity = key(path, "Jane Roe", "entity_key")
    query = f"SELECT {column} FROM entities WHERE entity_key = '{entity}'"
    before = rows(path, query)
    decided(path, kind, entity, value=value)
    store(path, [["[P Jane Roe] spoke."]])
    assert rows(path, query) == [(value,)]
    undo(prepare(path), [1], AT, join)
    assert rows(path, query) == before
    assert check(path, head()) == ()


@pytest.mark.parametrize(
    ("kind", "other", "value", "words"),
    [
        ("same", "nobody", None, "nothing here has the key nobody"),
        ("same", "ITSELF", None, "stands on both sides"),
        ("type", None, "unnamed", "unnamed is no type"),
        ("maybe", None, "x", "maybe is no decision"),
    ],
)
def test_what_cannot_be_followed_is_refused(
    kind: str, other: str | None, value: str | None, words: str, path: Path
) -> None:
    """The sentence says what is wrong, and nothing is kept."""
    entity = key(path, "Jane Roe", "entity_key")
    with pytest.raises(DecisionError, match=words):
        decided(path, kind, entity, entity if other == "ITSELF" else other, value)
    assert all_decisions(prepare(path)) == []


def test_a_person_is_made_no_organisation_in_passing(path: Path, store: Any) -> None:
    """Joining a person with what is none is refused, until somebody says that it is a person."""
    store(path, [["[O Roe] met [P Tom Hill]."]])
    person = key(path, "Jane Roe", "entity_key")
    with closing(sqlite3.connect(path)) as connection:
        (other,) = connection.execute("SELECT entity_key FROM entities WHERE type = 'organisation'").fetchone()
    for one, two in ((person, other), (other, person)):
        with pytest.raises(DecisionError, match=f"onrecord decide type {other} person"):
            decided(path, "same", one, two)
    given = (("type", other, None, "person"), ("same", person, other, None))
    both = [Decision(*one, "Ida Lund", AT, "I asked.") for one in given]
    assert list(decide(prepare(path), both, join)) == [1, 2]
    assert check(path, head()) == ()


def test_doubts_come_with_most_quotes_first(path: Path, store: Any) -> None:
    """What was joined on thin evidence is listed with the decision that would split it."""
    (doubt,) = doubts(prepare(path), 5)
    assert (doubt.kind, doubt.name, doubt.other_name, doubt.quotes) == ("different", "Jane Roe", "Roe", 1)
    assert doubt.other == key(path, "Roe", "article_entity_key")
    store(path, [["[P Tim Roe] met [P Tom Hill]."]])
    assert [(doubt.kind, doubt.name) for doubt in doubts(prepare(path), 5)] == [
        ("same", "Jane Roe"),
        ("same", "Tim Roe"),
    ]


def test_decisions_travel_as_csv(path: Path, tmp_path: Path, onrecord: Any, store: Any) -> None:
    """The list that one corpus prints is applied to another, once."""
    entity, part = key(path, "Jane Roe", "entity_key"), key(path, "Roe", "article_entity_key")
    done = onrecord("decide", "different", entity, part, "--db", path, "--by", "Ida Lund", "--why", "I asked.")
    assert done.status == 0
    listed = onrecord("decide", "list", "--db", path).out
    (tmp_path / "list.csv").write_text(listed, encoding="utf-8")
    other = tmp_path / "other.db"
    store(other, [[FULL, SHORT, INITIAL]])
    assert onrecord("decide", "apply", tmp_path / "list.csv", "--db", other).out == "1 of 1 decisions are new.\n"
    assert onrecord("decide", "apply", tmp_path / "list.csv", "--db", other).out == "0 of 1 decisions are new.\n"
    assert said_by(other) == said_by(path)
    assert onrecord("decide", "undo", "1", "--db", other).status == 0
    assert said_by(other) == ONE


def test_decisions_about_what_another_corpus_lacks_are_left_out_and_named(
    path: Path, tmp_path: Path, onrecord: Any, store: Any
) -> None:
    """The others are kept."""
    decided(path, "rename", key(path, "Jane Roe", "entity_key"), value="J. Roe")
    decided(path, "rename", key(path, "Tom Hill", "entity_key"), value="T. Hill")
    listed = onrecord("decide", "list", "--db", path).out
    (tmp_path / "list.csv").write_text(listed, encoding="utf-8")
    other = tmp_path / "other.db"
    store(other, [["[P Tom Hill] spoke."]])
    done = onrecord("decide", "apply", tmp_path / "list.csv", "--db", other)
    assert (done.status, done.out) == (1, "1 of 2 decisions are new.\n")
    assert f"left out: nothing here has the key {key(path, 'Jane M. Roe', 'entity_key')}" in done.err
    assert said_by(other) == [("Tom Hill", "T. Hill")]


def test_review_prints_the_command_that_decides_otherwise(path: Path, onrecord: Any) -> None:
    """Whoever reads the list can act on it."""
    done = onrecord("review", "--db", path)
    assert done.out.splitlines()[0].startswith("1 quote: Jane Roe / Roe. Taken for “Jane Roe”")
    assert "onrecord decide different" in done.out
