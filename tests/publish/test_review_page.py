"""Who may be one and who may be two: the page shows what ``onrecord review`` prints, with what to judge it by."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.schema.doubts import DOUBTS

Get = Callable[..., Any]
Keys = Callable[[str], list[str]]


@pytest.fixture
def changed(corpus_file: Path, tmp_path: Path, publish: Callable[..., Get]) -> Callable[..., Get]:
    """``changed(sql)`` publishes a copy of the sample in which that was run."""

    def run(sql: str) -> Get:
        path = tmp_path / "corpus.db"
        path.write_bytes(corpus_file.read_bytes())
        connection = sqlite3.connect(path)
        connection.executescript(sql)
        connection.close()
        return publish(path)

    return run


def test_the_page_shows_the_list_of_the_command(get: Get, tags: Any, corpus_file: Path) -> None:
    """Every doubt of the shared query, in its order, with the commands that change and that confirm it."""
    connection = sqlite3.connect(corpus_file)
    doubts = connection.execute(DOUBTS).fetchall()
    connection.close()
    assert [(row[0], row[2], row[4], row[5]) for row in doubts] == [
        ("same", "Mara Lindqvist", "زينب الحداد", 1),
        ("different", "Mara Lindqvist", "Lindqvist", 1),
    ]
    text = tags(get("/corpus/review").text).text
    places = [text.index(row[6]) for row in doubts]
    assert places == sorted(places)
    for kind, entity, _, other, *_ in doubts:
        asked = "different same" if kind == "different" else "same different"
        found = [text.index(f"onrecord decide {decision} {entity} {other}") for decision in asked.split()]
        assert found == sorted(found)


def test_both_sides_are_shown_to_be_compared(get: Get, keys: Keys) -> None:
    """Quotes, articles and titles of each, both linked; who is named beside both."""
    page = get("/corpus/review").text
    apart, surname = page.split('<section class="doubt"')[1:]
    rest, part = surname.split('<div class="side-of-two">')[1:]
    assert "We are an island for half the year" in rest
    assert "smelly" not in rest
    assert f"/corpus/entity/{keys('entities')[0]}" in rest
    assert "council leader" in rest.lower()
    assert "smelly" in part
    assert "island" not in part
    assert f"/corpus/article/{keys('articles')[4]}" in part
    assert f"/corpus/entity/{keys('entities')[3]}" in apart
    assert "They came back on their own" in apart
    assert "1 article names both and did not join them." in apart
    assert "Nobody and nothing in particular is named beside both." in apart


@pytest.mark.parametrize("kind", ["same", "different"])
@pytest.mark.parametrize(("undone", "left"), [("NULL", "1 doubt "), ("'2026-11-23T09:00:00Z'", "2 doubts ")])
def test_what_was_decided_is_no_doubt_any_more(
    kind: str, undone: str, left: str, changed: Callable[..., Get], keys: Keys
) -> None:
    """Whichever way, and whichever of the two stands first; until it is taken back."""
    zaynab, mara = keys("entities")[3], keys("entities")[0]
    get = changed(
        f"""INSERT INTO decisions (decision_id, kind, entity_key, other_key, decided_by, decided_at, reason, undone_at)
        VALUES (99, '{kind}', '{zaynab}', '{mara}', 'Ida Lund', '2026-11-22T09:00:00Z', 'I asked.', {undone})"""
    )
    assert left in get("/corpus/review").text


def test_without_a_doubt_the_page_says_so(changed: Callable[..., Get]) -> None:
    """Nothing to do is good news, and an empty list would not say so."""
    get = changed("UPDATE article_entities SET score = 1; UPDATE entities SET wikidata_id = NULL")
    page = get("/corpus/review").text
    assert "There is no doubt about who is who" in page
    assert "onrecord decide" not in page


def test_others_of_the_name_speak_against(changed: Callable[..., Get]) -> None:
    """Where somebody else has the surname, a bare surname may be hers."""
    get = changed("INSERT INTO entity_aliases VALUES ('person', 'lindqvist', 'inês d''almeida', 1)")
    first = get("/corpus/review").text.split('<section class="doubt"')[1]
    assert "Others go by such a name" in first
    assert "Inês d&#39;Almeida" in first
    entity = get("/corpus/entity/row/1", follow_redirects=True).text
    assert "The same surname." in entity
    assert "onrecord decide same" in entity.split('id="likely"')[1]


def test_commands_name_the_file_and_no_folder_of_the_server(get: Get, tags: Any, corpus_file: Path) -> None:
    """What is copied works beside the file; where the server keeps it is not published."""
    text = tags(get("/corpus/review").text).text
    assert "--db corpus.db --why ..." in text
    assert str(corpus_file.parent) not in text


def test_the_page_is_linked_from_everywhere(get: Get, addresses: list[str]) -> None:
    """From the menu of every page, the first one too."""
    for address in addresses:
        assert 'href="/corpus/review"' in get(address).text, address
