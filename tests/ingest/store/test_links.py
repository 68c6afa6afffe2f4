"""A link goes where its name goes, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.errors import DecisionError
from onrecord.ingest.identities import Decision
from onrecord.ingest.resolve import join
from onrecord.ingest.store import decide, doubts, linkable, undo
from onrecord.migrations import prepare

AT = "2024-05-04T12:00:00Z"
LINKS = "SELECT name, wikidata_id FROM entities WHERE wikidata_id IS NOT NULL AND iso_code IS NULL ORDER BY name"


@pytest.fixture
def path(tmp_path: Path, store: Any) -> Path:
    """A corpus in which three articles name one Jane Roe, and one names another woman."""
    path = tmp_path / "corpus.db"
    full, short = "[P Jane Roe] met [P Tom Hill]; [P Jane Roe] won.", "[P Roe] met [P Tom Hill] again."
    store(path, [[full, short, "[P Jane M. Roe] spoke.", "[P Joan Poe] spoke.", "[L Norway] paid."]])
    return path


def decided(path: Path, kind: str, entity: str, other: str | None = None, value: str | None = None) -> None:
    """Decide as a user would."""
    decide(prepare(path), [Decision(kind, entity, other, value, "Ida Lund", AT, "I asked her.")], join)


def key(path: Path, name: str, column: str, rows: Any) -> str:
    """A key of an article's entity."""
    query = (
        f"SELECT {column} FROM article_entities JOIN entities USING (entity_id) WHERE article_entities.name = '{name}'"
    )
    return str(rows(path, query)[0][0])


def test_what_is_split_off_loses_the_link(path: Path, rows: Any) -> None:
    """The other Roe is another person; and undoing the split gives back what was."""
    entity = key(path, "Jane Roe", "entity_key", rows)
    decided(path, "link", entity, value="Q7")
    decided(path, "different", entity, key(path, "Roe", "article_entity_key", rows))
    assert rows(path, LINKS) == [("Jane Roe", "Q7")]
    undo(prepare(path), [2], AT, join)
    assert rows(path, LINKS) == [("Jane Roe", "Q7")]


def test_a_namesake_in_one_article_is_not_linked(path: Path, store: Any, rows: Any) -> None:
    """Split off by article, she has the very name that was linked, and is nobody's item."""
    store(path, [["[P Jane Roe] sang."]])
    entity = key(path, "Jane Roe", "entity_key", rows)
    decided(path, "link", entity, value="Q7")
    namings = rows(path, "SELECT article_entity_key FROM article_entities WHERE name = 'Jane Roe' ORDER BY 1")
    decided(path, "different", entity, namings[0][0])
    assert len(rows(path, "SELECT * FROM entities WHERE name = 'Jane Roe'")) == 2
    assert rows(path, LINKS) == [("Jane Roe", "Q7")]


def test_a_link_follows_its_name_to_another_entity(path: Path, rows: Any) -> None:
    """What is joined takes its link along; joined to one that is linked, both are shown to be looked at."""
    jane, joan = (key(path, name, "entity_key", rows) for name in ("Jane Roe", "Joan Poe"))
    decided(path, "link", joan, value="Q8")
    decided(path, "same", jane, joan)
    assert rows(path, LINKS) == [("Jane Roe", "Q8")]
    decided(path, "link", jane, value="Q7")
    assert rows(path, LINKS) == [("Jane Roe", "Q7")]
    undo(prepare(path), [2], AT, join)
    assert rows(path, LINKS) == [("Jane Roe", "Q7"), ("Joan Poe", "Q8")]
    undo(prepare(path), [1, 3], AT, join)
    assert rows(path, LINKS) == []


def test_two_entities_of_one_item_are_asked_about_and_not_joined(path: Path, rows: Any) -> None:
    """They may be one; whoever says that they are, or are not, is not asked again."""
    jane, joan = (key(path, name, "entity_key", rows) for name in ("Jane Roe", "Joan Poe"))
    before = {doubt.other for doubt in doubts(prepare(path), 9)}
    for entity in (jane, joan):
        decided(path, "link", entity, value="Q7")
    (doubt,) = [doubt for doubt in doubts(prepare(path), 9) if doubt.other not in before]
    assert (doubt.kind, doubt.entity, doubt.other, doubt.quotes) == ("same", jane, joan, 1)
    assert doubt.question == "Both are linked to Q7."
    decided(path, "different", jane, joan)
    assert joan not in {doubt.other for doubt in doubts(prepare(path), 9)}
    assert rows(path, LINKS) == [("Jane Roe", "Q7"), ("Joan Poe", "Q7")]


def test_two_items_of_one_entity_are_asked_about(path: Path, rows: Any) -> None:
    """Where two ways of writing a name were linked to two people, the join may have been wrong."""
    decided(path, "link", key(path, "Jane Roe", "name_key", rows), value="Q7")
    part = key(path, "Jane M. Roe", "name_key", rows)
    decided(path, "link", part, value="Q8")
    (doubt,) = [doubt for doubt in doubts(prepare(path), 9) if doubt.other == part]
    assert (doubt.kind, doubt.name, doubt.other_name) == ("different", "Jane Roe", "Jane M. Roe")
    assert "Q7" in doubt.question
    assert "Q8" in doubt.question


def test_a_confirmed_join_is_not_asked_about_again(path: Path) -> None:
    """``same`` says that the program was right."""
    (doubt,) = doubts(prepare(path), 9)
    decided(path, "same", doubt.entity, doubt.other)
    assert doubts(prepare(path), 9) == []


@pytest.mark.parametrize(
    "value", ["42", "Q", "Q0", "javascript:alert(1)", "https://www.wikidata.org/wiki/Q42", "https://"]
)
def test_what_is_no_link_is_refused(value: str, path: Path, rows: Any) -> None:
    """Numbers of items and addresses only, and an item by its number alone."""
    with pytest.raises(DecisionError, match="is no link"):
        decided(path, "link", key(path, "Jane Roe", "entity_key", rows), value=value)


def test_a_country_keeps_the_item_of_the_reference_list(path: Path, rows: Any) -> None:
    """It is known, and cannot be linked otherwise."""
    with pytest.raises(DecisionError, match="country NO"):
        decided(path, "link", key(path, "Norway", "entity_key", rows), value="Q7")
    assert rows(path, "SELECT wikidata_id FROM entities WHERE iso_code = 'NO'") == [("Q20",)]


def test_who_can_be_linked_has_a_full_name(path: Path) -> None:
    """With all full names and the links that hold or were taken back, most quoted first."""
    found = {entity.name: entity.names for entity in linkable(prepare(path), ["person"])}
    assert list(found) == ["Jane Roe", "Joan Poe", "Tom Hill"]
    assert found["Jane Roe"] == ("Jane M. Roe", "Jane Roe")
